/** What was typed and not sent is there again: after Escape, after a reload, and under a server that is started again. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './conference.ts';
import { more, ofMeeting } from './hall.ts';
import { wording, words } from './words.ts';

/** Types into a dialog, leaves it with Escape and opens it again: the words are there. Then cancels, and they are gone. */
async function comesBack(page: Page, open: () => Promise<void>, field: (dialog: Locator) => Locator): Promise<void> {
  const typed = 'Typed with care';
  const dialog = page.getByRole('dialog');
  await open();
  await field(dialog).fill(typed);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await open();
  await expect(field(dialog)).toHaveValue(typed);
  await page.keyboard.press('Escape');
  await page.reload();
  await open();
  await expect(field(dialog)).toHaveValue(typed);
  await dialog.getByRole('button', { name: words('en', 'cancel'), exact: true }).click();
  await expect(dialog).toBeHidden();
  await open();
  await expect(field(dialog)).toHaveValue('');
  await page.keyboard.press('Escape');
}

test('dialogs of the desk keep what was typed when they are left', async ({ conference }) => {
  test.setTimeout(150_000);
  const page = await conference.join('secretariat', 'en', 'chair');
  const press = (name: string | RegExp) => async () => {
    await page.getByRole('button', { name }).first().click();
    await expect(page.getByRole('dialog')).toBeVisible();
  };
  const fromMenu = (key: string) => () => ofMeeting(page, key);
  await page.getByRole('button', { name: words('en', 'chair-open-session') }).click();
  await comesBack(page, fromMenu('chair-suspend'), (dialog) => dialog.getByLabel(words('en', 'chair-reason-optional')));
  await comesBack(page, fromMenu('chair-schedule'), (dialog) => dialog.getByLabel(words('en', 'schedule-why')));
  await comesBack(page, press(words('en', 'chair-add')), (dialog) => dialog.getByLabel(words('en', 'chair-on-behalf')));
  const seats = async () => {
    await page.getByRole('tab', { name: words('en', 'chair-people') }).click();
    await press(wording('en', 'seats-add-to', { name: 'Iraq' }))();
  };
  await comesBack(page, seats, (dialog) => dialog.getByLabel(wording('en', 'seats-name-in', { language: 'en' })));
});

test('an item of a run sheet keeps what was typed', async ({ conference }) => {
  const page = await conference.join('moderator-2', 'en', 'moderator', { session: 'stakeholder-consultation' });
  const add = async () => {
    await page.getByRole('button', { name: words('en', 'moderator-add') }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
  };
  await comesBack(page, add, (dialog) => dialog.getByLabel(words('en', 'sheet-field-note')));
});

test('a delegate keeps a request, a statement and a message that were begun, until they are sent', async ({
  conference,
}) => {
  test.setTimeout(120_000);
  const chair = await conference.join('chair', 'en', 'chair');
  await chair.getByRole('button', { name: words('en', 'chair-open-session') }).click();
  await chair.getByRole('button', { name: wording('en', 'chair-open-list-name', { list: 'List of speakers' }) }).click();
  const page = await conference.join('lebanon', 'en');
  const dialog = page.getByRole('dialog');
  const ask = async () => {
    await page.getByRole('button', { name: new RegExp(`^${words('en', 'floor-ask')}`) }).click();
    await expect(dialog).toBeVisible();
  };
  await comesBack(page, ask, (dialog) => dialog.getByLabel(words('en', 'request-behalf')));
  await ask();
  await dialog.getByRole('button', { name: words('en', 'floor-ask') }).click();

  const statement = async () => {
    await page.getByRole('button', { name: words('en', 'statement-open') }).click();
    await expect(dialog).toBeVisible();
  };
  const text = dialog.getByLabel(words('en', 'statement-words'), { exact: true });
  const given = 'Mr. Chair, distinguished delegates, '.repeat(40).trim();
  await statement();
  await text.fill(given);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.reload();
  await statement();
  await expect(text).toHaveValue(given);
  const kept = () => page.evaluate(() => Object.values({ ...sessionStorage, ...localStorage }).join());
  expect(await kept()).toContain('distinguished');
  await dialog.getByRole('button', { name: words('en', 'statement-give') }).click();
  await expect(dialog.getByText(words('en', 'statement-received'))).toBeVisible();
  // Confidential until it is heard: once it is sent nothing of it stays in the browser.
  await expect.poll(kept).not.toContain('distinguished');
  await page.keyboard.press('Escape');
  await statement();
  await expect(text).toHaveValue('');
  await page.keyboard.press('Escape');

  const field = page.getByPlaceholder(words('en', 'chat-write'));
  await field.fill('Begun before the reload');
  await page.reload();
  await expect(field).toHaveValue('Begun before the reload');
  await field.press('Enter');
  await expect(page.getByRole('log').getByText('Begun before the reload')).toBeVisible();
  await page.reload();
  await expect(field).toHaveValue('');
  // An edit that was left is there again, for this message alone.
  const edit = async () => {
    const message = page.getByRole('log').locator('article');
    await message.getByTitle(words('en', 'chat-acts-short')).click();
    await message.getByRole('button', { name: words('en', 'chat-act', { act: 'edit' }), exact: true }).click();
  };
  await edit();
  await field.fill('Begun before the reload, and put right');
  await field.press('Escape');
  await expect(field).toHaveValue('');
  await edit();
  await expect(field).toHaveValue('Begun before the reload, and put right');
  await field.press('Enter');
  await expect(page.getByRole('log').getByText('and put right')).toBeVisible();
  await expect(field).toHaveValue('');
});

test('what is half-written while the server is started again stays where it is, as does an open dialog', async ({
  conference,
}) => {
  const chair = await conference.join('chair', 'en', 'chair');
  await chair.getByRole('button', { name: words('en', 'chair-open-session') }).click();
  await chair.getByRole('button', { name: wording('en', 'chair-open-list-name', { list: 'List of speakers' }) }).click();
  const page = await conference.join('lebanon', 'en');
  await page.getByPlaceholder(words('en', 'chat-write')).fill('Half a mess');
  await page.getByRole('button', { name: new RegExp(`^${words('en', 'floor-ask')}`) }).click();
  const behalf = page.getByRole('dialog').getByLabel(words('en', 'request-behalf'));
  await behalf.fill('the Group of Arab Sta');
  // The very same page: nothing is drawn anew, and the focus stays.
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('[role=dialog], textarea')) element.setAttribute('data-same', '');
  });

  await conference.kill();
  await expect(page.getByText(words('en', 'line-lost')).first()).toBeVisible();
  await conference.restart();
  await expect(page.getByText(words('en', 'line-lost'))).toHaveCount(0, { timeout: 20_000 });
  await expect(page.getByRole('dialog')).toHaveAttribute('data-same');
  await expect(behalf).toBeFocused();
  await page.keyboard.type('tes');
  await expect(behalf).toHaveValue('the Group of Arab States');
  await page.getByRole('dialog').getByRole('button', { name: words('en', 'floor-ask') }).click();
  const field = page.getByPlaceholder(words('en', 'chat-write'));
  await expect(field).toHaveAttribute('data-same');
  await expect(field).toHaveValue('Half a mess');
  await expect(chair.getByText('the Group of Arab States').first()).toBeVisible();
});
