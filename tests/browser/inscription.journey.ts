/** Inscription by the clock: a list that is open until a time told to all, closes by itself, and one that opens tomorrow. */
import type { Page } from '@playwright/test';
import { isSoundHere } from './axe.ts';
import { expect, test } from './conference.ts';
import { type Tongue, wording, words } from './words.ts';

/** A note of a list that names a time, whatever the time. */
const note = (page: Page, tongue: Tongue, key: 'list-opens' | 'list-closes' | 'list-closed-at') => {
  const [before = '', after = ''] = words(tongue, key, { time: '00:00' }).split('00:00');
  return page.getByText(new RegExp(`${before}.*\\d\\d:\\d\\d.*${after}`));
};

// Long enough for two delegates to come in before it closes.
test.use({ inscription: 60_000 });

test('a delegate is inscribed before the list closes by itself, and another who presses after that is refused', async ({
  conference,
}) => {
  test.setTimeout(180_000);
  const iraq = await conference.join('iraq', 'ar');
  // The time is told before it comes; of the other list, when it opens.
  await expect(note(iraq, 'ar', 'list-closes').first()).toBeVisible();
  await iraq.getByRole('button', { name: words('ar', 'floor-ask') }).click();
  await iraq.getByRole('dialog').getByRole('button', { name: words('ar', 'floor-ask') }).click();
  await expect(iraq.getByRole('button', { name: words('ar', 'floor-inscribed-detail') })).toBeVisible();

  const tunisia = await conference.join('tunisia', 'fr');
  await expect(note(tunisia, 'fr', 'list-closes').first()).toBeVisible();
  await tunisia.getByRole('button', { name: words('fr', 'floor-ask') }).click();
  const dialog = tunisia.getByRole('dialog');
  const ask = dialog.getByRole('button', { name: words('fr', 'floor-ask') });
  await expect(ask).toBeVisible();

  // The clock closes the list while the request is being written: nobody at the desk did.
  await expect(note(tunisia, 'fr', 'list-closed-at').first()).toBeVisible({ timeout: 90_000 });
  await ask.click();
  await expect(tunisia.getByText(words('fr', 'refusal-list-closed')).first()).toBeVisible();
  await isSoundHere(tunisia, 'a request that came too late');
  await expect(tunisia.getByRole('button', { name: words('fr', 'floor-ask'), exact: true })).toHaveCount(0);
  await expect(iraq.getByRole('button', { name: words('ar', 'floor-inscribed-detail') })).toBeVisible();

  // The desk still can: it opens what the clock closed.
  const chair = await conference.join('chair', 'en', 'chair');
  await chair.getByRole('button', { name: wording('en', 'chair-open-list-name', { list: 'List of speakers' }) }).click();
  await expect(tunisia.getByRole('button', { name: words('fr', 'floor-ask') }).first()).toBeEnabled();
});
