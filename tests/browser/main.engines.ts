/** The main journeys, as Firefox and WebKit show them: two people at once in one engine, through the real pages. */
import { type Conference, type Who, expect } from './conference.ts';
import { ABSENT_DB, HEARD_DB, level, record } from './ear.ts';
import { type Screen, VOICE, test } from './engine.ts';
import { TONE, delegate, give, observe, openSession } from './hall.ts';
import { faults } from './shape.ts';
import { type Tongue, wording, words } from './words.ts';

/** The opening session, as the sample conference names it. */
const OPENING = { ar: 'الجلسة الافتتاحية', en: 'Opening', fr: 'Ouverture' } as const;

// Firefox takes no sound by WebRTC from loopback.
test.use({ everywhere: true });

/** The text of the first place that is seen, as a person reads it; none while there is none. */
async function text(screen: Screen, selector: string): Promise<string> {
  return screen.run((selector) => {
    const place = [...document.querySelectorAll<HTMLElement>(selector)].find((one) => one.checkVisibility());
    return place?.innerText.replaceAll(/[\u2066-\u2069]/g, '') ?? '';
  }, selector);
}

async function reads(screen: Screen, selector: string, what: string | RegExp): Promise<void> {
  await expect.poll(() => text(screen, selector), { message: selector }).toMatch(what);
}

/** Somebody follows their link to the lobby and chooses their language there. */
async function arrive(screen: Screen, conference: Conference, who: Who, tongue: Tongue): Promise<void> {
  await screen.go(conference.link(who));
  await reads(screen, 'main h2', /./);
  if ((await screen.run(() => document.documentElement.lang, null)) !== tongue) {
    await screen.press('button', words(tongue, 'language-name', { language: tongue }));
  }
  const stands = (): Promise<string> => screen.run(() => `${document.documentElement.lang} ${document.documentElement.dir}`, null);
  await expect.poll(stands).toBe(tongue === 'ar' ? 'ar rtl' : `${tongue} ltr`);
}

/** From the lobby to one's place in the opening session. */
async function enter(screen: Screen, tongue: Tongue): Promise<void> {
  await screen.press('link', wording(tongue, 'lobby-enter-name', { session: OPENING[tongue] }));
}

/** Puts an ear into a page that has not played anything yet: it keeps the last third of a second of what is played. */
async function equip(screen: Screen): Promise<void> {
  await screen.run(() => {
    const taps = new Map<BaseAudioContext, AnalyserNode>();
    const connect = AudioNode.prototype.connect as (this: AudioNode, ...to: unknown[]) => AudioNode;
    AudioNode.prototype.connect = function (this: AudioNode, ...to: unknown[]): AudioNode {
      if (to[0] instanceof AudioDestinationNode) {
        const tap = taps.get(this.context) ?? new AnalyserNode(this.context, { fftSize: 16_384 });
        taps.set(this.context, tap);
        connect.call(this, tap);
      }
      return connect.apply(this, to);
    } as typeof AudioNode.prototype.connect;
    Object.assign(window, {
      played: () => {
        const sum = new Float32Array(16_384);
        for (const [context, tap] of taps) {
          // Of a context that does not run the tap keeps telling the last that it had.
          if (context.state !== 'running') continue;
          const samples = new Float32Array(16_384);
          tap.getFloatTimeDomainData(samples);
          for (const [at, sample] of samples.entries()) sum[at] = (sum[at] ?? 0) + sample;
        }
        return [...sum].map((sample) => Math.round(sample * 10_000) / 10_000);
      },
    });
  }, null);
}

/** Waits until a page plays a tone, or none of it. */
async function hears(screen: Screen, hz: number, whether = true): Promise<void> {
  const heard = async (): Promise<number> => {
    const samples = await screen.run(() => (window as unknown as { played(): number[] }).played(), null);
    return level(Float32Array.from(samples), hz);
  };
  const asked = expect.poll(heard, { message: `${hz} Hz in dB` });
  if (whether) await asked.toBeGreaterThan(HEARD_DB);
  else await asked.toBeLessThan(ABSENT_DB);
}

test('a delegate asks for the floor in Arabic, the chair gives it, and both pages name the delegation', async ({ conference, seat }) => {
  const chair = await seat();
  await arrive(chair, conference, 'chair', 'en');
  await enter(chair, 'en');
  await chair.press('button', words('en', 'chair-open-session'));
  await chair.press('button', wording('en', 'chair-open-list-name', { list: 'List of speakers' }));

  const iraq = await seat();
  await arrive(iraq, conference, 'iraq', 'ar');
  await enter(iraq, 'ar');
  await iraq.press('button', words('ar', 'floor-ask'));
  await iraq.press('dialog button', words('ar', 'floor-ask'));
  await chair.press('button', wording('en', 'chair-give', { name: 'Iraq' }));
  await reads(chair, '.plate .name', 'IRAQ');
  await reads(iraq, '.plate .name', 'العراق');
  await reads(iraq, '[role=timer]', /2:5\d|3:00/);
  await iraq.press('button', wording('ar', 'dock-finish'));
  await expect.poll(() => text(chair, '.plate .name')).not.toMatch('IRAQ');
});

test('what two delegations write reaches the other, each in their own direction', async ({ conference, seat }) => {
  const [lebanon, tunisia] = [await seat(), await seat()];
  await arrive(lebanon, conference, 'lebanon', 'ar');
  await enter(lebanon, 'ar');
  await arrive(tunisia, conference, 'tunisia', 'fr');
  await enter(tunisia, 'fr');
  const arabic = 'نرجو تعميم الوثيقة A/CONF.231/3 قبل الجلسة.';
  await lebanon.write('textbox', words('ar', 'chat-write'), arabic);
  await lebanon.press('button', words('ar', 'chat-send'));
  await reads(tunisia, '[role=log]', arabic);
  const french = 'La Tunisie remercie le Liban. <b>Merci !</b>';
  await tunisia.write('textbox', words('fr', 'chat-write'), french);
  await tunisia.press('button', words('fr', 'chat-send'));
  await reads(lebanon, '[role=log]', french);
  await expect.poll(() => tunisia.run(() => document.querySelector('textarea')?.value, null)).toBe('');
});

test('a microphone of this engine is heard in it and in Chromium, and one of Chromium here', async ({ conference, engine, seat }) => {
  const chair = await openSession(conference);
  const observer = await observe(conference);
  const iraq = await seat();
  await arrive(iraq, conference, 'iraq', 'ar');
  await enter(iraq, 'ar');
  await iraq.press('button', new RegExp(`^${words('ar', 'microphone-agree')}$`));
  await iraq.press('button', words('ar', 'floor-ask'));
  await iraq.press('dialog button', words('ar', 'floor-ask'));
  // Iraq is first on the list.
  await expect(chair.getByRole('button', { name: wording('en', 'chair-give', { name: 'Iraq' }) })).toBeVisible();
  await delegate(conference, 'tunisia');
  const lebanon = await seat();
  await arrive(lebanon, conference, 'lebanon', 'en');
  await equip(lebanon);
  await enter(lebanon, 'en');
  await lebanon.press('radio', 'Floor');
  await reads(iraq, '.dock', words('ar', 'microphone-ready'));
  await hears(lebanon, VOICE[engine], false);

  await give(chair, 'Iraq');
  await hears(lebanon, VOICE[engine]);
  await reads(lebanon, '.dock', words('en', 'sound-transport', { transport: engine === 'firefox' ? 'udp' : 'ws' }));
  await expect.poll(async () => level(await record(observer, 0.3), VOICE[engine])).toBeGreaterThan(HEARD_DB);

  await give(chair, 'Tunisia');
  await hears(lebanon, TONE.tunisia);
  await hears(lebanon, VOICE[engine], false);
  await expect.poll(async () => level(await record(observer, 0.3), VOICE[engine])).toBeLessThan(ABSENT_DB);
});

test('the page of the public is whole as the server wrote it, before any script', async ({ conference, seat }) => {
  const chair = await openSession(conference);
  const iraq = await conference.join('iraq', 'ar');
  await iraq.getByRole('button', { name: words('ar', 'floor-ask') }).click();
  await iraq.getByRole('dialog').getByRole('button', { name: words('ar', 'floor-ask') }).click();
  await give(chair, 'Iraq');

  // Neither engine can be driven with its scripts switched off: the page is laid in as it was sent, and parsers run none.
  const visitor = await seat();
  await visitor.go(new URL('/health', conference.link('iraq')).href);
  await visitor.run(async (path) => {
    history.replaceState(null, '', path);
    const written = new DOMParser().parseFromString(await (await fetch(path)).text(), 'text/html');
    document.replaceChild(document.adoptNode(written.documentElement), document.documentElement);
  }, '/public/opening?lang=ar');
  await expect.poll(() => visitor.run(() => document.documentElement.dir, null)).toBe('rtl');
  await expect.poll(() => visitor.run(() => document.querySelector('iframe')?.contentDocument?.querySelector('h1')?.textContent, null)).toMatch('العراق');
  for (const channel of ['floor', 'ar', 'en', 'fr']) {
    const player = `audio[src="/listen/opening/${channel}.ogg"]`;
    expect(await visitor.run((player) => document.querySelector(player)?.checkVisibility(), player)).toBe(true);
  }
  for (const width of [360, 1440]) {
    await visitor.resize(width, 740);
    expect(await visitor.run(faults, null), `${width} px wide`).toEqual([]);
  }
});

test('the lobby, the room, the desk and the public hold their shape on a phone and on a desktop', async ({ conference, seat }) => {
  const hold = async (screen: Screen, what: string, widths = [360, 1366]): Promise<void> => {
    for (const width of widths) {
      await screen.resize(width, 740);
      expect(await screen.run(() => innerWidth, null)).toBe(width);
      await screen.run(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))), null);
      expect.soft(await screen.run(faults, null), `${what}, ${width} px wide`).toEqual([]);
    }
  };
  const [chair, iraq] = [await seat(), await seat()];
  await arrive(chair, conference, 'chair', 'fr');
  await hold(chair, 'the lobby');
  await enter(chair, 'fr');
  await chair.press('button', words('fr', 'chair-open-session'));
  await reads(chair, 'main', words('fr', 'chair-open-list'));
  await hold(chair, 'the desk', [1366]);
  await arrive(iraq, conference, 'iraq', 'ar');
  await enter(iraq, 'ar');
  await reads(iraq, '.dock', /./);
  await hold(iraq, 'the room');
  const visitor = await seat();
  await visitor.go(new URL('/public/opening?lang=ar', conference.link('iraq')).href);
  await reads(visitor, '.stage', /./);
  await hold(visitor, 'the public');
});
