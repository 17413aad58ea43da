/** The secretariat changes a session's time and title while the conference runs, and everybody is told what it was. */
import type { Locator, Page } from '@playwright/test';
import { isSound, isSoundHere } from './axe.ts';
import { type Conference, expect, speak, test } from './conference.ts';
import { office, ofMeeting } from './hall.ts';
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
  await expect(lebanon.locator('main').getByText(delayed('en'))).toBeVisible();
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
  await expect(round.getByText('13:00–14:15')).toBeVisible();
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

/** Each of the pages at 1440 and at 360 px: sound, and a picture of it. */
async function look(pages: readonly (readonly [Page, string, Locator?])[]): Promise<void> {
  for (const [page, name, part] of pages) {
    for (const [tongue, width] of [['en', 1440], ['ar', 360], ['fr', 320]] as const) {
      await page.setViewportSize({ width, height: width === 1440 ? 900 : 740 });
      if (!page.url().endsWith('/podium')) await speak(page, tongue);
      await isSoundHere(page, `${name} at ${width} px in ${tongue}`);
      await part?.scrollIntoViewIfNeeded();
      await shot(page, `${name}-${tongue}-${width}`);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    if (!page.url().endsWith('/podium')) await speak(page, 'en');
  }
}

test('a session that is cancelled is told everywhere and cannot be opened, until it is given a time again', async ({
  conference,
}) => {
  test.setTimeout(180_000);
  const secretariat = await office(conference);
  const chair = await conference.join('chair', 'en', 'chair', { session: SESSION });
  const iraq = await conference.join('iraq', 'ar', '', { session: SESSION });
  const lebanon = await conference.enter('lebanon');
  await speak(lebanon, 'en');
  const podium = await conference.join('display', 'en', 'podium', { session: SESSION });
  const visitor = await conference.visit('/public/', 'fr');
  const open_it = chair.getByRole('button', { name: words('en', 'chair-open-session') });
  await expect(open_it).toBeVisible();

  const card = secretariat.getByRole('listitem').filter({ has: secretariat.getByRole('heading', { name: /Round table 1/ }) });
  const dialog = secretariat.getByRole('dialog', { name: words('en', 'schedule-title') });
  await card.getByRole('button', { name: wording('en', 'office-set-time-of', { name: 'Round table 1' }) }).click();
  await dialog.getByLabel(words('en', 'schedule-never')).check();
  const why = dialog.getByLabel(words('en', 'schedule-why'));
  await why.fill('The speakers cannot travel');
  await expect(dialog.getByLabel(wording('en', 'schedule-starts', { zone }))).toHaveCount(0);
  await isSoundHere(secretariat, 'time and title of a session that is to be cancelled');
  await shot(secretariat, 'cancel-dialog-en-1440');
  await dialog.getByRole('button', { name: words('en', 'schedule-save') }).click();
  await expect(dialog).toBeHidden();

  const cancelled = (tongue: Tongue) => wording(tongue, 'schedule-cancelled', { time: '12:30' });
  const phase = (tongue: Tongue) => wording(tongue, 'phase-name', { phase: 'cancelled' });
  const reason = /The speakers cannot travel/;
  await expect(card.getByText(phase('en'), { exact: true }).first()).toBeVisible();
  await expect(card.locator('s').first()).toHaveText('12:30');
  await expect(card.getByText(reason)).toBeVisible();
  const stage = iraq.locator('.stage-place');
  await expect(stage.getByText(cancelled('ar')).first()).toBeVisible();
  await expect(stage.getByText(reason).first()).toBeVisible();
  await expect(told(iraq)).toHaveText(cancelled('ar'));
  await expect(podium.locator('.calm s')).toHaveText(/12:30/);
  await expect(podium.getByText(wording('en', 'stage-cancelled'))).toBeVisible();
  await expect(podium.getByText(reason)).toBeVisible();
  // The chair is told why there is nothing to open.
  await expect(open_it).toHaveCount(0);
  const main = chair.getByRole('button', { name: wording('en', 'stage-cancelled') });
  await expect(main).toHaveAttribute('aria-disabled', 'true');
  await expect(main).toContainText(reason);

  const row = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });
  const round = row(lebanon, 'Round table 1');
  await expect(round.getByText(cancelled('en'))).toBeVisible();
  await expect(round.locator('s')).toHaveText('12:30–13:45');
  await expect(round.locator('.phase')).toHaveText(phase('en'));
  await expect(told(lebanon)).toContainText(cancelled('en'));
  const tour = row(visitor, 'Table ronde 1');
  await expect(tour.getByText(cancelled('fr'))).toBeVisible({ timeout: 20_000 });
  await expect(tour.getByText(reason)).toBeVisible();
  // And without a script.
  for (const path of ['/', '/public/', `/public/${SESSION}`]) {
    const written = await (await visitor.request.get(new URL(`${path}?lang=en`, visitor.url()).href)).text();
    expect(written.replace(/[\u2066-\u2069]/g, ''), path).toContain('planned for 12:30, it does not take place. Reason: The speakers');
    expect(written, path).toContain('<s>12:30</s>');
  }
  await look([
    [iraq, 'cancelled-room'],
    [lebanon, 'cancelled-lobby', lebanon.locator('.phase.cancelled')],
    [visitor, 'cancelled-public', visitor.locator('.phase.cancelled')],
    [chair, 'cancelled-desk'],
    [secretariat, 'cancelled-office', secretariat.locator('li.cancelled .acts')],
  ]);
  await isSoundHere(podium, 'the podium of a cancelled session');
  await shot(podium, 'cancelled-podium');

  // A time takes it back, also the one that it had; why it was cancelled is said no more.
  await card.getByRole('button', { name: wording('en', 'office-set-time-of', { name: 'Round table 1' }) }).click();
  await expect(dialog.getByLabel(words('en', 'schedule-never'))).toBeChecked();
  await expect(why).toHaveValue('The speakers cannot travel');
  await dialog.getByLabel(words('en', 'schedule-at-time')).check();
  await expect(why).toHaveValue('');
  await expect(dialog.getByLabel(wording('en', 'schedule-starts', { zone }))).toHaveValue('2021-02-24T12:30');
  await dialog.getByRole('button', { name: words('en', 'schedule-save') }).click();
  await expect(dialog).toBeHidden();
  await expect(open_it).toBeVisible();
  await expect(told(iraq)).toHaveText(wording('en', 'schedule-as-planned', { time: '12:30' }));
  await expect(card.locator('s')).toHaveCount(0);
  await expect(round.locator('s')).toHaveCount(0);
  await speak(iraq, 'ar');
  await iraq.getByRole('tab', { name: wording('ar', 'tab-proceedings') }).click();
  const facts = iraq.getByRole('tabpanel');
  await expect(facts.getByText(wording('ar', 'fact-meeting-cancelled', { was: '12/30' }))).toBeVisible();
});

test('a session is added while the conference runs: it is in the programme, and is entered and opened like any other', async ({
  conference,
}) => {
  test.setTimeout(150_000);
  const secretariat = await office(conference);
  const lebanon = await conference.enter('lebanon');
  await speak(lebanon, 'en');
  const add = (tongue: Tongue) => secretariat.getByRole('button', { name: words(tongue, 'office-add-session') });
  const dialog = secretariat.getByRole('dialog');
  for (const [tongue, width] of [['en', 1440], ['ar', 360], ['fr', 320]] as const) {
    await secretariat.setViewportSize({ width, height: 740 });
    await speak(secretariat, tongue);
    await add(tongue).click();
    await expect(dialog.getByLabel(wording(tongue, 'office-session-like'), { exact: true })).toBeVisible();
    // Nothing is added without a title.
    await dialog.getByRole('button', { name: words(tongue, 'office-add-short'), exact: true }).click();
    await expect(dialog.getByText(words(tongue, 'office-session-title-needed'))).toBeVisible();
    await isSoundHere(secretariat, `a new session at ${width} px in ${tongue}`);
    await shot(secretariat, `add-${tongue}-${width}`);
    await secretariat.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
  await secretariat.setViewportSize({ width: 1440, height: 900 });
  await speak(secretariat, 'en');

  await add('en').click();
  const title = (language: Tongue) => dialog.getByLabel(wording('en', 'schedule-title-in', { language }));
  await title('en').fill('Extraordinary meeting');
  await title('fr').fill('Séance extraordinaire');
  await title('ar').fill('جلسة استثنائية');
  const starts = dialog.getByLabel(wording('en', 'schedule-starts', { zone }));
  const ends = dialog.getByLabel(wording('en', 'schedule-end', { zone }));
  const proposed = [await starts.inputValue(), await ends.inputValue()] as const;
  // Another session is there already.
  await starts.fill('2021-02-24T12:45');
  await ends.fill('2021-02-24T13:15');
  await title('ar').press('Enter');
  await expect(dialog.getByText(/Round table 1/).last()).toBeVisible();
  await expect(dialog.getByRole('alert').last()).toContainText(/is planned for that time/);
  await starts.fill(proposed[0]);
  await ends.fill(proposed[1]);
  await title('ar').press('Enter');
  await expect(dialog).toBeHidden();

  const card = secretariat.getByRole('listitem').filter({ has: secretariat.getByRole('heading', { name: 'Extraordinary meeting' }) });
  await expect(card).toBeVisible({ timeout: 5_000 });
  // It is attended at once, like the others.
  await expect(card.getByText(words('en', 'office-nobody-waits'))).toBeVisible();
  await card.scrollIntoViewIfNeeded();
  await shot(secretariat, 'added-office-en-1440');

  const row = lebanon.getByRole('listitem').filter({ hasText: 'Extraordinary meeting' });
  await expect(row).toBeVisible();
  await row.scrollIntoViewIfNeeded();
  await shot(lebanon, 'added-lobby-en-1440');
  await isSoundHere(lebanon, 'the lobby with a new session');
  await row.getByRole('link', { name: wording('en', 'lobby-enter-name', { session: 'Extraordinary meeting' }) }).click();
  await expect(lebanon.getByRole('heading', { level: 1 })).toHaveText('Extraordinary meeting');
  const session = /session\/(s-[0-9a-f]+)/.exec(lebanon.url())?.[1] ?? '';
  expect(session).not.toBe('');

  const chair = await conference.join('chair', 'en', 'chair', { session });
  await chair.getByRole('button', { name: words('en', 'chair-open-session') }).click();
  const other = chair.getByRole('dialog', { name: words('en', 'chair-other-day-title') });
  await other.getByRole('button', { name: words('en', 'chair-other-day-act') }).click();
  await expect(other).toBeHidden();
  await expect(card.getByText(words('en', 'phase-name', { phase: 'open' })).first()).toBeVisible();
  await expect(lebanon.locator('header').getByText(words('en', 'phase-name', { phase: 'open' })).first()).toBeAttached();
});
