/** The secretariat's own place: the day at a glance, people and their links, announcements. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { isSound, isSoundHere } from './axe.ts';
import { expect, speak, test } from './conference.ts';
import { office, ofMeeting } from './hall.ts';
import { holdsItsShape } from './shape.ts';
import { type Tongue, wording, words } from './words.ts';

async function shot(page: Page, name: string): Promise<void> {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/secretariat-${name}.png` });
}

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

test('what is announced to the whole conference is read in two sessions and in the lobby, and taken down everywhere', async ({
  conference,
}) => {
  test.setTimeout(150_000);
  const said = { en: 'The buses leave at 18:30.', ar: 'تغادر الحافلات في الساعة 18:30.' };
  const page = await office(conference);
  const iraq = await conference.join('iraq', 'ar');
  const tunisia = await conference.join('tunisia', 'fr', '', { session: 'round-table-1' });
  const lebanon = await conference.enter('lebanon');
  await speak(lebanon, 'ar');

  const open = async () => {
    await page.getByRole('button', { name: words('en', 'office-announce') }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    return dialog;
  };
  let dialog = await open();
  await expect(dialog.getByRole('checkbox')).toHaveCount(1);
  await dialog.getByLabel(wording('en', 'office-announce-in', { language: 'en' })).fill(said.en);
  await dialog.getByLabel(wording('en', 'office-announce-in', { language: 'ar' })).fill(said.ar);
  await dialog.getByRole('button', { name: words('en', 'office-announce-act') }).click();
  await expect(dialog).toBeHidden();

  // Each reads it in their language, or in one that it was given in; a screen reader is told once.
  const strip = (reader: Page, tongue: Tongue) => reader.getByRole('region', { name: words(tongue, 'notices') });
  await expect(strip(iraq, 'ar')).toContainText(said.ar);
  await expect(strip(tunisia, 'fr')).toContainText(said.en);
  await expect(strip(lebanon, 'ar')).toContainText(said.ar);
  await expect(lebanon.locator('#assertive')).toContainText(said.ar);

  // Whoever comes later reads it in the lobby; what is closed there is closed in the sessions too.
  const jordan = await conference.enter('jordan');
  await speak(jordan, 'en');
  await expect(strip(jordan, 'en')).toContainText(said.en);
  await strip(jordan, 'en').getByRole('button', { name: words('en', 'close-notice') }).click();
  await expect(strip(jordan, 'en')).toHaveCount(0);
  await jordan.reload();
  await expect(jordan.getByRole('heading', { name: words('en', 'lobby-title') })).toBeVisible();
  await expect(strip(jordan, 'en')).toHaveCount(0);

  for (const [tongue, width] of [['ar', 1440], ['ar', 360], ['fr', 320], ['en', 360]] as const) {
    await lebanon.setViewportSize({ width, height: width === 1440 ? 900 : 740 });
    await speak(lebanon, tongue);
    await expect(strip(lebanon, tongue)).toBeVisible();
    await isSoundHere(lebanon, `the lobby with an announcement at ${width} px in ${tongue}`);
    await shot(lebanon, `lobby-${tongue}-${width}`);
  }
  for (const [tongue, width] of [['ar', 1440], ['ar', 360], ['fr', 320]] as const) {
    await page.setViewportSize({ width, height: width === 1440 ? 900 : 740 });
    await speak(page, tongue);
    await page.getByRole('button', { name: words(tongue, 'office-announce') }).click();
    await isSoundHere(page, `the dialog of announcements at ${width} px in ${tongue}`);
    await page.getByRole('checkbox').uncheck();
    await shot(page, `announce-${tongue}-${width}`);
    await page.getByRole('checkbox').first().check();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await speak(page, 'en');

  dialog = await open();
  await expect(dialog).toContainText(said.en);
  await dialog.getByRole('button', { name: words('en', 'office-announce-take-down') }).click();
  await expect(dialog.getByText(words('en', 'office-announce-now'))).toHaveCount(0);
  for (const [reader, tongue] of [[iraq, 'ar'], [tunisia, 'fr'], [lebanon, 'en']] as const)
    await expect(strip(reader, tongue).getByText(/18:30/)).toHaveCount(0);
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
