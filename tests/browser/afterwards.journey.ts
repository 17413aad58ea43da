/** After the session: its public page is whole without JavaScript; key messages are read in the lobby; documents of the record are taken home. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { act, view } from './acts.ts';
import { isSoundHere } from './axe.ts';
import { type Conference, expect, speak, test } from './conference.ts';
import { give, office, ofMeeting, openSession } from './hall.ts';
import { TONGUES, wording, words } from './words.ts';

const SAID = 'Madam Chair, data on returnees are shared between the ministries each quarter.\n\nWe welcome this review.';
const MESSAGE = { ar: 'ينبغي تبادل البيانات.', en: 'Data should be shared.', fr: 'Les données devraient être partagées.' };

async function shot(page: Page, name: string): Promise<void> {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/afterwards-${name}.png`, fullPage: true });
}

/** Iraq makes a statement by a text, while it is recorded; a document is released to the public; then the meeting is closed. */
async function held(conference: Conference): Promise<Page> {
  const chair = await openSession(conference);
  await ofMeeting(chair, 'chair-record');
  await expect.poll(async () => (await conference.recording()).get('floor.ogg')?.length ?? 0).toBeGreaterThan(2_000);
  await chair.keyboard.press('Escape');
  const iraq = await conference.enter('iraq');
  await act(iraq, { type: 'request_floor', list: 'statements', language: 'en', on_behalf_of: 'the Arab Group' });
  let request: unknown;
  await expect
    .poll(async () => (request = (await view(iraq, 'request')).find((one) => one.delegation === 'iraq')?.id))
    .toBeDefined();
  await act(iraq, { type: 'give_text', request, language: 'en', text: SAID, mark: 'check_against_delivery', official: true });
  await iraq.context().close();
  await give(chair, 'Iraq');
  await ofMeeting(chair, 'chair-close');
  await chair.getByRole('dialog').getByRole('button', { name: words('en', 'chair-close-act') }).click();
  await expect(chair.getByText(words('en', 'stage-closed')).first()).toBeVisible();
  const desk = await conference.enter('secretariat');
  await act(desk, { type: 'add_document', document: 'agenda', of: { of: 'conference' }, title: { en: 'Provisional agenda', ar: 'جدول الأعمال المؤقت' }, symbol: 'E/ESCWA/2021/1' });
  const given = await desk.evaluate(async () => {
    const path = `${location.pathname}api/documents/agenda/en?name=agenda.txt`;
    return (await fetch(path, { method: 'PUT', body: 'Item 1. Opening.' })).status;
  });
  expect(given).toBe(200);
  await act(desk, { type: 'release_document', document: 'agenda', release: { release: 'public' } });
  for (const [voice, objectives] of [
    ['member_states', [1, 21]],
    ['stakeholders', [6]],
  ] as const)
    await act(desk, { type: 'gather_key_message', content: { voice, delegation: null, origin: 'A consultation', source: null, passage: '', text: MESSAGE, objectives, principles: [] } });
  await act(desk, { type: 'issue_key_messages', standing: 'taken_note_of' });
  return desk;
}

test('whoever has no link reads and hears afterwards what was said, without JavaScript, in each language', async ({
  conference,
  browser,
}) => {
  test.setTimeout(240_000);
  const desk = await held(conference);
  const at = (path: string) => new URL(path, conference.link('iraq')).href;
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(at('/public/'));
  await page.getByRole('link', { name: wording('en', 'public-read-name', { session: 'Opening' }) }).click();
  const statement = page.getByRole('article').filter({ hasText: 'Iraq' });
  await expect(statement).toContainText(wording('en', 'written-behalf', { group: 'the Arab Group' }));
  await expect(statement.getByText('We welcome this review.')).toBeHidden();
  const language = words('en', 'in-language', { language: 'en' });
  await statement.locator('summary').filter({ hasText: wording('en', 'written-text', { language }) }).click();
  await expect(statement.getByText('We welcome this review.')).toBeVisible();
  await expect(statement.locator('audio').first()).toHaveAttribute('src', /\/public\/opening\/sound\/[\w.-]+\/floor\.ogg#t=\d+$/);
  await expect(page.getByRole('region', { name: words('en', 'written-messages') })).toContainText(MESSAGE.en);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('region', { name: words('en', 'written-documents') }).getByRole('link', { name: /English/ }).click(),
  ]);
  expect(await readFile(await download.path(), 'utf8')).toBe('Item 1. Opening.');
  await context.close();

  // As it is drawn where there is JavaScript: the same page, which nothing takes over.
  const visitor = await (await browser.newContext()).newPage();
  for (const [tongue, width] of [
    ['en', 1440],
    ['en', 360],
    ['ar', 1440],
    ['ar', 360],
    ['fr', 320],
  ] as const) {
    await visitor.setViewportSize({ width, height: width > 400 ? 900 : 740 });
    await visitor.goto(at(`/public/opening?lang=${tongue}`));
    await expect(visitor.locator('#page')).toHaveCount(0);
    await expect(visitor.getByText(MESSAGE[tongue]).first()).toBeVisible();
    for (const summary of await visitor.locator('summary').all()) await summary.click();
    await expect(visitor.getByText('We welcome this review.')).toBeVisible();
    await isSoundHere(visitor, `the page of a session that is over at ${width} px in ${tongue}`);
    await shot(visitor, `public-${tongue}-${width}`);
  }
  // The sound plays from the place of the speech.
  const placed = await visitor.locator('audio').first().evaluate(async (audio: HTMLAudioElement) => {
    audio.muted = true;
    await audio.play();
    return audio.currentTime >= Number(new URL(audio.src).hash.replace('#t=', ''));
  });
  expect(placed).toBe(true);
  await visitor.context().close();

  // Who followed with JavaScript finds the way there too.
  const follower = await conference.visit('/public/', 'ar');
  const way = wording('ar', 'public-read-name', { session: 'الجلسة الافتتاحية' });
  await follower.locator('#page').getByRole('link', { name: way }).click();
  await expect(follower.getByRole('heading', { name: words('ar', 'written-statements') })).toBeVisible();
  await desk.context().close();
});

test('key messages are read in the lobby once they are issued', async ({ conference }) => {
  test.setTimeout(120_000);
  const iraq = await conference.enter('iraq');
  await speak(iraq, 'en');
  const messages = iraq.getByRole('region', { name: words('en', 'messages-title') });
  await expect(messages).toHaveCount(0);
  const desk = await conference.enter('secretariat');
  await act(desk, { type: 'gather_key_message', content: { voice: 'member_states', delegation: null, origin: 'A consultation', source: null, passage: '', text: MESSAGE, objectives: [1, 21], principles: [] } });
  await expect(messages).toHaveCount(0);
  await act(desk, { type: 'issue_key_messages', standing: 'issued' });
  await expect(messages).toContainText(MESSAGE.en);
  for (const tongue of TONGUES) {
    await speak(iraq, tongue);
    for (const width of [1440, 360]) {
      await iraq.setViewportSize({ width, height: 740 });
      await expect(iraq.getByText(MESSAGE[tongue])).toBeVisible();
      await isSoundHere(iraq, `the lobby with key messages at ${width} px in ${tongue}`);
      if (tongue !== 'fr') await shot(iraq, `lobby-${tongue}-${width}`);
    }
  }
  await speak(iraq, 'en');
  await act(desk, { type: 'take_back_key_messages' });
  await expect(messages).toHaveCount(0);
});

test('documents of the record are taken home from the desks, and what cannot be had says why', async ({ conference }) => {
  test.setTimeout(150_000);
  await openSession(conference);
  const page = await conference.join('rapporteur', 'en', 'rapporteur');
  await page.getByRole('button', { name: words('en', 'rapporteur-export') }).press('Enter');
  const dialog = page.getByRole('dialog');
  const row = (key: string) => dialog.getByRole('listitem').filter({ hasText: words('en', 'exports-what', { what: key }) });
  await expect(row('key-messages')).toContainText(words('en', 'exports-refused', { why: 'nothing_yet' }));
  await expect(row('key-messages').getByRole('button')).toHaveCount(0);
  await dialog.getByLabel(words('en', 'exports-language')).selectOption('ar');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    row('report').getByRole('button', { name: /DOCX/ }).press('Enter'),
  ]);
  expect(download.suggestedFilename()).toBe('report.ar.docx');
  expect((await readFile(await download.path())).subarray(0, 2).toString()).toBe('PK');
  await expect(dialog.getByRole('status')).toContainText(words('en', 'exports-what', { what: 'report' }));
  // Refused: the answer stands in words, and the dialog stays.
  await page.route('**/api/export/opening/*', (route) => route.fulfill({ status: 429, json: { code: 'too_fast', message: '' } }));
  await row('log').getByRole('button').first().click();
  await expect(dialog.getByRole('alert')).toContainText(words('en', 'exports-problem', { code: 'too_fast' }));
  await page.unroute('**/api/export/opening/*');
  await isSoundHere(page, 'the documents of the record');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  for (const [tongue, width] of [
    ['en', 1440],
    ['ar', 1440],
    ['ar', 360],
    ['fr', 320],
  ] as const) {
    await page.setViewportSize({ width, height: width > 400 ? 900 : 740 });
    await speak(page, tongue);
    await page.getByRole('button', { name: words(tongue, 'rapporteur-export') }).click();
    await expect(dialog.getByRole('button', { name: /DOCX/ }).first()).toBeVisible();
    await isSoundHere(page, `the documents of the record at ${width} px in ${tongue}`);
    await shot(page, `exports-${tongue}-${width}`);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
  const desk = await office(conference);
  await desk.getByRole('button', { name: wording('en', 'office-export-of', { session: 'Opening' }) }).click();
  const [log] = await Promise.all([
    desk.waitForEvent('download'),
    desk.getByRole('dialog').getByRole('listitem').filter({ hasText: words('en', 'exports-what', { what: 'log' }) }).getByRole('button').first().click(),
  ]);
  expect(log.suggestedFilename()).toBe('opening-log.en.docx');
  await isSoundHere(desk, 'the documents of the record at the secretariat');
  await shot(desk, 'exports-office');
});
