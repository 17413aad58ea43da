/** The conference is heard: every source sings a tone of its own, and each listener is asked which tones arrive. */
import { expect, test } from './conference.ts';
import { ABSENT_DB, change, loudest, record, sing } from './ear.ts';
import {
  TONE,
  delegate,
  give,
  goOnAir,
  heardOf,
  hearsOnly,
  interpreter,
  listenTo,
  observe,
  openSession,
  withoutOriginal,
} from './hall.ts';
import { wording, words } from './words.ts';

test('the floor is heard from the moment it is given, and a microphone that the chair closes is not heard', async ({ conference }) => {
  const chair = await openSession(conference);
  const observer = await observe(conference);
  const iraq = await delegate(conference, 'iraq');
  // It sings all the time, and nobody hears it.
  await hearsOnly(observer);
  await give(chair, 'Iraq');
  await hearsOnly(observer, TONE.iraq);
  await expect(iraq.getByRole('button', { name: words('ar', 'microphone-open') })).toBeVisible();
  // One never hears oneself.
  await hearsOnly(iraq);

  await iraq.getByRole('button', { name: words('ar', 'microphone-open') }).click();
  await hearsOnly(observer);
  await iraq.getByRole('button', { name: words('ar', 'microphone-muted') }).click();
  await hearsOnly(observer, TONE.iraq);

  await chair.getByRole('button', { name: /^Close the microphone of/ }).click();
  await expect(iraq.getByRole('button', { name: words('ar', 'microphone-closed-by-chair') })).toBeVisible();
  await hearsOnly(observer);
  await sing(iraq, 600);
  await sing(iraq, TONE.iraq);
  await hearsOnly(observer);
});

test('booths feed their channels: interpretation, relay through two booths, and the floor where its language is spoken', async ({
  conference,
}) => {
  test.setTimeout(120_000);
  const chair = await openSession(conference);
  const observer = await observe(conference);
  const iraq = await delegate(conference, 'iraq');
  const en = await interpreter(conference, 'interpreter-en-1', TONE.en);
  const fr = await interpreter(conference, 'interpreter-fr-1', TONE.fr);
  const ar = await interpreter(conference, 'interpreter', TONE.ar);
  await give(chair, 'Iraq');
  await hearsOnly(observer, TONE.iraq);
  // The booth hears the floor, and its microphones reach nobody yet.
  await hearsOnly(en, TONE.iraq);
  await listenTo(observer, 'English');
  await hearsOnly(observer, TONE.iraq);

  await goOnAir(en);
  await withoutOriginal(observer);
  await hearsOnly(observer, TONE.en);
  // The French booth does not understand Arabic: it takes relay from the English channel.
  await fr.getByRole('radio', { name: /English/ }).click();
  await expect(fr.getByRole('radio', { name: /English/ })).toBeChecked();
  await fr.getByRole('radio', { name: words('en', 'booth-relay'), exact: true }).click();
  await hearsOnly(fr, TONE.en);
  await goOnAir(fr);
  await listenTo(observer, 'Français');
  await hearsOnly(observer, TONE.fr);
  // What the speaker's language is passes through as it is, though the booth is staffed.
  await listenTo(observer, 'العربية');
  await hearsOnly(observer, TONE.iraq);

  const all = await record(observer, 30);
  expect(loudest(all, TONE.ar), 'an interpreter off air is never heard').toBeLessThan(ABSENT_DB);
  expect(await heardOf(ar, TONE.ar), 'nor in their own ears').toBeLessThan(ABSENT_DB);

  await en.keyboard.down('x');
  await listenTo(observer, 'English');
  await hearsOnly(observer);
  await en.keyboard.up('x');
  await hearsOnly(observer, TONE.en);
});

test('booth mates hand over: never two at once, no gap that one would notice, and off the air nobody is heard', async ({
  conference,
}) => {
  test.setTimeout(120_000);
  const chair = await openSession(conference);
  const observer = await observe(conference);
  await delegate(conference, 'iraq');
  const first = await interpreter(conference, 'interpreter-en-1', TONE.en);
  const mate = await interpreter(conference, 'interpreter-en-2', TONE.mate);
  await give(chair, 'Iraq');
  await goOnAir(first);
  await listenTo(observer, 'English');
  await withoutOriginal(observer);
  await hearsOnly(observer, TONE.en);
  // The mate hears the source, and whoever is on air beside it.
  await hearsOnly(mate, TONE.iraq, TONE.en);

  await mate.getByRole('button', { name: words('en', 'booth-ask-now') }).click();
  await first.getByRole('button', { name: words('en', 'booth-accept-give') }).click();
  await hearsOnly(observer, TONE.mate);
  const { gap_ms, both_ms } = change(await record(observer, 6), TONE.en, TONE.mate);
  expect(both_ms).toBeLessThanOrEqual(10);
  expect(gap_ms).toBeLessThanOrEqual(60);

  // The browser of the one on air dies: the channel carries the floor, as it is set, and the other may take over.
  await mate.context().close();
  await hearsOnly(observer, TONE.iraq);
  await first.getByRole('button', { name: /Go on air|Take over/ }).click();
  await hearsOnly(observer, TONE.en);
});

test('a listener switches between channels without a reload and with hardly a silence', async ({ conference }) => {
  test.setTimeout(90_000);
  const chair = await openSession(conference);
  const observer = await observe(conference);
  await delegate(conference, 'iraq');
  const en = await interpreter(conference, 'interpreter-en-1', TONE.en);
  const fr = await interpreter(conference, 'interpreter-fr-1', TONE.fr);
  await give(chair, 'Iraq');
  await goOnAir(en);
  await goOnAir(fr);
  await listenTo(observer, 'English');
  await withoutOriginal(observer);
  await hearsOnly(observer, TONE.en);
  await listenTo(observer, 'Français');
  await hearsOnly(observer, TONE.fr);
  const { gap_ms } = change(await record(observer, 6), TONE.en, TONE.fr);
  expect(gap_ms).toBeLessThan(100);
  await observer.reload();
  await hearsOnly(observer, TONE.fr);
});

test('what is recorded can be played, in time, with an index of the turns', async ({ conference }) => {
  const chair = await openSession(conference);
  const observer = await observe(conference);
  const iraq = await delegate(conference, 'iraq');
  await chair.getByRole('button', { name: words('en', 'chair-record'), exact: true }).click();
  await expect(observer.getByText(wording('en', 'recording-since', { time: '' })).first()).toBeVisible();
  await give(chair, 'Iraq');
  await hearsOnly(observer, TONE.iraq);
  await iraq.getByRole('button', { name: wording('ar', 'floor-speaking') }).click();
  await hearsOnly(observer);
  await chair.getByRole('button', { name: words('en', 'chair-record-stop'), exact: true }).click();

  // The last page of a stream that has ended says so, and its position is the length in samples.
  const end = async (name: string): Promise<{ ended: boolean; seconds: number } | null> => {
    const file = (await conference.recording()).get(name);
    const at = file?.lastIndexOf('OggS') ?? -1;
    if (!file || at < 0) return null;
    return { ended: (file.readUInt8(at + 5) & 4) !== 0, seconds: Number(file.readBigUInt64LE(at + 6)) / 48_000 };
  };
  for (const name of ['floor.ogg', 'ar.ogg', 'en.ogg', 'fr.ogg']) {
    await expect.poll(async () => (await end(name))?.ended, { timeout: 10_000, message: name }).toBe(true);
  }
  const [floor, english] = [await end('floor.ogg'), await end('en.ogg')];
  expect(floor?.seconds).toBeGreaterThan(2);
  expect(Math.abs((floor?.seconds ?? 0) - (english?.seconds ?? 0))).toBeLessThan(0.2);
  const turns = (await conference.recording()).get('turns.jsonl')?.toString() ?? '';
  expect(turns).toContain('"delegation":"iraq"');
  expect(turns).toContain('"language":"ar"');
  expect(turns).toMatch(/"end_ms":\d+/);
});

for (const way of ['udp', 'tcp', 'ws'] as const) {
  test(`a delegate and a booth are heard over ${way}, and the page says so`, async ({ conference }) => {
    test.setTimeout(90_000);
    const chair = await openSession(conference);
    const observer = await observe(conference, way);
    await delegate(conference, 'iraq', way);
    const en = await interpreter(conference, 'interpreter-en-1', TONE.en, way);
    await give(chair, 'Iraq');
    await hearsOnly(observer, TONE.iraq);
    await expect(observer.getByText(words('en', 'sound-way', { way }))).toBeVisible();
    await goOnAir(en);
    await listenTo(observer, 'English');
    await withoutOriginal(observer);
    await hearsOnly(observer, TONE.en);
  });
}

test('where nothing else works, the stream of a channel is heard', async ({ conference }) => {
  test.setTimeout(90_000);
  const chair = await openSession(conference);
  await delegate(conference, 'iraq');
  const en = await interpreter(conference, 'interpreter-en-1', TONE.en);
  await give(chair, 'Iraq');
  await goOnAir(en);
  const observer = await observe(conference, 'ogg');
  await hearsOnly(observer, TONE.iraq);
  await expect(observer.getByText(words('en', 'sound-way', { way: 'ogg' }))).toBeVisible();
  await listenTo(observer, 'English');
  await hearsOnly(observer, TONE.en);
});
