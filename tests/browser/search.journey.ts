/** Finding words in a session: statements, messages and the record, by whoever may read them, with any writing of a word. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { act, view } from './acts.ts';
import { isSoundHere } from './axe.ts';
import { type Conference, expect, speak, test } from './conference.ts';
import { TONGUES, type Tongue, words } from './words.ts';

const STATEMENT = 'سيدتي الرئيسة، نُرَحِّبُ بهذا المُؤْتَمَرِ وبالهجرة الآمنة.';

/** The chair has opened the meeting; Lebanon has given its text and writes; the meeting is suspended. */
async function held(conference: Conference): Promise<{ chair: Page; request: string }> {
  const chair = await conference.join('chair', 'en');
  await act(chair, { type: 'open_session' });
  await act(chair, { type: 'open_list', list: 'statements' });
  const lebanon = await conference.join('lebanon', 'ar');
  await act(lebanon, { type: 'request_floor', list: 'statements', language: 'ar', on_behalf_of: '' });
  await expect.poll(async () => (await view(lebanon, 'standing')).find(({ id }) => id === 'statements')?.request).toBeTruthy();
  const request = (await view(lebanon, 'standing')).find(({ id }) => id === 'statements')?.request as string;
  await act(lebanon, {
    type: 'give_text',
    request,
    language: 'ar',
    text: STATEMENT,
    mark: 'check_against_delivery',
    official: true,
  });
  await act(lebanon, { type: 'send_message', room: 'main', text: 'Le déjeuner du congrès est servi.', language: 'fr' });
  await act(chair, { type: 'suspend_session', reason: 'A fire drill is held.' });
  return { chair, request };
}

/** Opens the search: from the top bar, or on a phone from its menu. */
async function open(page: Page, tongue: Tongue, phone = false): Promise<void> {
  if (phone) await page.getByRole('button', { name: words(tongue, 'room-menu') }).click();
  await page.getByRole('button', { name: words(tongue, 'room-search'), exact: true }).click();
  await expect(page.getByRole('searchbox', { name: words(tongue, 'search-words') })).toBeFocused();
}

async function look(page: Page, text: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('searchbox').fill(text);
  await dialog.getByRole('searchbox').press('Enter');
}

test('a delegate finds a statement once it was delivered, messages and the record, and goes where they stand', async ({
  conference,
}) => {
  test.setTimeout(120_000);
  const { chair, request } = await held(conference);
  const tunisia = await conference.join('tunisia', 'fr');
  const found = tunisia.getByRole('dialog').getByRole('listitem');
  await open(tunisia, 'fr');

  await look(tunisia, 'نرحب');
  await expect(tunisia.getByRole('dialog')).toContainText(words('fr', 'search-found', { count: 0 }));
  await act(chair, { type: 'send_to_written', request });
  await expect(async () => {
    await look(tunisia, 'نرحب للهجره');
    await expect(found).toHaveCount(1, { timeout: 1_500 });
  }).toPass();
  await expect(found).toContainText(words('fr', 'search-kind', { kind: 'text' }));
  expect(await found.locator('mark').allTextContents()).toEqual(['نُرَحِّبُ', 'وبالهجرة']);
  await isSoundHere(tunisia, 'a search at 1440 px');

  await look(tunisia, 'fire dri');
  await expect(found).toContainText(words('fr', 'search-kind', { kind: 'paragraph' }));
  expect(await found.locator('mark').allTextContents()).toEqual(['fire', 'drill']);
  await found.getByRole('button').click();
  await expect(tunisia.getByRole('tab', { name: words('fr', 'tab-proceedings') })).toHaveAttribute('aria-selected', 'true');
  await expect(tunisia.locator('[data-paragraph]:focus')).toContainText('A fire drill is held.');

  // By the keyboard alone.
  await tunisia.getByRole('button', { name: words('fr', 'room-search'), exact: true }).focus();
  await tunisia.keyboard.press('Enter');
  await tunisia.keyboard.type('DEJEUNER');
  await tunisia.keyboard.press('Enter');
  await expect(found.locator('mark')).toHaveText('déjeuner');
  await tunisia.keyboard.press('Tab');
  await tunisia.keyboard.press('Tab');
  await expect(found.getByRole('button')).toBeFocused();
  await tunisia.keyboard.press('Enter');
  await expect(tunisia.getByRole('dialog')).toHaveCount(0);
  await expect(tunisia.locator('article:focus')).toContainText('Le déjeuner du congrès');
});

test('on a phone the search is in the menu, in every language', async ({ conference }) => {
  test.setTimeout(120_000);
  const { chair, request } = await held(conference);
  await act(chair, { type: 'send_to_written', request });
  const observer = await conference.join('observer', 'ar', '', { viewport: { width: 360, height: 740 } });
  for (const tongue of TONGUES) {
    await speak(observer, tongue);
    await open(observer, tongue, true);
    await look(observer, 'Leb');
    await expect(observer.getByRole('dialog').getByRole('listitem').first()).toBeVisible();
    await look(observer, 'الهجرة');
    const found = observer.getByRole('dialog').getByRole('listitem');
    await expect(found).toHaveCount(1);
    await expect(found.locator('.text')).toHaveCSS('unicode-bidi', 'plaintext');
    await isSoundHere(observer, `a search at 360 px in ${tongue}`);
    if (process.env.SHOTS) await observer.screenshot({ path: `${process.env.SHOTS}/search-${tongue}-360.png` });
    await observer.keyboard.press('Escape');
    await expect(observer.getByRole('dialog')).toHaveCount(0);
  }
});

/** An Arabic document, as browsers print one. */
const PAPER = new URL('../fixtures/pdf/chromium.pdf', import.meta.url);

test('from the lobby documents and sessions are searched together, and an Arabic PDF is found and opened', async ({
  conference,
}) => {
  test.setTimeout(120_000);
  await held(conference);
  const desk = await conference.join('secretariat', 'en');
  const title = { ar: 'مذكرة', en: 'Note', fr: 'Note du secrétariat' };
  await act(desk, { type: 'add_document', document: 'note', of: { of: 'conference' }, title, symbol: 'E/ESCWA/7' });
  const given = await desk.evaluate(async (bytes) => {
    const path = `/as/${location.pathname.split('/')[2]}/api/documents/note/ar?name=note.pdf`;
    return (await fetch(path, { method: 'PUT', body: new Uint8Array(bytes) })).json();
  }, [...(await readFile(PAPER))]);
  expect(given).toEqual({ kind: 'pdf', words: expect.any(Number) });
  await act(desk, { type: 'release_document', document: 'note', release: { release: 'released' } });

  const tunisia = await conference.enter('tunisia');
  for (const [tongue, width] of [['fr', 1440], ['en', 360], ['ar', 360]] as const) {
    await tunisia.setViewportSize({ width, height: 740 });
    await speak(tunisia, tongue);
    await tunisia.getByRole('button', { name: words(tongue, 'documents-search') }).press('Enter');
    const dialog = tunisia.getByRole('dialog', { name: words(tongue, 'search-all-title') });
    const found = dialog.getByRole('listitem');
    await expect(dialog.getByRole('searchbox')).toBeFocused();
    // Its text is read in the moment after it has come.
    await expect(async () => {
      await look(tunisia, 'اعلان للهجره');
      await expect(found).toHaveCount(1, { timeout: 1_500 });
    }).toPass();
    await expect(found).toContainText(words(tongue, 'search-kind', { kind: 'document' }));
    expect(await found.locator('mark').allTextContents()).toEqual(['إعلان', 'للهجرة']);
    await isSoundHere(tunisia, `a search of the conference at ${width} px in ${tongue}`);
    if (process.env.SHOTS) await tunisia.screenshot({ path: `${process.env.SHOTS}/search-all-${tongue}-${width}.png` });
    await found.getByRole('link').press('Enter');
    await expect(tunisia.getByRole('dialog', { name: 'note.pdf' })).toContainText('E/ESCWA/2021');
    await tunisia.keyboard.press('Escape');
    await expect(tunisia.getByRole('dialog', { name: 'note.pdf' })).toHaveCount(0);

    await look(tunisia, 'DEJEUNER');
    await expect(found.filter({ hasText: 'Le déjeuner du congrès' })).toHaveCount(1);
    expect(await found.locator('mark').allTextContents()).toEqual(['déjeuner']);
    await look(tunisia, 'fire dri');
    await expect(found).toContainText(words(tongue, 'search-kind', { kind: 'paragraph' }));
    if (process.env.SHOTS) await tunisia.screenshot({ path: `${process.env.SHOTS}/search-said-${tongue}-${width}.png` });
    await expect(dialog.getByRole('heading', { level: 3 }).getByRole('link')).toHaveAttribute('href', /\/as\/.*opening/);
    await tunisia.keyboard.press('Escape');
    await expect(tunisia.getByRole('dialog')).toHaveCount(0);
  }
});
