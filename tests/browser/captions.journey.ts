/** Captions: a captioner writes in Arabic by keys alone; the room, the podium and the public read it from right to left; none of it is a record. */
import type { Locator, Page } from '@playwright/test';
import { isSound, isSoundHere } from './axe.ts';
import { expect, speak, test } from './conference.ts';
import { openSession } from './hall.ts';
import { type Tongue, wording, words } from './words.ts';

const THANKS = 'شكرا سيدي الرئيس على إعطائي الكلمة';
const LATIN_FIRST = 'IOM تدعم حكومات المنطقة';
const SHORT = 'اع';
const LONG = 'الاتفاق العالمي من أجل الهجرة';

async function shot(page: Page, name: string): Promise<void> {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/captions-${name}.png` });
}

const field = (page: Page, tongue: Tongue): Locator =>
  page.getByRole('textbox', { name: wording(tongue, 'captioner-entry', { language: 'ar' }) });
const lines = (page: Page, tongue: Tongue): Locator =>
  page.getByRole('log', { name: wording(tongue, 'captions-lines', { language: 'ar' }) });
const choice = (page: Page, tongue: Tongue): Locator =>
  page.getByRole('combobox', { name: words(tongue, 'captions-choose') });

/** Whether a line begins at the right edge of its place: with its first word, in whatever letters. */
async function beginsAtTheRight(line: Locator): Promise<boolean> {
  return line.evaluate((paragraph) => {
    const text = paragraph.firstChild as Text;
    const first = document.createRange();
    first.setStart(text, 0);
    first.setEnd(text, 3);
    const all = document.createRange();
    all.selectNodeContents(text);
    return Math.abs(first.getBoundingClientRect().right - all.getBoundingClientRect().right) < 2;
  });
}

test('a captioner writes in Arabic by keys alone; room, podium and public read it from right to left', async ({ conference }) => {
  test.setTimeout(180_000);
  const chair = await openSession(conference);
  const lobby = await conference.enter('captioner-ar-1');
  await speak(lobby, 'ar');
  await lobby.getByRole('link', { name: wording('ar', 'lobby-enter-name', { session: 'الجلسة الافتتاحية' }) }).press('Enter');
  const page = lobby;
  await expect(page).toHaveURL(/\/session\/opening\/captions$/);
  await expect(page.getByText(words('ar', 'captioner-on', { who: 'nobody', name: '' }))).toBeVisible();
  await expect(field(page, 'ar')).toBeFocused();
  await expect(field(page, 'ar')).toHaveAttribute('dir', 'rtl');

  // Before anybody writes, nothing of captions is in anybody's way.
  const room = await conference.join('observer', 'en', '', { viewport: { width: 360, height: 740 } });
  await expect(room.locator('#dock')).toBeVisible();
  await expect(choice(room, 'en')).toHaveCount(0);

  await page.keyboard.insertText(THANKS);
  await page.keyboard.press('Enter');
  await expect(field(page, 'ar')).toHaveValue('');
  await expect(field(page, 'ar')).toBeFocused();
  await expect(lines(page, 'ar')).toContainText(THANKS);
  await expect(page.getByText(words('ar', 'captioner-on', { who: 'you', name: '' }))).toBeVisible();

  // Off until one wishes them; what was chosen is remembered.
  await expect(choice(room, 'en')).toHaveValue('');
  await choice(room, 'en').selectOption('ar');
  await expect(lines(room, 'en')).toContainText(THANKS);
  await expect(lines(room, 'en')).toHaveCSS('direction', 'rtl');
  await expect(room.getByText(words('en', 'captions-no-record'))).toBeVisible();
  await page.keyboard.insertText(LATIN_FIRST);
  await page.keyboard.press('Enter');
  const latin = lines(room, 'en').getByText(LATIN_FIRST);
  await expect(latin).toBeVisible();
  expect(await beginsAtTheRight(latin), 'a Latin first letter turns the line round').toBe(true);
  await shot(room, 'room-360-en');
  await isSoundHere(room, 'the room with captions');
  await speak(room, 'ar');
  await expect(lines(room, 'ar')).toContainText(LATIN_FIRST);
  await isSoundHere(room, 'the room with captions in Arabic');
  await shot(room, 'room-360-ar');
  await room.reload();
  await expect(choice(room, 'ar')).toHaveValue('ar');
  await room.setViewportSize({ width: 1440, height: 900 });
  await expect(lines(room, 'ar')).toContainText(LATIN_FIRST);
  await isSoundHere(room, 'the wide room with captions');
  await shot(room, 'room-1440-ar');

  const podium = await conference.join('display', 'ar', 'podium', { viewport: { width: 1920, height: 1080 } });
  await expect(lines(podium, 'ar')).toContainText(LATIN_FIRST);
  await expect(podium.getByText(words('ar', 'captions-no-record'))).toBeVisible();
  await isSoundHere(podium, 'the podium with captions');
  await shot(podium, 'podium');

  const visitor = await conference.visit('/public/opening', 'fr');
  await choice(visitor, 'fr').selectOption('ar');
  await expect(lines(visitor, 'fr')).toContainText(LATIN_FIRST);
  expect(await beginsAtTheRight(lines(visitor, 'fr').getByText(LATIN_FIRST))).toBe(true);
  await expect(visitor.getByText(words('fr', 'captions-no-record'))).toBeVisible();
  await isSoundHere(visitor, "the public's page with captions");
  await visitor.setViewportSize({ width: 320, height: 640 });
  await isSoundHere(visitor, "the public's page with captions at 320 pixels");
  await shot(visitor, 'public-320-fr');

  // The last line is brought back by one key and put right; Escape leaves what was typed.
  await page.keyboard.press('ArrowUp');
  await expect(field(page, 'ar')).toHaveValue(LATIN_FIRST);
  await expect(page.getByText(words('ar', 'captioner-correcting'))).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(field(page, 'ar')).toHaveValue('');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('المنظمة تدعم حكومات المنطقة');
  await page.keyboard.press('Enter');
  for (const [reader, tongue] of [[room, 'ar'], [podium, 'ar'], [visitor, 'fr']] as const) {
    await expect(lines(reader, tongue)).toContainText('المنظمة تدعم');
    await expect(lines(reader, tongue)).not.toContainText('IOM');
  }

  // An abbreviation is expanded as its word ends; the list stays in this browser.
  await page.getByRole('textbox', { name: words('ar', 'captioner-short-field') }).fill(`${SHORT} = ${LONG}`);
  await field(page, 'ar').focus();
  await page.keyboard.insertText(`وقال ${SHORT}`);
  await page.keyboard.insertText('،');
  await expect(field(page, 'ar')).toHaveValue(`وقال ${LONG}،`);
  await page.keyboard.insertText(` ثم ${SHORT}`);
  await page.keyboard.press('Enter');
  await expect(lines(room, 'ar')).toContainText(`وقال ${LONG}، ثم ${LONG}`);

  // What is too long is not sent, and says by how much.
  await page.keyboard.insertText('ن'.repeat(203));
  await page.keyboard.press('Enter');
  await expect(page.getByText(wording('ar', 'captioner-over', { count: 3 }))).toBeVisible();
  await expect(field(page, 'ar')).toHaveValue('ن'.repeat(203));
  await field(page, 'ar').fill('');

  await isSound(page, "the captioner's console");
  await speak(page, 'ar');
  await page.setViewportSize({ width: 1440, height: 900 });
  await shot(page, 'console-1440-ar');
  await page.setViewportSize({ width: 320, height: 640 });
  await isSound(page, "the captioner's console at 320 pixels");
  await speak(page, 'ar');
  await shot(page, 'console-320-ar');

  // With whoever leaves them the lines go; the proceedings tell nothing of them.
  await page.getByRole('button', { name: words('ar', 'captioner-leave') }).press('Enter');
  await expect(lines(room, 'ar')).toContainText(wording('ar', 'captions-ended', { language: 'ar' }));
  await expect(lines(podium, 'ar')).toHaveCount(0);
  await room.reload();
  await expect(room.locator('#dock')).toBeVisible();
  await expect(choice(room, 'ar')).toHaveCount(0);
  await chair.context().close();
});

test('only captioners use the console', async ({ conference }) => {
  const other = await conference.join('observer', 'en', 'captions');
  await expect(other.getByText(words('en', 'captioner-not-yours'))).toBeVisible();
  await isSoundHere(other, 'the console for others');
});

test('a captioner calls a technician, writes to them and hears that somebody comes, by keyboard', async ({ conference }) => {
  const technician = await conference.join('technician-1', 'fr', 'technician');
  const page = await conference.join('captioner-ar-1', 'ar', 'captions');
  await expect(field(page, 'ar')).toBeFocused();
  await page.getByRole('button', { name: words('ar', 'help-title') }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: words('ar', 'help-call'), exact: true }).press('Enter');
  await expect(dialog).toBeHidden();
  const called = page.getByRole('button', { name: words('ar', 'help-called-short') });
  await expect(called).toBeVisible();
  const calls = technician.getByRole('region', { name: words('fr', 'technician-calls') });
  await calls.getByText(words('fr', 'technician-answer'), { exact: true }).press('Enter');
  await expect(page.locator('#polite')).toContainText(/\S/);
  await called.press('Enter');
  await expect(dialog.getByRole('status')).not.toHaveText(words('ar', 'help-tell-settled'));
  await page.keyboard.press('Escape');

  // What is written in the console goes to the technicians, and to nobody of the delegations.
  const chat = page.getByRole('complementary', { name: words('ar', 'tab-chat') });
  await chat.getByRole('textbox', { name: words('ar', 'chat-write') }).fill('لا أسمع شيئاً');
  await page.keyboard.press('Enter');
  await expect(chat.getByRole('log')).toContainText('لا أسمع شيئاً');
  for (const [width, height] of [[1440, 900], [360, 740]] as const) {
    await page.setViewportSize({ width, height });
    await isSoundHere(page, `the console with a chat at ${width} pixels`);
    await shot(page, `console-chat-${width}`);
  }
  const readable = async (who: 'technician-1' | 'lebanon'): Promise<boolean> => {
    const room = await conference.join(who, 'en');
    await expect(room.getByRole('log').first()).toBeVisible();
    const choice = room.getByRole('combobox', { name: words('en', 'chat-rooms') });
    return (await choice.isVisible()) && (await choice.innerText()).includes(words('en', 'chat-room', { readers: 'technicians' }));
  };
  expect(await readable('technician-1')).toBe(true);
  expect(await readable('lebanon')).toBe(false);
});
