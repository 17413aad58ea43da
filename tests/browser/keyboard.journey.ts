import type { Page } from '@playwright/test';
import { expect, test } from './conference.ts';
import { wording, words } from './words.ts';

/** Goes on with Tab until the named button or link has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  await expect(page.getByRole('button', { name }).or(page.getByRole('tab', { name })).first()).toBeEnabled();
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
  // Who changes their mind at once is heard as well: the next key does not wait until the page has taken in the one before.
  await Promise.all([jordan.keyboard.press('Escape'), jordan.keyboard.press('Enter')]);
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
  await tabTo(jordan, wording('en', 'dock-finish'));
  await jordan.keyboard.press('Enter');
  await expect(jordan.getByRole('button', { name: wording('en', 'floor-ask') })).toBeVisible();
});

test.describe('at a laptop', () => {
  test.use({ viewport: { width: 1366, height: 768 } });

  test('the chair holds a whole debate without a mouse: two lists, a point of order, an act taken back, the closing', async ({
    conference,
  }) => {
    test.setTimeout(150_000);
    const chair = await conference.join('chair', 'en', 'chair');
    const main = chair.locator('.box');
    /** Waits until the main button means this, then presses its key. */
    const next = async (key: string, args: Record<string, string> = {}): Promise<void> => {
      const meant = main.getByRole('button', { name: wording('en', key, args) });
      await expect(meant).toBeEnabled();
      await chair.locator('body').focus();
      await chair.keyboard.press('n');
    };
    await next('chair-open-session');
    for (const list of ['List of speakers', 'Right of reply']) {
      await chair.keyboard.press('l');
      if (list === 'Right of reply') {
        await tabTo(chair, /^List of speakers/);
        await chair.keyboard.press('ArrowRight');
      }
      await tabTo(chair, wording('en', 'chair-open-list-name', { list }));
      await chair.keyboard.press('Enter');
    }
    const asks = async (who: 'iraq' | 'jordan') => {
      const page = await conference.join(who, 'en');
      await page.getByRole('button', { name: words('en', 'floor-ask') }).first().click();
      await page.getByRole('dialog').getByRole('button', { name: words('en', 'floor-ask') }).click();
      await expect(page.getByRole('dialog')).toBeHidden();
      return page;
    };
    await asks('iraq');
    const jordan = await asks('jordan');

    await next('chair-give', { name: 'Iraq' });
    await expect(chair.locator('.script .now')).toContainText('Jordan');
    // An act is taken back by its key, from the place where the hand is.
    await expect(main.locator('.undo')).toBeEnabled();
    await chair.keyboard.press('z');
    await next('chair-give', { name: 'Iraq' });
    await expect(chair.getByRole('timer').first()).toHaveText(/^2:5\d|^3:00/);
    await chair.keyboard.press('e');
    await expect(chair.getByRole('timer').first()).toHaveText(/3:5\d|4:00/);

    await jordan.getByRole('button', { name: words('en', 'placard-raise') }).click();
    await jordan.getByRole('dialog').getByRole('button', { name: words('en', 'placard-raise-do') }).click();
    await next('chair-recognise', { name: 'Jordan' });
    const parts = chair.locator('.three button');
    await expect(parts.first()).toBeEnabled();
    await chair.keyboard.press('n');
    await expect(parts.first()).toBeFocused();
    await chair.keyboard.press('Enter');
    await next('chair-give-back', { name: 'Iraq' });

    // A right of reply, asked for while the list goes on: it waits until its list is taken up.
    await jordan.getByRole('button', { name: /^Right of reply/ }).click();
    await jordan.getByRole('dialog').getByRole('button', { name: words('en', 'floor-ask') }).click();
    await expect(main.getByRole('button', { name: wording('en', 'chair-give', { name: 'Jordan' }) })).toBeVisible();
    await next('chair-give', { name: 'Jordan' });
    await expect(chair.locator('.script .now')).toContainText('rights of reply');
    await next('chair-take-up', { list: 'Right of reply' });
    await expect(chair.locator('.script .now')).toContainText('in exercise of the right of reply');
    await next('chair-give', { name: 'Jordan' });
    await expect(chair.locator('.script .now')).toContainText('no more speakers');
    await next('chair-motion-stop-name', { name: 'Jordan' });
    await next('chair-close');
    await expect(chair.getByRole('dialog')).toBeVisible();
    await tabTo(chair, new RegExp(`^${words('en', 'chair-close-act')}$`));
    await chair.keyboard.press('Enter');
    await expect(main.getByRole('button', { name: words('en', 'chair-over') })).toBeVisible();
  });
});
