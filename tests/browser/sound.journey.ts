/** The conference is heard: every source sings a tone of its own, and each listener is asked which tones arrive. */
import { expect, test } from './conference.ts';
import { ABSENT_DB, change, loudest, record, sing } from './ear.ts';
import { TONE, delegate, give, goOnAir, heardOf, hearsOnly, interpreter, listenTo, observe, ofMeeting, openSession, withoutOriginal } from './hall.ts';
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
  await iraq.getByRole('button', { name: words('ar', 'microphone-muted') }).first().click();
  await hearsOnly(observer, TONE.iraq);

  await chair.getByRole('button', { name: /^Close the microphone of/ }).click();
  await expect(iraq.getByRole('button', { name: words('ar', 'microphone-closed-by-chair') }).first()).toBeVisible();
  await hearsOnly(observer);
  await sing(iraq, 600);
  await sing(iraq, TONE.iraq);
  await hearsOnly(observer);
});

test('what is recorded can be played, in time, with an index of the turns', async ({ conference }) => {
  const chair = await openSession(conference);
  const observer = await observe(conference);
  const iraq = await delegate(conference, 'iraq');
  await ofMeeting(chair, 'chair-record');
  await expect(observer.getByText(wording('en', 'recording-since', { time: '' })).first()).toBeVisible();
  await give(chair, 'Iraq');
  await hearsOnly(observer, TONE.iraq);
  await iraq.getByRole('button', { name: wording('ar', 'floor-speaking') }).click();
  await hearsOnly(observer);
  await ofMeeting(chair, 'chair-record-stop');

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
  expect(floor?.seconds).toBeGreaterThan(1);
  expect(Math.abs((floor?.seconds ?? 0) - (english?.seconds ?? 0))).toBeLessThan(0.2);
  const turns = (await conference.recording()).get('turns.jsonl')?.toString() ?? '';
  expect(turns).toContain('"delegation":"iraq"');
  expect(turns).toContain('"language":"ar"');
  expect(turns).toMatch(/"end_ms":\d+/);
});
