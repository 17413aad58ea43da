/** What a message costs a slow page: 10,000 messages in a room of 500 people, the processor throttled to a quarter. */
import type { CDPSession, Page } from '@playwright/test';
import { expect, speak, test } from './conference.ts';
import { wording, words } from './words.ts';

const PEOPLE = 500;
const MESSAGES = 10_000;
/** Messages of which the cost is taken. */
const SAMPLE = 100;
const SLOWER = 4;
const TEXTS = [
  'We support the proposal to amend paragraph 7, and will co-sponsor it: https://un.org/docs/A/81/L.14.',
  'نرجو من الأمانة تعميم الوثيقة A/CONF.231/3 قبل التصويت.',
  'Nous appuyons la proposition du Brésil.',
];

const message = (number: number, more: object = {}) => ({
  type: 'message',
  id: `x${number}`,
  room: 'main',
  number,
  at_ms: 1_614_169_851_000 + number * 1_000,
  author: { person: `p${number % PEOPLE}`, name: { en: `Ms. Person ${number % PEOPLE}` }, role: 'observer' },
  text: `${number}: ${TEXTS[number % TEXTS.length]}`,
  language: null,
  ...more,
});
const attendance = {
  type: 'attendance',
  id: 'attendance',
  people: PEOPLE,
  delegations: 37,
  seats: 37,
  by_role: [{ role: 'observer', people: PEOPLE }],
};
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);

/** What the page's own script does for the crowd: what Playwright does in a page would be counted as the page's. */
interface Line {
  /** Has the page hear messages of the server, each so many milliseconds after the one before. */
  hear(texts: readonly string[], apart_ms: number): Promise<void>;
  /** The newest place in the log that the true server told. */
  seq(): number;
}
declare global {
  interface Window {
    line: Line;
  }
}

/** Runs in the page before any script of it: keeps the true connection at hand. */
function tapLine(): void {
  const True = window.WebSocket;
  let line: WebSocket | undefined;
  let seq = 1;
  window.WebSocket = class extends True {
    constructor(...to: ConstructorParameters<typeof WebSocket>) {
      super(...to);
      line = this;
      this.addEventListener('message', ({ data }) => {
        const told = /"seq":(\d+)/.exec(String(data))?.[1];
        seq = Math.max(seq, Number(told ?? 0));
      });
    }
  };
  window.line = {
    seq: () => seq,
    async hear(texts, apart_ms) {
      for (const data of texts) {
        if (data !== '') line?.dispatchEvent(new MessageEvent('message', { data }));
        await new Promise((done) => setTimeout(done, apart_ms));
      }
    },
  };
}

/** The true session, into which a crowd is spoken that only this page sees. */
class Crowd {
  constructor(private readonly page: Page) {}

  async stand(): Promise<void> {
    await this.page.addInitScript(tapLine);
    await this.page.route(/\/api\/chat\/opening\/main/, async (route) => {
      const asked = new URL(route.request().url()).searchParams;
      const end = Number(asked.get('before')?.slice(1) ?? MESSAGES + 1);
      const begin = Math.max(1, end - Number(asked.get('limit') ?? 50));
      const messages = range(begin, end).map((number) => ({ ...message(number), type: undefined }));
      await route.fulfill({ json: { messages, more: begin > 1 } });
    });
  }

  /** What the server would send for changes; '' for nothing. */
  async texts(all: readonly { set: readonly object[]; removed?: readonly object[] }[]): Promise<string[]> {
    const seq = await this.page.evaluate(() => window.line.seq());
    const text = ({ set, removed = [] }: (typeof all)[number]) =>
      set.length === 0 ? '' : JSON.stringify({ type: 'changes', scope: 'everyone', seq, set, removed });
    return all.map(text);
  }

  async say(...set: readonly object[]): Promise<void> {
    await this.hear(await this.texts([{ set }]), 0);
  }

  async hear(texts: readonly string[], apart_ms: number): Promise<void> {
    await this.page.evaluate(([all, apart]) => window.line.hear(all, apart), [texts, apart_ms] as const);
  }
}

async function spent(cdp: CDPSession): Promise<Record<'script' | 'task', number>> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (name: string) => (metrics.find((metric) => metric.name === name)?.value ?? 0) * 1_000;
  return { script: of('ScriptDuration'), task: of('TaskDuration') };
}

/** Milliseconds a page works while it hears these, each in frames of its own. */
async function costOf(cdp: CDPSession, crowd: Crowd, texts: readonly string[]): Promise<Record<'script' | 'task' | 'took', number>> {
  const before = await spent(cdp);
  const began = Date.now();
  await crowd.hear(texts, 60);
  const after = await spent(cdp);
  return { script: after.script - before.script, task: after.task - before.task, took: Date.now() - began };
}

/** Milliseconds that one message takes beyond what the page does in the same time without one. As the server sends them,
 * the oldest of 200 goes. */
async function costOfMessage(cdp: CDPSession, crowd: Crowd, from: number): Promise<Record<'script' | 'task', number>> {
  const busy = range(0, SAMPLE).map((at) => ({
    set: [message(from + at)],
    removed: [{ type: 'message', id: `x${from + at - 200}` }],
  }));
  const quiet = await costOf(cdp, crowd, await crowd.texts(busy.map(() => ({ set: [] }))));
  const loud = await costOf(cdp, crowd, await crowd.texts(busy));
  const more = (what: 'script' | 'task') => (loud[what] - (quiet[what] * loud.took) / quiet.took) / SAMPLE;
  return { script: more('script'), task: more('task') };
}

test('a message, and the floor button, in a room of ten thousand messages', async ({ conference }) => {
  const chair = await conference.join('chair', 'en', 'chair');
  await chair.getByRole('button', { name: words('en', 'chair-open-session') }).click();
  await chair.getByRole('button', { name: wording('en', 'chair-open-list-name', { list: 'List of speakers' }) }).click();
  const page = await conference.enter('tunisia');
  await speak(page, 'en');
  const crowd = new Crowd(page);
  await crowd.stand();
  await page.goto(`${page.url()}session/opening`);
  await expect(page.getByRole('log')).toBeVisible();
  const log = page.getByRole('log');
  await crowd.say(attendance, message(1, { pinned_at_ms: 1 }), ...range(MESSAGES - 199, MESSAGES + 1).map((number) => message(number)));
  await expect(log.getByText(`${MESSAGES}: `)).toBeVisible();

  const cdp = await page.context().newCDPSession(page);
  // Time of the processor, not of the clock: what else the machine does is not the page's.
  await cdp.send('Performance.setTimeDomain', { timeDomain: 'threadTicks' });
  await cdp.send('Performance.enable');
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const atEnd = await costOfMessage(cdp, crowd, MESSAGES + 1);

  const button = page.getByRole('button', { name: words('en', 'floor-ask') }).first();
  await expect(button).toBeVisible();
  await page.evaluate(() => {
    const seen = globalThis as unknown as { pressed: number[] };
    seen.pressed = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === 'click') seen.pressed.push(entry.duration);
    }).observe({ type: 'event', durationThreshold: 16, buffered: false } as PerformanceObserverInit);
  });
  for (let press = 0; press < 5; press += 1) {
    await button.click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  const paints = await page.evaluate(() => (globalThis as unknown as { pressed: number[] }).pressed);

  await page.getByRole('region', { name: words('en', 'chat-pinned') }).getByRole('button').click();
  await expect(log.getByText('1: ', { exact: false }).first()).toBeVisible({ timeout: 60_000 });
  await expect(log.locator('[data-message="x1"]')).toBeFocused({ timeout: 60_000 });
  const rows = await log.locator('article').count();
  const inPast = await costOfMessage(cdp, crowd, MESSAGES + SAMPLE + 1);

  const frames = await page.evaluate(async () => {
    const scroller = document.querySelector('[role="log"]') as HTMLElement;
    const times: number[] = [];
    let last = performance.now();
    for (let step = 0; step < 120; step += 1) {
      scroller.scrollTop += 600;
      await new Promise((done) => requestAnimationFrame(done));
      times.push(performance.now() - last);
      last = performance.now();
    }
    return times.sort((a, b) => a - b);
  });

  const ms = (value: number | undefined) => `${(value ?? 0).toFixed(2)} ms`;
  console.log(`
  ${MESSAGES} messages, ${PEOPLE} people, processor ${SLOWER} times slower, ${rows} rows drawn
  a message, reading the newest     script ${ms(atEnd.script)}, all work ${ms(atEnd.task)}
  a message, reading the oldest     script ${ms(inPast.script)}, all work ${ms(inPast.task)}
  scrolling by 600 pixels a frame   middle ${ms(frames[60])}, 95 of 100 within ${ms(frames[114])}
  floor button, press to paint      longest ${ms(Math.max(...paints, 0))} of ${paints.length}
`);
});
