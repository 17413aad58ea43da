/** A statement that was recorded ahead: handed in by the delegation, heard ahead by the booth, played when it is absent. */
import { isSoundHere } from './axe.ts';
import { expect, test } from './conference.ts';
import { TONE, hearsOnly, listenTo, observe, openSession } from './hall.ts';
import { wording, words } from './words.ts';

/** What the recording sings, in Hz, and for how long, in seconds. */
const SUNG = TONE.tunisia;
const SECONDS = 25;

/** A file as a recorder writes it: 44.1 kHz, 16 bits, stereo (RIFF WAVE). */
function wave(hz: number, seconds: number): Buffer {
  const rate = 44_100;
  const samples = rate * seconds;
  const file = Buffer.alloc(44 + samples * 4);
  file.write('RIFF', 0);
  file.writeUInt32LE(36 + samples * 4, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(2, 22);
  file.writeUInt32LE(rate, 24);
  file.writeUInt32LE(rate * 4, 28);
  file.writeUInt16LE(4, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36);
  file.writeUInt32LE(samples * 4, 40);
  for (let at = 0; at < samples; at += 1) {
    const value = Math.round(9_000 * Math.sin((2 * Math.PI * hz * at) / rate));
    file.writeInt16LE(value, 44 + at * 4);
    file.writeInt16LE(value, 46 + at * 4);
  }
  return file;
}

test('a delegation that is absent when it is called is heard by its recording, which a technical stop halts', async ({
  conference,
}) => {
  test.setTimeout(180_000);
  const chair = await openSession(conference);
  const observer = await observe(conference);
  const booth = await conference.join('interpreter-en-1', 'en', 'booth');
  const tunisia = await conference.join('tunisia', 'ar');
  await tunisia.getByRole('button', { name: words('ar', 'floor-ask') }).click();
  await tunisia.getByRole('dialog').getByRole('button', { name: words('ar', 'floor-ask') }).click();

  // The delegation hands it in. What is no sound is refused in words, and can be chosen anew.
  await tunisia.getByRole('button', { name: words('ar', 'statement-open') }).click();
  const dialog = tunisia.getByRole('dialog');
  const file = dialog.getByLabel(words('ar', 'recording-choose'));
  await file.setInputFiles({ name: 'statement.wav', mimeType: 'audio/wav', buffer: Buffer.from('no sound at all') });
  await expect(dialog.getByText(words('ar', 'recording-unreadable'))).toBeVisible();
  await file.setInputFiles({ name: 'statement.wav', mimeType: 'audio/wav', buffer: wave(SUNG, SECONDS) });
  await expect(dialog.getByText(wording('ar', 'recording-received', { length: '0:25' }))).toBeVisible();
  await expect(dialog.getByLabel(wording('ar', 'list-prerecorded', { length: '0:25' }))).toBeVisible();
  await tunisia.setViewportSize({ width: 360, height: 740 });
  await isSoundHere(tunisia, 'the dialog of the statement');

  // The booth can listen ahead; whoever only listens cannot.
  const ahead = booth.getByLabel(wording('en', 'list-prerecorded', { length: '0:25' }));
  await expect(ahead).toBeVisible();
  const address = await ahead.getAttribute('src');
  expect(await booth.evaluate(async (url) => (await fetch(url ?? '')).status, address)).toBe(200);
  const theirs = address?.replace(/^\/as\/[^/]+/, new URL(observer.url()).pathname.split('/').slice(0, 3).join('/'));
  expect(await observer.evaluate(async (url) => (await fetch(url ?? '')).status, theirs)).toBe(404);

  // It leaves; the chair sees that it is absent and has the recording played, by one key.
  await tunisia.close();
  await expect(chair.getByRole('button', { name: wording('en', 'chair-wait', { name: 'Tunisia' }) })).toBeVisible({ timeout: 20_000 });
  const formal = { kind: 'state', gender: 'other', name: 'the Republic of Tunisia' };
  await expect(chair.locator('.script .then')).toContainText(wording('en', 'script-play', formal));
  await isSoundHere(chair, 'the console with a delegation that is absent');
  await chair.locator('body').focus();
  await chair.keyboard.press('v');
  await hearsOnly(observer, SUNG);
  const label = wording('en', 'stage-prerecorded', { language: '' });
  await expect(observer.getByText(label).first()).toBeVisible();
  await expect(booth.getByText(words('en', 'list-playing')).first()).toBeVisible();

  // The stop halts it; it goes on from there.
  await chair.keyboard.press('t');
  await chair.getByRole('dialog').getByRole('button', { name: words('en', 'chair-halt-do') }).click();
  await hearsOnly(observer);
  await chair.getByRole('button', { name: wording('en', 'chair-give-back', { name: 'Tunisia' }) }).first().click();
  await hearsOnly(observer, SUNG);

  // With the recording ends the turn, and the proceedings say what it was.
  await expect(observer.getByText(words('en', 'stage-floor-free')).first()).toBeVisible({ timeout: 40_000 });
  await hearsOnly(observer);
  await listenTo(observer, 'Floor');
  await observer.getByRole('tab', { name: words('en', 'tab-proceedings') }).click();
  await expect(observer.getByText(words('en', 'fact-prerecorded'))).toBeVisible();
});

test('the delegation comes back while its recording is played, and speaks itself with the time left', async ({
  conference,
}) => {
  test.setTimeout(180_000);
  const chair = await openSession(conference);
  const observer = await observe(conference);
  const iraq = await conference.join('iraq', 'en', '', { tone: TONE.iraq });
  await iraq.getByRole('button', { name: words('en', 'microphone-agree'), exact: true }).click();
  await iraq.getByRole('button', { name: words('en', 'floor-ask') }).click();
  await iraq.getByRole('dialog').getByRole('button', { name: words('en', 'floor-ask') }).click();
  await iraq.getByRole('button', { name: words('en', 'statement-open') }).click();
  const dialog = iraq.getByRole('dialog');
  await dialog
    .getByLabel(words('en', 'recording-choose'))
    .setInputFiles({ name: 'statement.wav', mimeType: 'audio/wav', buffer: wave(SUNG, SECONDS * 2) });
  await expect(dialog.getByText(wording('en', 'recording-received', { length: '0:50' }))).toBeVisible();
  await iraq.keyboard.press('Escape');

  // Present or not, the desk may have it played.
  await chair.getByRole('button', { name: wording('en', 'chair-more', { name: 'Iraq' }) }).click();
  await chair.getByRole('dialog').getByRole('button', { name: wording('en', 'chair-play', { length: '0:50' }) }).click();
  await hearsOnly(observer, SUNG);
  await expect(iraq.getByRole('button', { name: wording('en', 'floor-played') })).toBeVisible();
  await hearsOnly(iraq, SUNG);
  await chair.getByRole('button', { name: wording('en', 'chair-stop-playing-name', { name: 'Iraq' }) }).click();
  await hearsOnly(observer, TONE.iraq);
  await expect(iraq.getByRole('button', { name: wording('en', 'floor-speaking') })).toBeVisible();
});
