/** The secretariat changes a session's time and title while the conference runs, and everybody is told what it was. */
import type { Page } from '@playwright/test';
import { isSound, isSoundHere } from './axe.ts';
import { type Conference, expect, speak, test } from './conference.ts';
import { ofMeeting } from './hall.ts';
import { type Tongue, wording, words } from './words.ts';

// The hours are told by their day, as the sample has it.
test.use({ keepDays: true });

/** Planned from 12:30 to 13:45 in Beirut; the next begins at 14:15. */
const SESSION = 'round-table-1';
const zone = 'Asia/Beirut';

async function desk(conference: Conference, tongue: Tongue = 'en'): Promise<Page> {
  return conference.join('secretariat', tongue, 'chair', { session: SESSION });
}

/** Opens the dialog of time and title. */
async function open(page: Page, tongue: Tongue = 'en') {
  await ofMeeting(page, 'chair-schedule', tongue);
  const dialog = page.getByRole('dialog', { name: words(tongue, 'schedule-title') });
  await expect(dialog).toBeVisible();
  return dialog;
}

/** The desk is told what is not as planned, in the menu of the meeting. */
async function isTold(desk: Page, words_of_it: RegExp): Promise<void> {
  await desk.getByRole('button', { name: words('en', 'chair-meeting'), exact: true }).click();
  await expect(desk.getByRole('group', { name: words('en', 'chair-session-acts') }).getByText(words_of_it)).toBeVisible();
  await desk.keyboard.press('Escape');
}

async function shot(page: Page, name: string): Promise<void> {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/sessions-${name}.png` });
}

/** What the page has told a screen reader of its own accord, as it says it. */
const told = (page: Page) => page.locator('#polite');

test('a session that is delayed, and then moved, is told in the room, the lobby, in public and in the proceedings', async ({
  conference,
}) => {
  test.setTimeout(150_000);
  const secretariat = await desk(conference);
  const iraq = await conference.join('iraq', 'ar', '', { session: SESSION });
  const lebanon = await conference.enter('lebanon');
  await speak(lebanon, 'en');
  const visitor = await conference.visit('/public/', 'fr', { viewport: { width: 360, height: 740 } });

  // Delayed, nobody knows yet for how long.
  let dialog = await open(secretariat);
  await dialog.getByLabel(words('en', 'schedule-later')).check();
  await dialog.getByLabel(words('en', 'schedule-why')).fill('The ministers are on their way');
  await dialog.getByRole('button', { name: words('en', 'schedule-save') }).click();
  await expect(dialog).toBeHidden();
  const delayed = (tongue: Tongue) => wording(tongue, 'schedule-delayed', { time: '12:30' });
  await isTold(secretariat, delayed('en'));
  await expect(iraq.locator('.stage-place').getByText(delayed('ar')).first()).toBeVisible();
  await expect(iraq.locator('.stage-place').getByText('The ministers are on their way').first()).toBeVisible();
  await expect(lebanon.locator('main').getByText(delayed('en'))).toBeVisible({ timeout: 20_000 });
  await expect(visitor.locator('main').getByText(delayed('fr'))).toBeVisible({ timeout: 20_000 });

  // Half an hour later, and no more: the next session is in the way.
  dialog = await open(secretariat);
  await dialog.getByLabel(words('en', 'schedule-at-time')).check();
  const starts = dialog.getByLabel(wording('en', 'schedule-starts', { zone }));
  await expect(starts).toHaveValue('2021-02-24T12:30');
  await dialog.getByRole('button', { name: wording('en', 'schedule-step', { minutes: 60 }) }).click();
  await expect(starts).toHaveValue('2021-02-24T13:30');
  await dialog.getByRole('button', { name: words('en', 'schedule-save') }).click();
  await expect(dialog.getByText(/Round table 2: rights-based border governance/)).toBeVisible();
  await shot(secretariat, 'overlap-1440');
  await starts.fill('2021-02-24T13:00');
  await dialog.getByLabel(wording('en', 'schedule-end', { zone })).fill('2021-02-24T14:15');
  await dialog.getByRole('button', { name: words('en', 'schedule-save') }).click();
  await expect(dialog).toBeHidden();

  const begins = (tongue: Tongue) => wording(tongue, 'schedule-begins', { time: '13:00', was: '12:30' });
  await expect(iraq.locator('.stage-place').getByText(begins('ar')).first()).toBeVisible();
  await expect(told(iraq)).toHaveText(begins('ar'));
  await isTold(secretariat, begins('en'));
  const row = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });
  const round = row(lebanon, 'Round table 1');
  await expect(round.getByText('13:00–14:15')).toBeVisible({ timeout: 20_000 });
  await expect(round.getByText(wording('en', 'schedule-was', { from: '12:30', to: '13:45' }))).toBeVisible();
  await expect(told(lebanon)).toContainText(begins('en'));
  const tour = row(visitor, 'Table ronde 1');
  await expect(tour.getByText(begins('fr'))).toBeVisible({ timeout: 20_000 });
  await shot(iraq, 'room-ar-1440');
  await round.scrollIntoViewIfNeeded();
  await shot(lebanon, 'lobby-en-1440');
  await shot(secretariat, 'console-1440');

  // The proceedings tell both.
  await iraq.getByRole('tab', { name: wording('ar', 'tab-proceedings') }).click();
  const facts = iraq.getByRole('tabpanel');
  await expect(facts.getByText(wording('ar', 'fact-meeting-delayed', { was: '12/30' }))).toBeVisible();
  await expect(facts.getByText(wording('ar', 'fact-meeting-rescheduled', { was: '12/30', time: '13' }))).toBeVisible();

  await isSound(lebanon, 'the lobby');
  await isSound(visitor, 'the public programme at 360 px');
  await speak(visitor, 'fr');
  await tour.scrollIntoViewIfNeeded();
  await shot(visitor, 'public-360');
  for (const page of [iraq, lebanon]) await page.setViewportSize({ width: 360, height: 740 });
  await isSound(iraq, 'the room at 360 px');
  await isSound(lebanon, 'the lobby at 360 px');
  for (const [page, name] of [[iraq, 'room'], [lebanon, 'lobby']] as const) {
    await speak(page, 'ar');
    if (page === lebanon) await row(page, 'المائدة المستديرة الأولى').scrollIntoViewIfNeeded();
    await shot(page, `${name}-ar-360`);
  }
});

test('while a session is open its end is moved, and a title is corrected for those who read that language', async ({
  conference,
}) => {
  test.setTimeout(120_000);
  const chair = await conference.join('chair', 'en', 'chair', { session: SESSION });
  // The programme is the secretariat's.
  await expect(chair.getByRole('button', { name: words('en', 'chair-open-session') })).toBeVisible();
  await chair.getByRole('button', { name: words('en', 'chair-meeting'), exact: true }).click();
  await expect(chair.getByRole('link', { name: words('en', 'chair-to-room') })).toBeVisible();
  await expect(chair.getByRole('button', { name: words('en', 'chair-schedule'), exact: true })).toHaveCount(0);
  await chair.keyboard.press('Escape');
  await chair.getByRole('button', { name: words('en', 'chair-open-session') }).click();
  // It is planned for a day of February 2021: the desk asks once, with both days in words.
  const other = chair.getByRole('dialog', { name: words('en', 'chair-other-day-title') });
  await expect(other).toContainText('Wednesday 24 February 2021');
  await expect(other).not.toContainText(/\d hours?/);
  await isSoundHere(chair, 'the question whether it is opened on another day');
  await other.getByRole('button', { name: words('en', 'cancel') }).click();
  await expect(other).toBeHidden();
  await chair.getByRole('button', { name: words('en', 'chair-open-session') }).click();
  await other.getByRole('button', { name: words('en', 'chair-other-day-act') }).click();
  await expect(other).toBeHidden();
  const secretariat = await desk(conference);
  const tunisia = await conference.join('tunisia', 'fr', '', { session: SESSION });
  const jordan = await conference.join('jordan', 'ar', '', { session: SESSION });

  const dialog = await open(secretariat);
  await expect(dialog.getByLabel(wording('en', 'schedule-starts', { zone }))).toHaveCount(0);
  await dialog.getByRole('button', { name: wording('en', 'schedule-step', { minutes: 15 }) }).click();
  const title = dialog.getByLabel(wording('en', 'schedule-title-in', { language: 'fr' }));
  await title.fill('Table ronde 1 : des migrations choisies');
  // By keyboard alone from here.
  await title.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(secretariat.getByRole('button', { name: words('en', 'chair-meeting'), exact: true })).toBeFocused();
  await expect(tunisia.getByRole('heading', { level: 1 })).toHaveText('Table ronde 1 : des migrations choisies');
  await expect(jordan.getByRole('heading', { level: 1 })).toHaveText(/المائدة المستديرة الأولى/);
  const ends = (tongue: Tongue) => wording(tongue, 'schedule-ends', { time: '14:00', was: '13:45' });
  await expect(tunisia.getByText(ends('fr')).first()).toBeVisible();
  await expect(jordan.getByText(ends('ar')).first()).toBeVisible();
  await isTold(chair, ends('en'));
});

test('of two at the desk the one who saw what it was is shown what it is, and saves again', async ({ conference }) => {
  test.setTimeout(90_000);
  const [first, second] = [await desk(conference), await desk(conference)];
  const [one, other] = [await open(first), await open(second)];
  await one.getByRole('button', { name: wording('en', 'schedule-step', { minutes: 15 }) }).click();
  await one.getByRole('button', { name: words('en', 'schedule-save') }).click();
  await expect(one).toBeHidden();

  await other.getByRole('button', { name: wording('en', 'schedule-step', { minutes: 30 }) }).click();
  await other.getByRole('button', { name: words('en', 'schedule-save') }).click();
  await expect(other.getByText(words('en', 'schedule-changed'))).toBeVisible();
  const starts = other.getByLabel(wording('en', 'schedule-starts', { zone }));
  await expect(starts).toHaveValue('2021-02-24T12:45');
  await other.getByRole('button', { name: wording('en', 'schedule-step', { minutes: 15 }) }).click();
  await other.getByRole('button', { name: words('en', 'schedule-save') }).click();
  await expect(other).toBeHidden();
  await isTold(first, wording('en', 'schedule-begins', { time: '13:00', was: '12:30' }));
});

test('the dialog of time and title is sound in every language, wide and narrow', async ({ conference }) => {
  test.setTimeout(120_000);
  const secretariat = await desk(conference);
  for (const width of [1440, 360]) {
    await secretariat.setViewportSize({ width, height: 800 });
    for (const tongue of ['en', 'ar', 'fr'] as const) {
      await speak(secretariat, tongue);
      const dialog = await open(secretariat, tongue);
      await isSoundHere(secretariat, `time and title at ${width} px in ${tongue}`);
      await shot(secretariat, `dialog-${tongue}-${width}`);
      await secretariat.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    }
  }
});
