/** The secretariat's work on a list, by keyboard: an order previewed and applied, the time cut; a delegate's statement. */
import type { Page } from '@playwright/test';
import { isSound, isSoundHere } from './axe.ts';
import { type Conference, expect, speak, test } from './conference.ts';
import { more } from './hall.ts';
import { TONGUES, type Tongue, wording, words } from './words.ts';

const WORDS = 'السيدة الرئيسة، يرحب وفد بلادي بهذا الاستعراض.';

/** Iraq, Lebanon and Jordan have asked for the floor, in this order; the chair is at the console. */
async function threeWait(conference: Conference): Promise<Record<'chair' | 'iraq' | 'lebanon', Page>> {
  const chair = await conference.join('chair', 'en', 'chair');
  await chair.getByRole('button', { name: words('en', 'chair-open-session') }).click();
  await chair
    .getByRole('button', { name: wording('en', 'chair-open-list-name', { list: 'List of speakers' }) })
    .click();
  const asks = async (who: 'iraq' | 'lebanon' | 'jordan', tongue: Tongue): Promise<Page> => {
    const page = await conference.join(who, tongue);
    await page.getByRole('button', { name: words(tongue, 'floor-ask') }).click();
    await page.getByRole('dialog').getByRole('button', { name: words(tongue, 'floor-ask') }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByRole('button', { name: words(tongue, 'statement-open') })).toBeVisible();
    return page;
  };
  const iraq = await asks('iraq', 'ar');
  const lebanon = await asks('lebanon', 'en');
  await asks('jordan', 'en');
  await expect(waiting(chair)).toHaveText(['Iraq', 'Lebanon', 'Jordan']);
  return { chair, iraq, lebanon };
}

/** Names of the delegations that wait, as the console lists them. */
const waiting = (chair: Page) => chair.locator('.lists ol li .who > b:first-child');

/** Goes on with Tab until the button of this name has the focus, and presses it. */
async function tabAndPress(page: Page, name: RegExp): Promise<void> {
  const button = page.getByRole('dialog').getByRole('button', { name });
  await expect(button).toBeVisible();
  for (let step = 0; step < 20; step++) {
    if (await button.evaluate((node) => node === document.activeElement)) {
      await page.keyboard.press('Enter');
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`${name} is not to be reached with Tab`);
}

test('the chair previews and applies an order and cuts the time, by keyboard alone', async ({ conference }) => {
  test.setTimeout(120_000);
  const { chair, lebanon } = await threeWait(conference);

  await chair.locator('body').focus();
  await chair.keyboard.press('r');
  const dialog = chair.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await tabAndPress(chair, wording('en', 'chair-order-preview'));
  // Two ministers before a vice-minister, each with the reason; nothing has changed yet.
  await expect(dialog.locator('ol li b')).toHaveText(['Lebanon', 'Jordan', 'Iraq']);
  await expect(dialog.getByText(words('en', 'rank-name', { rank: 'vice_minister', gender: 'other' }))).toBeVisible();
  await expect(waiting(chair)).toHaveText(['Iraq', 'Lebanon', 'Jordan']);
  await tabAndPress(chair, wording('en', 'chair-order-apply'));
  await expect(dialog).toBeHidden();
  await expect(waiting(chair)).toHaveText(['Lebanon', 'Jordan', 'Iraq']);
  // The log of moves tells of it.
  await more(chair, 'chair-moves');
  const policy = words('en', 'policy-name', { policy: 'rank' });
  await expect(chair.getByText(wording('en', 'chair-moves-order', { policy }))).toBeVisible();

  await chair.locator('body').focus();
  await chair.keyboard.press('m');
  await expect(dialog).toBeVisible();
  await chair.keyboard.press('ControlOrMeta+a');
  await chair.keyboard.type('2');
  await tabAndPress(chair, wording('en', 'chair-time-act', { time: '2:00' }));
  await expect(dialog).toBeHidden();
  await expect(lebanon.getByText(wording('en', 'list-time-max', { time: '2:00' })).first()).toBeVisible();
});

test('the chair names who speaks for a delegation, gives it time besides, and passes over one that is not there by key', async ({
  conference,
}) => {
  test.setTimeout(120_000);
  const { chair, iraq, lebanon } = await threeWait(conference);
  const row = chair.locator('.lists ol li').filter({ hasText: 'Lebanon' });
  await row.getByRole('button', { name: wording('en', 'chair-more', { name: 'Lebanon' }) }).click();
  const dialog = chair.getByRole('dialog');
  await dialog.getByLabel(words('en', 'chair-speaker')).selectOption({ label: 'Mr. Nadim Sarwi · Adviser' });
  await isSoundHere(chair, 'what the chair can do with a request');
  await dialog.getByRole('button', { name: words('en', 'chair-speaker-act') }).click();
  await expect(dialog).toBeHidden();
  // The substitution shows, also to the delegation itself.
  for (const page of [chair, lebanon]) await expect(page.getByText('Mr. Nadim Sarwi').first()).toBeVisible();

  await row.getByRole('button', { name: wording('en', 'chair-more', { name: 'Lebanon' }) }).click();
  await dialog.getByRole('button', { name: wording('en', 'chair-extra', { time: '1:00' }) }).click();
  await expect(dialog).toBeHidden();
  await expect(row).toContainText('4:00');

  // Iraq is first and there: the key passes nobody over. Once nobody of it is there, it does.
  await chair.locator('body').focus();
  await chair.keyboard.press('a');
  await expect(waiting(chair)).toHaveText(['Iraq', 'Lebanon', 'Jordan']);
  await iraq.close();
  // A page that is lost is given ten seconds to come back.
  await expect(chair.getByRole('button', { name: wording('en', 'chair-wait', { name: 'Iraq' }) })).toBeVisible({ timeout: 30_000 });
  await chair.keyboard.press('a');
  await expect(waiting(chair)).toHaveText(['Lebanon', 'Jordan', 'Iraq']);

  // The time given besides is the turn's.
  await chair.getByRole('button', { name: wording('en', 'chair-give', { name: 'Lebanon' }) }).first().click();
  await expect(lebanon.getByRole('timer').first()).toContainText('4:00');
});

test('a delegate names another speaker and gives a text, which the booth reads and nobody else before it is heard', async ({
  conference,
}) => {
  test.setTimeout(120_000);
  const { chair, lebanon } = await threeWait(conference);
  const booth = await conference.join('interpreter-en-1', 'en', 'booth');
  const observer = await conference.join('observer', 'ar');

  await lebanon.getByRole('button', { name: words('en', 'statement-open') }).click();
  const dialog = lebanon.getByRole('dialog');
  await dialog.getByLabel(words('en', 'statement-speaker')).selectOption({ label: 'Mr. Nadim Sarwi · Adviser' });
  await dialog.getByRole('button', { name: words('en', 'statement-name') }).click();
  await expect(dialog.getByText(wording('en', 'statement-named', { name: 'Mr. Nadim Sarwi' }))).toBeVisible();
  await dialog.getByLabel(words('en', 'statement-language')).selectOption('ar');
  await dialog.getByLabel(words('en', 'statement-words'), { exact: true }).fill(WORDS);
  await dialog.getByRole('button', { name: words('en', 'statement-give') }).click();
  await expect(dialog.getByText(words('en', 'statement-received'))).toBeVisible();
  // Six words, at 120 a minute.
  await expect(dialog.getByText(wording('en', 'statement-reading', { length: '0:03' }))).toBeVisible();
  await lebanon.keyboard.press('Escape');

  // The substitution shows to all; the text to the booths, once it is the next.
  await expect(observer.getByText(words('ar', 'list-instead-of'))).toBeVisible();
  await chair.getByRole('button', { name: wording('en', 'chair-more', { name: 'Lebanon' }) }).click();
  await expect(chair.getByRole('dialog').getByText(wording('en', 'chair-ready-text', { languages: 'Arabic' }))).toBeVisible();
  await chair.keyboard.press('Escape');
  await expect(booth.getByText(words('en', 'booth-text-short'), { exact: true })).toBeVisible();
  await chair.getByRole('button', { name: wording('en', 'chair-give', { name: 'Iraq' }) }).first().click();
  await expect(booth.getByText(WORDS)).toBeVisible();
  await expect(booth.getByText(wording('en', 'booth-text-reading', { length: '0:03' }))).toBeVisible();
  await expect(booth.getByText(words('en', 'booth-mark', { mark: 'check_against_delivery' }))).toBeVisible();
  await expect(observer.getByText(WORDS)).toHaveCount(0);

  // A right of reply names the statement it replies to.
  await chair.getByRole('tab', { name: 'Right of reply' }).click();
  await chair.getByRole('button', { name: wording('en', 'chair-open-list-name', { list: 'Right of reply' }) }).click();
  await lebanon.getByRole('button', { name: words('en', 'list-kind', { kind: 'right_of_reply' }) }).click();
  await dialog.getByLabel(words('en', 'request-reply-to')).selectOption({ label: 'Iraq' });
  await isSoundHere(lebanon, 'asking for a right of reply');
  await dialog.getByRole('button', { name: words('en', 'floor-ask') }).click();
  await expect(chair.getByText(wording('en', 'list-reply-to', { name: 'Iraq' }))).toBeVisible();
});

for (const [size, viewport] of [
  ['at a desk', { width: 1440, height: 900 }],
  ['on a small phone', { width: 320, height: 640 }],
] as const) {
  test(`what is new on the lists is sound ${size}`, async ({ conference }) => {
    test.setTimeout(240_000);
    const { chair, lebanon } = await threeWait(conference);
    await lebanon.getByRole('button', { name: words('en', 'statement-open') }).click();
    await lebanon.getByLabel(words('en', 'statement-words'), { exact: true }).fill(WORDS);
    await lebanon.getByRole('dialog').getByRole('button', { name: words('en', 'statement-give') }).click();
    await expect(lebanon.getByText(words('en', 'statement-received'))).toBeVisible();
    await lebanon.keyboard.press('Escape');
    const booth = await conference.join('interpreter-en-1', 'en', 'booth');
    await chair.setViewportSize(viewport);
    await more(chair, 'chair-time-tab');
    await isSound(chair, 'the console with the time');
    await booth.setViewportSize(viewport);
    await isSound(booth, 'the interpreter’s console with texts');
    await lebanon.setViewportSize(viewport);
    for (const tongue of TONGUES) {
      await speak(chair, tongue);
      await chair.locator('body').focus();
      await chair.keyboard.press('r');
      await chair.getByRole('dialog').getByRole('button', { name: words(tongue, 'chair-order-preview') }).click();
      await expect(chair.getByRole('dialog').locator('ol li')).toHaveCount(3);
      await isSoundHere(chair, `the order in ${tongue}`);
      await chair.keyboard.press('Escape');
      await chair.locator('body').focus();
      await chair.keyboard.press('m');
      await isSoundHere(chair, `the time in ${tongue}`);
      await chair.keyboard.press('Escape');
      await speak(lebanon, tongue);
      await lebanon.getByRole('button', { name: words(tongue, 'statement-open') }).click();
      await expect(lebanon.getByRole('dialog')).toBeVisible();
      await isSoundHere(lebanon, `the statement in ${tongue}`);
      await lebanon.keyboard.press('Escape');
    }
  });
}
