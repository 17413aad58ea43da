import type { Page } from '@playwright/test';
import { expect, test } from './conference.ts';
import { wording, words } from './words.ts';

/** Goes on with Tab until the named button or link has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  await expect(page.getByRole('button', { name }).first()).toBeEnabled();
  const reached = new Set<string>();
  for (;;) {
    await page.keyboard.press('Tab');
    const [at, label] = await page.evaluate(() => {
      const focused = document.activeElement as HTMLElement;
      const all = [...document.querySelectorAll('*')];
      // A region that takes the focus to be scrolled holds the words of all that is in it.
      const acts = focused.matches('button, a');
      const name = acts ? (focused.getAttribute('aria-label') ?? focused.textContent ?? '') : '';
      return [String(all.indexOf(focused)), name];
    });
    if (name.test(label.trim())) return;
    if (reached.has(at)) throw new Error(`${name} is not to be reached with Tab`);
    reached.add(at);
  }
}

test('a delegate and the chair do their work without a mouse', async ({ conference }) => {
  const chair = await conference.join('chair', 'en', 'chair');
  await tabTo(chair, wording('en', 'chair-open-session'));
  await chair.keyboard.press('Enter');
  await tabTo(chair, wording('en', 'chair-open-list-name', { list: 'List of speakers' }));
  await chair.keyboard.press('Space');
  await expect(chair.getByText(words('en', 'chair-list-open')).first()).toBeVisible();

  const jordan = await conference.join('jordan', 'en');
  await tabTo(jordan, wording('en', 'floor-ask'));
  await jordan.keyboard.press('Enter');
  await expect(jordan.getByRole('dialog')).toBeVisible();
  // The dialog holds the focus, and Escape gives it back to the button.
  await jordan.keyboard.press('Escape');
  await expect(jordan.getByRole('button', { name: wording('en', 'floor-ask') })).toBeFocused();
  await jordan.keyboard.press('Enter');
  await expect(jordan.getByRole('dialog')).toBeVisible();
  await tabTo(jordan, wording('en', 'floor-ask'));
  await jordan.keyboard.press('Enter');
  await expect(jordan.getByRole('button', { name: wording('en', 'floor-standing-by') })).toBeVisible();

  // The console's main act has a key of its own; it does not fire while one types.
  const give = chair.getByRole('button', { name: wording('en', 'chair-give', { name: 'Jordan' }) }).first();
  await expect(give).toBeVisible();
  await chair.locator('body').focus();
  await expect(give).toBeEnabled();
  await chair.keyboard.press('n');
  await expect(chair.getByRole('timer').first()).toBeVisible();

  await expect(jordan.locator('[aria-live="assertive"]')).toContainText(wording('en', 'floor-speaking'));
  await tabTo(jordan, wording('en', 'floor-speaking'));
  await jordan.keyboard.press('Enter');
  await expect(jordan.getByRole('button', { name: wording('en', 'floor-ask') })).toBeVisible();
});
