/** The secretariat's own place: the day at a glance, people and their links, announcements. */
import { readFile } from 'node:fs/promises';
import { isSound, isSoundHere } from './axe.ts';
import { expect, speak, test } from './conference.ts';
import { office, ofMeeting } from './hall.ts';
import { holdsItsShape } from './shape.ts';
import { wording, words } from './words.ts';

test("the secretariat's day: what needs somebody, who is there, an announcement to all sessions", async ({ conference }) => {
  test.setTimeout(90_000);
  const page = await office(conference);
  const opening = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /Opening/ }) });
  await expect(opening).toContainText(words('en', 'office-nobody-waits'));

  // The chair opens the session; nobody sits in the booths.
  const chair = await conference.join('chair', 'en', 'chair');
  await chair.getByRole('button', { name: words('en', 'chair-open-session') }).click();
  await expect(page.getByText(wording('en', 'office-need-booth', { session: 'Opening', booth: 'English booth', lacks: 'people' }))).toBeVisible();
  const iraq = await conference.join('iraq', 'ar');
  const people = page.getByRole('region', { name: /^People \d/ });
  await page.getByRole('searchbox').fill('العراق');
  await expect(people.getByText(words('en', 'office-in-session'))).toBeVisible();
  await page.getByRole('searchbox').fill('');

  await page.getByRole('button', { name: words('en', 'office-announce') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').first().fill('Lunch is served until 14:30.');
  await dialog.getByRole('button', { name: words('en', 'office-announce-act') }).click();
  await expect(dialog).toBeHidden();
  await expect(iraq.getByText('Lunch is served until 14:30.').first()).toBeVisible();
});

test('a person is added, and enters by the link that is shown once', async ({ conference }) => {
  const page = await office(conference);
  await page.getByRole('button', { name: words('en', 'seats-add'), exact: true }).click();
  const dialog = page.getByRole('dialog');
  // Nothing chosen, nothing written: each is said, and nobody is added.
  await dialog.getByRole('button', { name: words('en', 'office-add-and-link') }).click();
  await expect(dialog.getByText(words('en', 'office-delegation-needed'))).toBeVisible();
  await dialog.getByRole('combobox', { name: words('en', 'office-delegation') }).selectOption({ label: 'Lebanon' });
  await dialog.getByRole('textbox').nth(1).fill('Ms. Rima Hashemi');
  await dialog.getByRole('button', { name: words('en', 'office-add-and-link') }).click();
  const link = await dialog.getByRole('textbox', { name: words('en', 'seats-link') }).inputValue();
  await expect(dialog.getByRole('img', { name: /QR/ })).toBeVisible();
  await dialog.getByRole('button', { name: words('en', 'office-done') }).click();

  await page.getByRole('searchbox').fill('rima');
  const row = page.getByRole('listitem').filter({ hasText: 'Ms. Rima Hashemi' });
  await expect(row).toContainText(words('en', 'office-link-not-opened'));
  const rima = await page.context().browser()?.newPage();
  if (!rima) throw new Error('no browser');
  await rima.goto(link);
  await rima.waitForURL(/\/as\/[^/]+\/$/);
  // Her language is that of her delegation.
  await expect(rima.locator('html')).toHaveAttribute('lang', 'ar');
  await expect(row).toContainText(/opened \u2068?\d\d:\d\d/, { timeout: 15_000 });
  await rima.close();
});

test('a sheet of links for those who have none, as a table that a spreadsheet opens', async ({ conference }) => {
  const page = await office(conference);
  await page.getByRole('searchbox').fill('Lebanon');
  await page.getByRole('button', { name: /^Make links? for/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: words('en', 'office-sheet-make') }).click();
  await expect(dialog.getByRole('img').first()).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: words('en', 'office-sheet-csv') }).click(),
  ]);
  const table = await readFile(await download.path(), 'utf8');
  const rows = table.trimEnd().split('\r\n');
  expect(rows[0]).toBe('\ufeff"Name","Delegation","Function","Language","Link"');
  expect(rows.length).toBeGreaterThan(1);
  for (const row of rows.slice(1)) expect(row).toMatch(/^"[^"]+","Lebanon",.*,"(ar|en|fr)","http:\/\/[^"]+\/join#[\w-]+"$/);
});

test("the secretariat's place is sound and holds its shape", async ({ conference }) => {
  test.setTimeout(120_000);
  const page = await office(conference);
  await isSound(page, "the secretariat's place");
  await holdsItsShape(page, "the secretariat's place");
  await speak(page, 'en');
  await page.getByRole('button', { name: words('en', 'seats-add'), exact: true }).click();
  await isSoundHere(page, 'adding a person');
});

test('the secretariat hears and takes home what was recorded of a session that is over', async ({ conference }) => {
  test.setTimeout(120_000);
  const chair = await conference.join('secretariat', 'en', 'chair');
  await chair.getByRole('button', { name: words('en', 'chair-open-session') }).click();
  await ofMeeting(chair, 'chair-record');
  await expect.poll(async () => (await conference.recording()).get('floor.ogg')?.length ?? 0).toBeGreaterThan(2_000);
  await chair.keyboard.press('Escape');
  await ofMeeting(chair, 'chair-close');
  await chair.getByRole('dialog').getByRole('button', { name: words('en', 'chair-close-act') }).click();
  await expect(chair.getByText(words('en', 'stage-closed')).first()).toBeVisible();

  const page = await office(conference);
  const opening = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /Opening/ }) });
  await opening.getByRole('button', { name: wording('en', 'office-recordings-of', { session: 'Opening' }) }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading', { name: /^Recorded from/ })).toHaveCount(1);
  await isSoundHere(page, 'what was recorded');
  // The player has the length at once and plays; another session's secretariat alone would be told of nothing.
  const floor = dialog.locator('audio').first();
  const length = await floor.evaluate(async (audio: HTMLAudioElement) => {
    audio.preload = 'metadata';
    audio.load();
    await new Promise((heard, lost) => {
      audio.onloadedmetadata = heard;
      audio.onerror = () => lost(new Error(audio.error?.message));
    });
    return audio.duration;
  });
  expect(length).toBeGreaterThan(0.2);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('link', { name: /^Download \u2068?Floor/ }).click(),
  ]);
  const whole = await readFile(await download.path());
  const kept = (await conference.recording()).get('floor.ogg');
  expect(kept && whole.equals(kept)).toBe(true);

  // It is the secretariat's: whoever sits in the session is told so.
  const iraq = await conference.enter('iraq');
  const refused = await iraq.evaluate(async () => (await fetch(`${location.pathname}api/recordings/opening`)).status);
  expect(refused).toBe(403);
});
