/** A panel: questions from the audience, read, voted for, pinned and promoted by a moderator without a mouse. */
import type { Page } from '@playwright/test';
import { isSound } from './axe.ts';
import { expect, speak, test } from './conference.ts';
import { arrowTo, tabTo } from './keys.ts';
import { wording, words } from './words.ts';

const PANEL = { session: 'stakeholder-consultation' };

async function ask(page: Page, tongue: 'ar' | 'en', text: string, hidden = false): Promise<void> {
  await page.getByRole('tab', { name: words(tongue, 'tab-questions') }).click();
  await page.getByRole('button', { name: words(tongue, 'question-ask') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(words(tongue, 'question-text'), { exact: true }).fill(text);
  if (hidden) await dialog.getByLabel(words(tongue, 'question-hide-name')).check();
  await dialog.getByRole('button', { name: words(tongue, 'question-send') }).click();
  await expect(dialog).toBeHidden();
}

test('the audience asks, a moderator by keyboard alone shows, pins and gives a question to the list', async ({
  conference,
}) => {
  test.setTimeout(300_000);
  const moderator = await conference.join('moderator-2', 'en', 'chair', PANEL);
  await tabTo(moderator, 'button', wording('en', 'chair-open-session'));
  await moderator.keyboard.press('Enter');

  const observer = await conference.join('observer', 'ar', '', PANEL);
  const arabic = 'كيف ستُموَّل هذه البرامج بعد عام 2022؟';
  await ask(observer, 'ar', arabic, true);
  await expect(observer.getByText(words('ar', 'question-state', { state: 'waiting' }))).toBeVisible();
  const tunisia = await conference.join('tunisia', 'en', '', PANEL);
  await expect(tunisia.getByRole('tab', { name: words('en', 'tab-questions') })).toBeVisible();
  await expect(tunisia.getByText(arabic)).toHaveCount(0);
  const jordan = await conference.join('jordan', 'en', '', PANEL);
  const english = 'What can host countries expect from the panel?';
  await ask(jordan, 'en', english);

  await tabTo(moderator, '[role=tab]', wording('en', 'chair-chat'));
  const beside = moderator.getByRole('complementary', { name: words('en', 'chair-beside') });
  await arrowTo(moderator, beside.getByRole('tab', { name: words('en', 'tab-questions') }));
  const rows = moderator.locator('article');
  await tabTo(moderator, 'article', new RegExp(arabic.slice(0, 12)));
  await moderator.keyboard.press('v');
  await expect(tunisia.getByText(arabic)).toHaveCount(1);

  await tunisia.getByRole('tab', { name: words('en', 'tab-questions') }).click();
  const shown = tunisia.getByRole('listitem').filter({ hasText: arabic });
  await expect(shown).toContainText(words('en', 'question-unnamed'));
  await shown.getByRole('button').click();
  await expect(shown.getByRole('button')).toHaveAttribute('aria-pressed', 'true');
  await expect(observer.getByText(wording('ar', 'question-votes', { count: 1 })).first()).toBeVisible();

  // The row has gone over to those that all see, and the focus with it.
  await expect(rows.filter({ hasText: arabic })).toContainText(wording('en', 'question-votes', { count: 1 }));
  await expect(rows.filter({ hasText: arabic })).toBeFocused();
  await moderator.keyboard.press('k');
  const stage = { name: words('en', 'question-on-stage') };
  await expect(tunisia.getByRole('complementary', stage)).toContainText(arabic);

  await tabTo(moderator, 'article', /host countries/);
  await moderator.keyboard.press('v');
  await expect(rows.filter({ hasText: english })).toContainText(wording('en', 'question-votes', { count: 0 }));
  await expect(rows.filter({ hasText: english })).toBeFocused();
  await moderator.keyboard.press('f');
  await expect(tunisia.getByRole('listitem').filter({ hasText: english })).toContainText(words('en', 'question-promoted'));
  await moderator.getByRole('tab', { name: 'Questions and short interventions' }).focus();
  await moderator.keyboard.press('Space');
  await expect(moderator.getByRole('button', { name: wording('en', 'chair-give', { name: 'Jordan' }) }).first()).toBeVisible();

  // A timer that all see, and that adds up for the desk.
  await tabTo(moderator, '[role=tab]', wording('en', 'tab-questions'));
  for (let step = 0; step < 3; step++) await moderator.keyboard.press('ArrowRight');
  const panellist = { name: 'Mr. Basel Warraqi' };
  await tabTo(moderator, 'button', wording('en', 'panel-start-name', panellist));
  await moderator.keyboard.press('Enter');
  await expect(tunisia.getByRole('timer', { name: words('en', 'panel-timer') })).toContainText('/ 3:00');
  await beside.getByRole('tab', { name: words('en', 'tab-questions') }).focus();
  await moderator.keyboard.press('Enter');

  await ask(observer, 'ar', 'هل سيُنشر التقرير باللغات الثلاث؟');
  const screens: [string, Page][] = [
    ["the observer's questions", observer],
    ["a delegate's questions", tunisia],
    ["the moderator's questions", moderator],
  ];
  for (const [width, height] of [
    [1440, 900],
    [360, 740],
  ] as const) {
    for (const [what, page] of screens) {
      await page.setViewportSize({ width, height });
      await isSound(page, `${what} at ${width}`);
      if (!process.env.SHOTS) continue;
      for (const tongue of ['en', 'ar'] as const) {
        await speak(page, tongue);
        await page.screenshot({ path: `${process.env.SHOTS}/${what.replaceAll(/\W+/g, '-')}-${width}-${tongue}.png`, fullPage: true });
      }
    }
  }
  // Answered, it is off the stage and kept.
  await moderator.setViewportSize({ width: 1440, height: 900 });
  await speak(moderator, 'en');
  await tabTo(moderator, 'article', new RegExp(arabic.slice(0, 12)));
  await moderator.keyboard.press('a');
  await speak(tunisia, 'en');
  await expect(tunisia.getByRole('complementary', stage)).toHaveCount(0);
  await expect(tunisia.getByRole('heading', { name: words('en', 'questions-answered') })).toBeVisible();
});
