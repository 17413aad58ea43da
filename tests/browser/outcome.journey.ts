/** The outcome document: two write at once, one of them offline for a while; brackets, translations, versions, corrections, issued. */
import type { Locator, Page } from '@playwright/test';
import { isSound, isSoundHere } from './axe.ts';
import { type Conference, expect, speak, test } from './conference.ts';
import { holdsItsShapeHere } from './shape.ts';
import { type Tongue, wording, words } from './words.ts';

async function shot(page: Page, name: string): Promise<void> {
  if (process.env.SHOTS)
    await page.screenshot({ path: `${process.env.SHOTS}/outcome-${name}.png`, fullPage: true });
}

const text = (page: Page, language: Tongue, tongue: Tongue = 'en'): Locator =>
  page.getByRole('textbox', { name: wording(tongue, 'outcome-text-in', { language }) });
/** Its paragraphs, without what stands between them. */
const said = (page: Page, language: Tongue): Promise<string[]> => text(page, language).locator('p').allInnerTexts();
const saved = (page: Page, tongue: Tongue = 'en'): Locator =>
  page.getByText(wording(tongue, 'outcome-saved', { saved: 'saved' }), { exact: true });
const button = (page: Page, key: Parameters<typeof words>[1], tongue: Tongue = 'en'): Locator =>
  page.getByRole('button', { name: words(tongue, key), exact: true });

/** The desk of the outcome document, of somebody. */
async function desk(conference: Conference, who: 'rapporteur' | 'secretariat', tongue: Tongue): Promise<Page> {
  const page = await conference.enter(who);
  await speak(page, tongue);
  await page.getByRole('link', { name: words(tongue, 'documents-outcome') }).click();
  await expect(text(page, 'en', tongue)).toBeVisible();
  await expect(saved(page, tongue)).toBeVisible();
  return page;
}

/** Makes English the original, whatever the conference's first language is. */
async function englishFirst(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const [, , link] = location.pathname.split('/');
    const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/as/${link}/ws`, 'plenary.v1');
    const answered = new Promise<string>((resolve) => {
      socket.onmessage = ({ data }) => {
        const message = JSON.parse(data);
        if (message.type === 'welcome')
          socket.send(
            JSON.stringify({
              type: 'command',
              key: crypto.randomUUID(),
              command: { type: 'set_original', language: 'en' },
            }),
          );
        if (message.type === 'ack' || message.type === 'refused') resolve(message.type);
      };
    });
    socket.onopen = () => socket.send(JSON.stringify({ type: 'join', resume: null }));
    if ((await answered) !== 'ack') throw new Error('not the original');
    socket.close();
  });
}

test('two write at once, one of them without a line for a while, and nothing is lost when the server is killed', async ({
  conference,
}) => {
  test.setTimeout(180_000);
  const office = await desk(conference, 'secretariat', 'en');
  await englishFirst(office);
  const rapporteur = await desk(conference, 'rapporteur', 'en');
  await expect(text(rapporteur, 'en')).toBeEditable();
  await text(rapporteur, 'en').click();
  await rapporteur.keyboard.type('Outcome document');
  await rapporteur.keyboard.press('Alt+1');
  await rapporteur.keyboard.press('Enter');
  await rapporteur.keyboard.type('The conference met online.');
  await rapporteur.keyboard.press('Enter');
  await rapporteur.keyboard.type('Data are shared each year.');
  await rapporteur.keyboard.press('Alt+4');
  await expect(text(office, 'en')).toContainText('Data are shared each year.');
  await expect(text(office, 'en').locator('p').nth(2)).toHaveAttribute('data-number', '1.');
  await expect(saved(rapporteur)).toBeVisible();
  // The others see who writes where, and whoever writes is not told of themselves.
  const writing = (page: Page): Locator => text(page, 'en').locator('.writers + p');
  await expect(writing(office)).toHaveText('Data are shared each year.');
  await expect(text(office, 'en').locator('.writers')).toHaveText('Ms. Leila Najmawi');
  await expect(writing(rapporteur)).toHaveCount(0);
  await isSoundHere(office, 'where somebody else writes');
  await shot(office, 'another-writes');
  // Some seconds after their last key they write no more.
  await expect(writing(office)).toHaveCount(0, { timeout: 15_000 });

  // Without a line the rapporteur writes on; the office writes meanwhile.
  await rapporteur.context().setOffline(true);
  await text(rapporteur, 'en').locator('p').nth(2).click();
  await rapporteur.keyboard.press('End');
  await rapporteur.keyboard.type(' Offline.');
  await text(office, 'en').locator('p').nth(1).click();
  await office.keyboard.press('End');
  await office.keyboard.type(' It was long.');
  await expect(saved(office)).toBeVisible();
  await rapporteur.context().setOffline(false);
  await expect(text(office, 'en')).toContainText('Data are shared each year. Offline.');
  await expect(text(rapporteur, 'en')).toContainText('The conference met online. It was long.');
  await expect(saved(rapporteur)).toBeVisible();
  const before = await said(office, 'en');
  expect(await said(rapporteur, 'en')).toEqual(before);

  // The server is killed; what was said to be saved is there.
  await conference.kill();
  await conference.restart();
  await office.reload();
  await expect(text(office, 'en')).toContainText('Data are shared each year. Offline.');
  expect(await said(office, 'en')).toEqual(before);
});

test('an Arabic translation is begun beside its original, found as it, found older, and bracketed; a delegation asks for a correction', async ({
  conference,
}) => {
  test.setTimeout(240_000);
  const office = await desk(conference, 'secretariat', 'en');
  await englishFirst(office);
  await expect(office.getByText(words('en', 'outcome-original'), { exact: true })).toBeVisible();
  await text(office, 'en').click();
  await office.keyboard.type('Data are shared each year.');
  await office.keyboard.press('Alt+4');
  await office.keyboard.press('Enter');
  await office.keyboard.type('Rights are upheld by all.');
  await expect(saved(office)).toBeVisible();

  const rapporteur = await desk(conference, 'rapporteur', 'ar');
  await isSoundHere(rapporteur, 'the desk of the outcome document');
  // By keyboard: to the Arabic text, the first that is missing, its words, and that it says what the original says.
  await text(rapporteur, 'ar', 'ar').focus();
  await rapporteur.keyboard.press('Alt+n');
  await rapporteur.keyboard.type('تُتبادَل البيانات كل سنة.');
  await rapporteur.keyboard.press('Control+Enter');
  const first = text(rapporteur, 'ar', 'ar').locator('p').first();
  await expect(first).toHaveAttribute('data-standing', 'matches');
  await expect(first).toHaveAttribute('data-number', '1-');
  await expect(first).toHaveCSS('direction', 'rtl');
  // The second is missing, at the height of its original.
  await expect(text(rapporteur, 'ar', 'ar').locator('.lacking')).toHaveCount(1);
  await rapporteur.keyboard.press('Alt+n');
  await rapporteur.keyboard.type('تُصان الحقوق.');
  await shot(rapporteur, 'side-by-side-ar');

  // The original is changed: the translation is older.
  await text(office, 'en').locator('p').first().click();
  await office.keyboard.press('End');
  await office.keyboard.type(' Twice.');
  await expect(first).toHaveAttribute('data-standing', 'older');
  // Somebody disputes a word.
  await text(office, 'en').locator('p').nth(1).click();
  await office.keyboard.press('End');
  await office.keyboard.press('Shift+Control+ArrowLeft');
  await office.keyboard.press('Shift+Control+ArrowLeft');
  await office.keyboard.press('Control+[');
  const dialog = office.getByRole('dialog');
  await dialog.getByLabel(words('en', 'outcome-bracket-by')).fill('Lebanon');
  await isSoundHere(office, 'brackets');
  await dialog.getByRole('button', { name: words('en', 'outcome-bracket-act') }).click();
  await expect(text(rapporteur, 'en', 'ar').locator('[data-bracket="Lebanon"]')).toHaveCount(1);

  // A comment, seen by the other beside the text.
  await office.keyboard.press('Alt+m');
  await office.getByRole('dialog').getByLabel(words('en', 'outcome-comment-words')).fill('Who asked for this?');
  await office.getByRole('dialog').getByRole('button', { name: words('en', 'outcome-comment-act') }).click();
  await button(rapporteur, 'outcome-beside', 'ar').click();
  await expect(rapporteur.getByText('Who asked for this?')).toBeVisible();
  await isSoundHere(rapporteur, 'beside the text');

  // A version is kept and opened for corrections; a delegation reads it on a phone, in Arabic, and asks.
  await button(office, 'outcome-keep').click();
  await office.getByRole('dialog').getByLabel(words('en', 'outcome-keep-name')).fill('For corrections');
  await office.getByRole('dialog').getByRole('button', { name: words('en', 'outcome-keep-act'), exact: true }).click();
  await expect(office.getByRole('dialog')).toBeHidden();
  const iraq = await conference.enter('iraq');
  await speak(iraq, 'ar');
  await expect(iraq.getByRole('link', { name: words('ar', 'documents-outcome') })).toHaveCount(0);
  await button(office, 'outcome-corrections-open').click();
  await office.getByRole('dialog').getByRole('button', { name: words('en', 'outcome-confirm') }).click();
  await expect(office.getByRole('dialog')).toBeHidden();
  await iraq.setViewportSize({ width: 360, height: 740 });
  await iraq.getByRole('link', { name: words('ar', 'documents-outcome') }).click();
  await expect(iraq.getByText('تُتبادَل البيانات كل سنة.')).toBeVisible();
  await isSoundHere(iraq, 'the outcome document, to read');
  await holdsItsShapeHere(iraq, 'the outcome document, to read');
  await shot(iraq, 'reading-360-ar');
  await iraq.getByRole('button', { name: wording('ar', 'outcome-correct-name', { number: '1-' }) }).click();
  await iraq.getByRole('dialog').getByRole('textbox').fill('تُتبادَل البيانات كل ستة أشهر.');
  await iraq.getByRole('dialog').getByRole('button', { name: words('ar', 'outcome-correct-act') }).click();
  await expect(iraq.getByText(words('ar', 'outcome-unanswered'))).toBeVisible();
  await rapporteur.getByRole('tab', { name: words('ar', 'outcome-corrections') }).click();
  await expect(rapporteur.getByText('تُتبادَل البيانات كل ستة أشهر.')).toBeVisible();
  await button(rapporteur, 'outcome-accept', 'ar').click();
  await expect(iraq.getByText(wording('ar', 'outcome-answered', { accepted: 'true' }))).toBeVisible();

  // Taken note of: nobody writes any more until it is taken back.
  await button(office, 'outcome-issue').click();
  await office.getByRole('dialog').getByLabel(wording('en', 'outcome-issue-as', { standing: 'taken_note_of' })).check();
  await office.getByRole('dialog').getByRole('button', { name: words('en', 'outcome-confirm') }).click();
  await expect(text(office, 'en')).not.toBeEditable();
  await expect(iraq.getByText(wording('ar', 'outcome-stands', { standing: 'taken_note_of' }))).toBeVisible();
  await shot(office, 'issued-en');
  await isSound(office, 'the outcome document, issued');
});

test('on a phone one language stands in front, and everything is there by touch', async ({ conference }) => {
  test.setTimeout(120_000);
  const page = await desk(conference, 'secretariat', 'en');
  await englishFirst(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await text(page, 'en').click();
  await page.keyboard.type('Data are shared each year.');
  await expect(saved(page)).toBeVisible();
  await shot(page, 'writing-360-en');
  await holdsItsShapeHere(page, 'the desk of the outcome document');
  await page.getByRole('button', { name: wording('en', 'outcome-language', { language: 'ar' }), exact: true }).click();
  await expect(text(page, 'en')).toHaveCount(0);
  await text(page, 'ar').click();
  await isSoundHere(page, 'one language on a phone');
  await page.setViewportSize({ width: 320, height: 640 });
  await holdsItsShapeHere(page, 'one language on a phone');
  await shot(page, 'writing-320-ar');
});
