/** Two interpreters of a booth at work, without a mouse: on air, a handover, one who drops; and what the chair is told. */
import type { Page } from '@playwright/test';
import { expect, test } from './conference.ts';
import { ofMeeting } from './hall.ts';
import { wording, words } from './words.ts';

/** The one main key of a console, by what it says. */
const main = (page: Page, key: string, args: Record<string, string> = {}) =>
  page.getByRole('button', { name: wording('en', key, args) }).first();

/** A console whose headset is connected. */
async function seated(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('English booth');
  await expect(main(page, 'booth-go-on')).toBeEnabled({ timeout: 20_000 });
}

test('colleagues of a booth share its microphone by keyboard, and the chair sees how it stands', async ({
  conference,
}) => {
  test.setTimeout(120_000);
  const chair = await conference.join('chair', 'en', 'chair');
  await chair.getByRole('button', { name: words('en', 'chair-open-session') }).click();
  const grace = await conference.join('interpreter-en-2', 'en', 'booth', { tone: 500 });
  const thomas = await conference.join('interpreter-en-1', 'en', 'booth', { tone: 700 });
  await seated(grace);
  await seated(thomas);

  // On air with one key; the colleague is told, and has the act that fits.
  await thomas.keyboard.press('m');
  await expect(thomas.getByText(words('en', 'booth-on-air'), { exact: true })).toBeVisible();
  await expect(thomas.locator('[aria-live="assertive"]')).toContainText(words('en', 'microphone-tell-on-air'));
  await expect(main(grace, 'booth-ask-now')).toBeVisible();

  // The key that is held to cough silences, and only while it is held.
  await thomas.keyboard.down('x');
  await expect(thomas.getByText(words('en', 'booth-held'), { exact: true })).toBeVisible();
  await thomas.keyboard.up('x');
  await expect(thomas.getByText(words('en', 'booth-on-air'), { exact: true })).toBeVisible();

  // A handover is asked for, told at once, and answered.
  await grace.keyboard.press('h');
  await expect(thomas.locator('[aria-live="assertive"]')).toContainText('Ms. Grace Oldmere');
  await thomas.keyboard.press('h');
  await expect(main(grace, 'booth-go-off')).toBeVisible();
  await expect(thomas.getByText(words('en', 'booth-off-air'), { exact: true })).toBeVisible();

  // The floor is not heard: the chair knows before giving it.
  await grace.keyboard.press('f');
  const lacks = (key: string, booth: string) =>
    chair.locator('.booths > span').filter({ hasText: wording('en', key, { booth }) });
  const unheard = lacks('chair-gap-unheard', 'English booth');
  await expect(unheard).toBeVisible();
  await grace.keyboard.press('f');
  await expect(unheard).toBeHidden();
  // Booths are ready when somebody with a microphone sits in them.
  await expect(lacks('chair-gap-nobody', 'Arabic booth')).toBeVisible();
  await expect(lacks('chair-gap-nobody', 'English booth')).toBeHidden();

  // What is recorded everybody is told.
  await ofMeeting(chair, 'chair-record');
  await expect(grace.locator('#polite')).toContainText(words('en', 'recording-began'));

  // The one on air drops: the other may take over, and nothing does it for them.
  await grace.context().close();
  const over = main(thomas, 'booth-take-over', { name: 'Ms. Grace Oldmere' });
  await expect(over).toBeVisible({ timeout: 30_000 });
  await expect(thomas.locator('[aria-live="assertive"]')).toContainText(
    wording('en', 'booth-tell-gone', { name: 'Ms. Grace Oldmere' }),
  );
  await expect(over).toBeEnabled();
  await thomas.keyboard.press('m');
  await expect(main(thomas, 'booth-go-off')).toBeVisible();
});

test('a room of the chat is read by those whom it concerns', async ({ conference }) => {
  const thomas = await conference.join('interpreter-en-1', 'en', 'booth');
  const grace = await conference.join('interpreter-en-2', 'en', 'booth');
  const observer = await conference.join('observer', 'en');
  await thomas.keyboard.press('c');
  await thomas.keyboard.type('Ten more minutes?');
  await thomas.keyboard.press('Enter');
  // The row itself, to the letter: a page also reads new messages out, with their author.
  await expect(grace.getByRole('log').getByText('Ten more minutes?', { exact: true })).toBeVisible();
  // Whoever reads one room only is not asked to choose.
  await expect(observer.getByRole('radio', { name: words('en', 'chat-room', { readers: 'main' }) })).toHaveCount(0);
  await expect(observer.getByText('Ten more minutes?')).toHaveCount(0);
});
