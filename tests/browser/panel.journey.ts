/** A panel led from the moderator's desk: items begun as one act, questions from the audience, an answer, the close; without a mouse. */
import type { Page } from '@playwright/test';
import { isSound } from './axe.ts';
import { expect, speak, test } from './conference.ts';
import { openOnOtherDay } from './hall.ts';
import { tabTo } from './keys.ts';
import { wording, words } from './words.ts';

const PANEL = { session: 'stakeholder-consultation' };

async function ask(page: Page, tongue: 'ar' | 'en', text: string, hidden = false, whom = ''): Promise<void> {
  await page.getByRole('tab', { name: words(tongue, 'tab-questions'), exact: true }).click();
  await page.getByRole('button', { name: words(tongue, 'question-ask'), exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(words(tongue, 'question-text'), { exact: true }).fill(text);
  if (whom) await dialog.getByLabel(words(tongue, 'question-to-whom')).selectOption({ label: whom });
  if (hidden) await dialog.getByLabel(words(tongue, 'question-hide-name')).check();
  await dialog.getByRole('button', { name: words(tongue, 'question-send') }).click();
  await expect(dialog).toBeHidden();
}

test('a moderator leads a panel from opening to close, without a mouse', async ({ conference }) => {
  test.setTimeout(300_000);
  const moderator = await conference.join('moderator-2', 'en', 'moderator', PANEL);
  const main = moderator.locator('.mainbox .go');
  /** Presses the key of the main button once it means what it is to mean. */
  const press = async (key: string, args: Record<string, string> = {}): Promise<void> => {
    await expect(main).toContainText(wording('en', key, args));
    await expect(main).toHaveAttribute('aria-disabled', 'false');
    await moderator.keyboard.press('n');
  };
  await expect(moderator.getByRole('banner')).toContainText(words('en', 'moderator-title'));
  await press('chair-open-session');
  await openOnOtherDay(moderator);

  const observer = await conference.join('observer', 'ar', '', PANEL);
  const arabic = 'كيف ستُموَّل هذه البرامج بعد عام 2022؟';
  await ask(observer, 'ar', arabic, true);
  await expect(observer.getByText(words('ar', 'question-state', { state: 'waiting' }))).toBeVisible();
  const tunisia = await conference.join('tunisia', 'en', '', PANEL);
  await expect(tunisia.getByRole('tab', { name: words('en', 'tab-questions'), exact: true })).toBeVisible();
  await expect(tunisia.getByText(arabic)).toHaveCount(0);
  const jordan = await conference.join('jordan', 'en', '', PANEL);
  const english = 'What can host countries expect from the panel?';
  await ask(jordan, 'en', english, false, 'Ms. Souad Mahawi');

  const rows = moderator.locator('article');
  await tabTo(moderator, 'article', new RegExp(arabic.slice(0, 12)));
  await moderator.keyboard.press('v');
  await expect(tunisia.getByText(arabic)).toHaveCount(1);

  await tunisia.getByRole('tab', { name: words('en', 'tab-questions'), exact: true }).click();
  const shown = tunisia.getByRole('listitem').filter({ hasText: arabic });
  await expect(shown).toContainText(words('en', 'question-unnamed'));
  await shown.getByRole('button').click();
  await expect(shown.getByRole('button')).toHaveAttribute('aria-pressed', 'true');
  await expect(observer.getByText(wording('ar', 'question-votes', { count: 1 })).first()).toBeAttached();

  // The row has gone over to those that all see, and the focus with it.
  await expect(rows.filter({ hasText: arabic })).toContainText(wording('en', 'question-votes', { count: 1 }));
  await expect(rows.filter({ hasText: arabic })).toBeFocused();
  await moderator.keyboard.press('k');
  const onStage = moderator.getByRole('region', { name: words('en', 'question-on-stage') });
  await expect(onStage).toContainText(arabic);
  await expect(tunisia.getByText(arabic).first()).toBeVisible();

  // A panellist agrees; their item begins as one act: clock, plate, microphone.
  const mahawi = await conference.join('migrants-and-diaspora-representative', 'en', '', { ...PANEL, tone: 500 });
  await mahawi.getByRole('button', { name: words('en', 'microphone-agree') }).click();
  const seat = moderator.getByRole('list', { name: words('en', 'moderator-seats') }).getByRole('listitem').filter({ hasText: 'Mahawi' });
  await expect(seat.getByRole('button')).toHaveClass(/\bready\b/, { timeout: 60_000 });
  await press('moderator-begin', { item: 'Dr. Sami Wardi' });
  await expect(main).toContainText(wording('en', 'moderator-begins', { microphone: 'opens', gender: 'female', time: '6:00' }));
  await press('moderator-begin', { item: 'Ms. Souad Mahawi' });
  await expect(seat).toContainText(words('en', 'moderator-seat', { state: 'live' }));
  const stage = moderator.getByRole('region', { name: words('en', 'stage-label'), exact: true });
  await expect(stage).toContainText('Ms. Souad Mahawi');
  await expect(stage.getByRole('timer')).toContainText('6:00');

  // What was begun by mistake is taken back as one act.
  await moderator.keyboard.press('z');
  await expect(stage).toContainText('Dr. Sami Wardi');
  await expect(seat.getByRole('button')).toHaveClass(/\bready\b/, { timeout: 60_000 });
  await press('moderator-begin', { item: 'Ms. Souad Mahawi' });
  await expect(seat).toContainText(words('en', 'moderator-seat', { state: 'live' }));
  await isSound(moderator, 'the desk while a panellist speaks');
  await speak(moderator, 'en');

  await press('moderator-begin', { item: 'Mr. Basel Warraqi' });
  await press('moderator-begin', { item: 'Ms. Mounia Fakhari' });
  await press('moderator-begin', { item: 'Dr. Abeer Midadi' });
  await press('moderator-begin', { item: words('en', 'sheet-kind', { kind: 'questions' }) });
  await seat.getByRole('button').press('Enter');
  await expect(seat).not.toContainText(words('en', 'moderator-seat', { state: 'live' }));

  // Answered, it is off the stage and kept; the next asks somebody, who is given the floor to answer.
  await tabTo(moderator, 'article', new RegExp(arabic.slice(0, 12)));
  await moderator.keyboard.press('a');
  await expect(onStage).toContainText(words('en', 'moderator-no-question'));
  await expect(tunisia.getByRole('heading', { name: words('en', 'questions-answered') })).toBeVisible();
  await tabTo(moderator, 'article', /host countries/);
  await moderator.keyboard.press('v');
  // What can be put on stage is among those that all see.
  await expect(rows.filter({ hasText: english }).getByRole('button', { name: wording('en', 'moderate-act', { act: 'pin' }) })).toBeVisible();
  await expect(rows.filter({ hasText: english })).toBeFocused();
  await moderator.keyboard.press('k');
  await press('moderator-answer', { name: 'Ms. Souad Mahawi' });
  await expect(seat).toContainText(words('en', 'moderator-seat', { state: 'live' }));
  await expect(stage.getByRole('timer')).toContainText('2:00');

  // A question may go to the list for the floor, which is one press away.
  await tabTo(moderator, 'article', /host countries/);
  await moderator.keyboard.press('f');
  await expect(tunisia.getByRole('listitem').filter({ hasText: english })).toContainText(words('en', 'question-promoted'));

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
  await moderator.setViewportSize({ width: 1440, height: 900 });
  await speak(moderator, 'en');

  // The last item, and the close, which asks once.
  await press('moderator-begin', { item: 'Dr. Sami Wardi' });
  await press('chair-close');
  const dialog = moderator.getByRole('dialog');
  await tabTo(moderator, '[role=dialog] button', wording('en', 'chair-close-act'));
  await moderator.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(main).toContainText(words('en', 'chair-over'));
});
