/** Polls and the run sheet: a moderator asks and runs a panel by keyboard alone; participants answer in Arabic and French; an observer sees what came of it. */
import type { Page } from '@playwright/test';
import { isSound } from './axe.ts';
import { expect, speak, test } from './conference.ts';
import { more, openOnOtherDay } from './hall.ts';
import { tabTo } from './keys.ts';
import { wording, words } from './words.ts';

const PANEL = { session: 'stakeholder-consultation' };

/** A page at both widths and in each language; its picture where they are asked for. */
async function isSoundEverywhere(page: Page, what: string): Promise<void> {
  for (const [width, height] of [
    [1440, 900],
    [360, 740],
    [320, 640],
  ] as const) {
    await page.setViewportSize({ width, height });
    await isSound(page, `${what} at ${width}`);
    if (!process.env.SHOTS) continue;
    for (const tongue of ['en', 'ar'] as const) {
      await speak(page, tongue);
      await page.screenshot({ path: `${process.env.SHOTS}/${what.replaceAll(/\W+/g, '-')}-${width}-${tongue}.png` });
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

/** The big screen, the size it has in the hall, and a phone that shows it. */
async function isSoundInTheHall(page: Page, what: string): Promise<void> {
  for (const [width, height] of [
    [360, 640],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    await isSound(page, `${what} at ${width}`);
    if (!process.env.SHOTS) continue;
    await page.screenshot({ path: `${process.env.SHOTS}/${what.replaceAll(' ', '-')}-${width}.png` });
  }
}

test('a moderator asks by keyboard, delegations answer in Arabic and French, an observer sees the result', async ({
  conference,
}) => {
  test.setTimeout(300_000);
  const moderator = await conference.join('moderator-2', 'en', 'chair', PANEL);
  await tabTo(moderator, 'button', wording('en', 'chair-open-session'));
  await moderator.keyboard.press('Enter');
  await openOnOtherDay(moderator);
  const [jordan, tunisia, observer] = [
    await conference.join('jordan', 'ar', '', PANEL),
    await conference.join('tunisia', 'fr', '', PANEL),
    await conference.join('observer', 'en', '', PANEL),
  ];
  const hall = await conference.join('display', 'en', 'podium', PANEL);
  const shown = hall.getByRole('region', { name: 'Shall we take two more questions?' });

  // A show of hands, which all see as hands go up.
  const beside = moderator.getByRole('complementary', { name: words('en', 'chair-beside') });
  await more(moderator, 'tab-polls');
  await tabTo(moderator, 'button', wording('en', 'polls-ask-hands'));
  await moderator.keyboard.press('Enter');
  await moderator.keyboard.type('Shall we take two more questions?');
  await tabTo(moderator, '[role=dialog] button', wording('en', 'polls-do'));
  await moderator.keyboard.press('Enter');
  await expect(moderator.getByRole('dialog')).toHaveCount(0);
  await expect(jordan.locator('#polite')).toContainText('Shall we take two more questions?');
  // The question about the microphone stands before it in the strip; the bell has all.
  await jordan.locator('.strip .bell').click();
  await jordan.getByRole('dialog').getByRole('button', { name: words('ar', 'notice-answer') }).click();
  await jordan.getByRole('button', { name: words('ar', 'poll-raise') }).click();
  await expect(jordan.getByRole('button', { name: words('ar', 'poll-lower') })).toHaveAttribute('aria-pressed', 'true');
  await observer.getByRole('tab', { name: words('en', 'tab-polls') }).click();
  await expect(observer.getByText(words('en', 'poll-not-yours'))).toBeVisible();
  await expect(observer.locator('.names')).toHaveText('Jordan');
  await observer.getByText(words('en', 'poll-counts')).first().click();
  await expect(observer.getByText(words('en', 'polls-indication'))).toBeVisible();
  // The hall sees the count, and nobody's name.
  await expect(shown.getByRole('listitem')).toContainText(`${words('en', 'poll-choice', { form: 'hands' })} 1`);
  await expect(shown).toContainText(wording('en', 'poll-answered', { ballots: 1, present: 2 }));
  await expect(shown.getByText('Jordan')).toHaveCount(0);
  await more(moderator, 'tab-polls');
  await tabTo(moderator, 'article button', wording('en', 'polls-close'));
  await moderator.keyboard.press('Enter');
  await expect(jordan.getByRole('button', { name: words('ar', 'poll-lower') })).toHaveCount(0);

  // A poll without names, whose result is seen once it is published.
  await tabTo(moderator, 'button', wording('en', 'polls-ask'));
  await moderator.keyboard.press('Enter');
  const dialog = moderator.getByRole('dialog');
  await expect(dialog.getByText(words('en', 'poll-named', { named: 'false' }))).toBeVisible();
  await moderator.keyboard.type('Which report first?');
  for (const option of ['Academia', 'Trade unions']) {
    await tabTo(moderator, '[role=dialog] input:not([type])', /^$/);
    await moderator.keyboard.type(option);
  }
  await tabTo(moderator, '[role=dialog] button', wording('en', 'polls-do'));
  await moderator.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await tunisia.getByRole('tab', { name: words('fr', 'tab-polls') }).click();
  const poll = tunisia.getByRole('article').filter({ hasText: 'Which report first?' });
  // What is kept of an answer is said before it is given.
  await expect(poll.getByText(words('fr', 'poll-named', { named: 'false' }))).toBeVisible();
  await poll.getByLabel('Academia').check();
  await poll.getByRole('button', { name: words('fr', 'poll-send') }).click();
  await expect(poll).toContainText(wording('fr', 'poll-own', { choices: 'Academia' }));
  await poll.getByLabel('Trade unions').check();
  await poll.getByRole('button', { name: words('fr', 'poll-change') }).click();
  await expect(poll).toContainText(wording('fr', 'poll-own', { choices: 'Trade unions' }));
  const arabic = jordan.getByRole('article').filter({ hasText: 'Which report first?' });
  await arabic.getByLabel('Trade unions').check();
  await arabic.getByRole('button', { name: words('ar', 'poll-send') }).click();
  const seen = observer.getByRole('article').filter({ hasText: 'Which report first?' });
  await expect(seen).toContainText(wording('en', 'poll-answered', { ballots: 2, present: 2 }));
  await expect(seen.getByText('Academia')).toHaveCount(0);
  // While somebody speaks, the plate and the clock stand beside it.
  await moderator.getByRole('button', { name: wording('en', 'chair-open-list-name', { list: 'List of speakers' }) }).click();
  await jordan.getByRole('button', { name: words('ar', 'floor-ask') }).click();
  await jordan.getByRole('dialog').getByRole('button', { name: words('ar', 'floor-ask') }).click();
  await moderator.getByRole('button', { name: wording('en', 'chair-give', { name: 'Jordan' }) }).first().click();
  const asked = hall.getByRole('region', { name: 'Which report first?' });
  await expect(hall.getByRole('timer')).toContainText('3:00');
  await expect(asked).toContainText(wording('en', 'poll-answered', { ballots: 2, present: 2 }));
  await expect(asked.getByRole('listitem')).toHaveText(['Academia', 'Trade unions']);
  await expect(asked.locator('.bar')).toHaveCount(0);
  await isSoundInTheHall(hall, 'a poll in the hall');
  await isSoundEverywhere(jordan, 'a delegate answers a poll');
  await speak(jordan, 'ar');

  await tabTo(moderator, 'article button', wording('en', 'polls-close'));
  await moderator.keyboard.press('Enter');
  await expect(beside.getByText(words('en', 'polls-desk-sees'))).toBeVisible();
  // What the desk sees already, the hall does not.
  await expect(asked).toContainText(words('en', 'poll-standing', { standing: 'closed' }));
  await expect(asked.locator('.bar')).toHaveCount(0);
  await expect(seen.getByText('Academia')).toHaveCount(0);
  await isSoundEverywhere(moderator, "the desk's polls");
  await speak(moderator, 'en');
  await more(moderator, 'tab-polls');
  await tabTo(moderator, 'article button', wording('en', 'polls-publish'));
  await moderator.keyboard.press('Enter');
  await expect(seen.getByRole('listitem').filter({ hasText: 'Trade unions' })).toContainText(
    wording('en', 'poll-share', { count: 2, percent: 100 }),
  );
  await expect(seen.locator('.names')).toHaveCount(0);
  await expect(asked.getByRole('listitem').last()).toContainText(wording('en', 'poll-share', { count: 2, percent: 100 }));
  await isSoundInTheHall(hall, 'a result in the hall');
  await expect(observer.locator('#polite')).toContainText('Trade unions: 2');
  await isSoundEverywhere(observer, 'an observer sees results');
});

test('a moderator runs a panel by its sheet, by keyboard alone', async ({ conference }) => {
  test.setTimeout(240_000);
  const moderator = await conference.join('moderator-2', 'en', 'moderator', PANEL);
  const main = moderator.locator('.mainbox .go');
  const begin = async (key: string, args = {}): Promise<void> => {
    await expect(main).toContainText(wording('en', key, args));
    await expect(main).toHaveAttribute('aria-disabled', 'false');
    await moderator.keyboard.press('n');
  };
  await begin('chair-open-session');
  await openOnOtherDay(moderator);
  const sheet = moderator.getByRole('complementary', { name: words('en', 'chair-sheet-tab') });
  const rows = sheet.getByRole('listitem').filter({ has: moderator.locator('.what') });
  await expect(rows).toHaveCount(7);

  // A panellist looks at their own page while the moderator runs the sheet.
  const panellist = await conference.join('migrants-and-diaspora-representative', 'ar', '', PANEL);
  const cue = panellist.getByText(wording('ar', 'cue-next', { time: '6:00' }));
  await begin('moderator-begin', { item: 'Dr. Sami Wardi' });
  await expect(rows.first()).toHaveAttribute('aria-current', 'step');
  // Whoever comes next is told, on the page and aloud; nobody else is.
  await expect(cue.first()).toBeVisible();
  await expect(panellist.getByRole('status').filter({ hasText: wording('ar', 'cue-next', { time: '6:00' }) })).toHaveCount(1);
  await isSoundEverywhere(panellist, 'a panellist is told to be ready');
  await begin('moderator-begin', { item: 'Ms. Souad Mahawi' });
  await expect(rows.nth(1)).toHaveAttribute('aria-current', 'step');
  await expect(rows.first()).toContainText(words('en', 'sheet-progress', { progress: 'done' }));
  await expect(rows.nth(2)).toHaveClass(/\bnext\b/);
  // Their clock began with the item, and all see it; what is to come is the desk's.
  const observer = await conference.join('observer', 'fr', '', PANEL);
  await expect(observer.getByRole('timer').first()).toContainText('6:00');
  await expect(observer.getByText(words('en', 'sheet-next-mark'))).toHaveCount(0);

  // Another item is put on the sheet, and moved up by its menu.
  await tabTo(moderator, 'button', new RegExp(words('en', 'moderator-add').slice(0, 3)));
  await moderator.keyboard.press('Enter');
  const dialog = moderator.getByRole('dialog');
  await dialog.getByLabel(wording('en', 'sheet-field-title', { language: 'en' })).focus();
  await moderator.keyboard.type('A short film');
  await moderator.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(rows).toHaveCount(8);
  await expect(rows.last()).toContainText('A short film');
  await rows.last().getByRole('button', { name: wording('en', 'moderator-acts', { item: 'A short film' }) }).focus();
  await moderator.keyboard.press('Enter');
  const up = rows.last().getByRole('button', { name: words('en', 'sheet-up') });
  while (!(await up.evaluate((one) => one === document.activeElement))) await moderator.keyboard.press('ArrowDown');
  await moderator.keyboard.press('Enter');
  await expect(rows.nth(6)).toContainText('A short film');

  // Somebody of the secretariat has the same sheet; what they change, the moderator sees.
  const secretariat = await conference.join('secretariat', 'ar', 'moderator', PANEL);
  const arabic = secretariat.locator('li[aria-current]');
  await arabic.getByRole('button', { name: new RegExp(words('ar', 'moderator-acts', { item: '' }).trim().slice(0, 6)) }).first().click();
  await arabic.getByRole('button', { name: words('ar', 'sheet-end') }).click();
  await expect(sheet.locator('li[aria-current]')).toHaveCount(0);
  await isSoundEverywhere(moderator, 'the run sheet');
});
