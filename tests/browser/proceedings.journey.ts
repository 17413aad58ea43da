/** The proceedings: an observer reads what happens while it happens, in each language, on a page, on paper and in a file. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { isSound } from './axe.ts';
import { type Conference, expect, speak, test } from './conference.ts';
import { more } from './hall.ts';
import { type Tongue, wording, words } from './words.ts';

/** The paragraphs as they are read, without the marks that isolate names and with plain blanks. */
async function told(page: Page, tongue: Tongue): Promise<string[]> {
  const region = page.getByRole('region', { name: words(tongue, 'proceedings'), exact: true }).last();
  const texts = await region.locator('li p').allInnerTexts();
  return texts.map((text) => text.replace(/[\u200e\u200f\u2066-\u2069]/g, '').replaceAll('\u00a0', ' '));
}

async function reads(conference: Conference, tongue: Tongue, options = {}): Promise<Page> {
  const page = await conference.join('observer', tongue, '', options);
  await page.getByRole('tab', { name: words(tongue, 'tab-proceedings') }).click();
  await expect(page.getByRole('heading', { name: words(tongue, 'proceedings') })).toBeVisible();
  return page;
}

async function delegate(conference: Conference, who: 'iraq' | 'tunisia', tongue: Tongue): Promise<Page> {
  const page = await conference.join(who, tongue);
  await page.getByRole('button', { name: words(tongue, 'microphone-agree'), exact: true }).click();
  return page;
}

/** The chair holds a short meeting with a point of order in it. */
async function shortMeeting(conference: Conference): Promise<void> {
  const chair = await conference.join('chair', 'en', 'chair');
  await chair.getByRole('button', { name: words('en', 'chair-open-session') }).click();
  await chair.getByRole('button', { name: wording('en', 'chair-open-list-name', { list: 'List of speakers' }) }).click();
  const iraq = await delegate(conference, 'iraq', 'ar');
  await iraq.getByRole('button', { name: words('ar', 'floor-ask') }).click();
  await iraq.getByRole('dialog').getByRole('button', { name: words('ar', 'floor-ask') }).click();
  const tunisia = await delegate(conference, 'tunisia', 'fr');

  // Given by mistake, and taken back: that is not told.
  const give = chair.getByRole('button', { name: wording('en', 'chair-give', { name: 'Iraq' }) }).first();
  await give.click();
  await expect(iraq.getByRole('button', { name: wording('ar', 'dock-finish') })).toBeVisible();
  await chair.locator('body').focus();
  await expect(chair.getByRole('button', { name: new RegExp(`^${words('en', 'chair-undo')}`) })).toBeEnabled();
  await chair.keyboard.press('z');
  await expect(iraq.getByRole('button', { name: wording('ar', 'floor-standing-by') })).toBeVisible();

  await give.click();
  await tunisia.getByRole('button', { name: words('fr', 'placard-raise') }).click();
  await tunisia.getByRole('dialog').getByRole('button', { name: words('fr', 'placard-raise-do') }).click();
  await chair.getByRole('button', { name: wording('en', 'chair-recognise', { name: 'Tunisia' }) }).last().click();
  await expect(iraq.getByRole('button', { name: words('ar', 'floor-halted') })).toBeVisible();
  // With a reason for the record, from where the points of order stand.
  await more(chair, 'chair-procedure');
  await chair.getByRole('button', { name: words('en', 'chair-rule'), exact: true }).or(chair.locator('li.heard button')).last().click();
  const dialog = chair.getByRole('dialog');
  await dialog.getByRole('radio', { name: wording('en', 'ruling', { ruling: 'rejected' }) }).check();
  await dialog.getByLabel(words('en', 'chair-reason-optional')).fill('The list stands.');
  await chair.keyboard.press('Enter');
  await chair.getByRole('button', { name: wording('en', 'chair-give-back', { name: 'Iraq' }) }).click();
  await iraq.getByRole('button', { name: wording('ar', 'dock-finish') }).click();
}

test('an observer reads the proceedings live while the chair holds a meeting, in English, Arabic and French', async ({
  conference,
}) => {
  test.setTimeout(120_000);
  const observer = await reads(conference, 'en');
  await expect(observer.getByText(words('en', 'proceedings-none'))).toBeVisible();
  await shortMeeting(conference);

  await expect
    .poll(async () => (await told(observer, 'en')).map((text) => text.replace(/\d+ seconds?/, 'N seconds')))
    .toEqual([
      expect.stringMatching(/^The meeting was called to order at \d+(\.\d\d)? [ap]\.m\. .+ took the chair\.$/),
      expect.stringMatching(/^The list “List of speakers” was opened\.$/),
      expect.stringMatching(
        /^.+ \(Iraq\), speaking in Arabic, made a statement\. It was interrupted by a point of order\. It lasted N seconds; the speaking time was .+\.$/,
      ),
      expect.stringMatching(/^.+ \(Tunisia\) rose to a point of order\.$/),
      expect.stringMatching(/^.+ \(Tunisia\) was heard on the point of order\.$/),
      'The Chair rejected the point of order raised by Tunisia. The list stands.',
      expect.stringMatching(/^.+ \(Iraq\) resumed the statement\.$/),
    ]);
  await expect(observer.locator('.paragraph b').first()).toBeVisible();
  if (process.env.SHOTS) await observer.screenshot({ path: `${process.env.SHOTS}/proceedings-en-1440.png` });

  await speak(observer, 'ar');
  await expect.poll(() => told(observer, 'ar')).toContainEqual(expect.stringContaining('استُمع إلى بيان بالعربية'));
  await expect(observer.getByRole('heading', { level: 3 }).first()).toContainText('/');
  if (process.env.SHOTS) await observer.screenshot({ path: `${process.env.SHOTS}/proceedings-ar-1440.png` });
  await speak(observer, 'fr');
  await expect.poll(() => told(observer, 'fr')).toContainEqual(expect.stringContaining('fait une déclaration en arabe'));

  await isSound(observer, 'the proceedings at 1440 px');
  await observer.setViewportSize({ width: 360, height: 740 });
  for (const tongue of ['en', 'ar'] as const) {
    await speak(observer, tongue);
    if (process.env.SHOTS) await observer.screenshot({ path: `${process.env.SHOTS}/proceedings-${tongue}-360.png` });
  }
  await isSound(observer, 'the proceedings at 360 px');
});

test('the proceedings are printed, downloaded and copied in the language they are read in', async ({ conference }) => {
  const observer = await reads(conference, 'ar', { permissions: ['clipboard-read', 'clipboard-write'] });
  const chair = await conference.join('chair', 'en', 'chair');
  await chair.getByRole('button', { name: words('en', 'chair-open-session') }).click();
  await expect.poll(() => told(observer, 'ar')).toContainEqual(expect.stringContaining('افتُتحت الجلسة الساعة'));

  const [file] = await Promise.all([
    observer.waitForEvent('download'),
    observer.getByRole('button', { name: words('ar', 'proceedings-download') }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('opening-majrayat-ar.html');
  const html = await readFile(await file.path(), 'utf8');
  expect(html).toContain('<html lang="ar" dir="rtl">');
  expect(html).toContain('افتُتحت الجلسة الساعة');

  const [word] = await Promise.all([
    observer.waitForEvent('download'),
    observer.getByRole('button', { name: words('ar', 'proceedings-word') }).click(),
  ]);
  expect(word.suggestedFilename()).toBe('opening-majrayat-ar.docx');
  // A package: its first file is what it is made of.
  expect((await readFile(await word.path())).subarray(0, 64).toString('latin1')).toContain('[Content_Types].xml');

  await observer.getByRole('button', { name: words('ar', 'proceedings-copy') }).click();
  await expect(observer.getByText(words('ar', 'proceedings-copied')).first()).toBeVisible();
  const copied = await observer.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(words('ar', 'proceedings'));

  // On paper there is the document alone.
  await observer.evaluate(() => {
    // A headless browser prints at once: the paper stays to be looked at.
    window.addEventListener('afterprint', (event) => event.stopImmediatePropagation(), { capture: true });
  });
  await observer.emulateMedia({ media: 'print' });
  await observer.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  const paper = observer.locator('body > .sheet');
  await expect(paper).toBeVisible();
  await expect(paper).toHaveAttribute('dir', 'rtl');
  await expect(observer.getByRole('tab')).toHaveCount(0);
  if (process.env.SHOTS) await observer.screenshot({ path: `${process.env.SHOTS}/proceedings-paper-ar.png` });
});

test('the chair has the proceedings beside the console', async ({ conference }) => {
  const chair = await conference.join('chair', 'en', 'chair');
  await chair.getByRole('button', { name: words('en', 'chair-open-session') }).click();
  await chair.getByRole('tab', { name: words('en', 'tab-proceedings') }).click();
  await expect.poll(() => told(chair, 'en')).toContainEqual(expect.stringContaining('The meeting was called to order at'));

  // An announcement that is taken down is told as withdrawn where it is told.
  await chair.getByRole('tab', { name: wording('en', 'chair-chat') }).click();
  await chair.getByText(words('en', 'announce-heading')).click();
  await chair.getByLabel(wording('en', 'announce-in', { language: 'en' })).fill('Lunch is at 1 p.m.');
  await chair.getByRole('button', { name: words('en', 'announce-do'), exact: true }).click();
  await chair.getByRole('button', { name: words('en', 'announce-take-down') }).first().click();
  await chair.getByRole('tab', { name: words('en', 'tab-proceedings') }).click();
  await expect
    .poll(() => told(chair, 'en'))
    .toContainEqual(
      expect.stringMatching(/announced: “Lunch is at 1 p\.m\.” The announcement was withdrawn at \d+(\.\d\d)? [ap]\.m\.$/),
    );
});
