/** The text of a statement as a file: a delegation hands it in, the secretariat does so for another, booths read it ahead. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { isSoundHere } from './axe.ts';
import { type Conference, expect, speak, test } from './conference.ts';
import { openSession } from './hall.ts';
import { pdf } from './paper.ts';
import { wording, words } from './words.ts';

const PDF = pdf(['Madam Chair, Iraq welcomes this review']);
const SAID = 'السيدة الرئيسة، يشكركم لبنان.';

async function asks(conference: Conference, who: 'iraq' | 'lebanon'): Promise<Page> {
  const page = await conference.join(who, 'en');
  await page.getByRole('button', { name: words('en', 'floor-ask') }).click();
  await page.getByRole('dialog').getByRole('button', { name: words('en', 'floor-ask') }).click();
  await expect(page.getByRole('button', { name: words('en', 'statement-open') })).toBeVisible();
  return page;
}

test('a delegation hands its text in as a file, the secretariat for another; booths read both ahead, and nobody else', async ({
  conference,
}) => {
  test.setTimeout(120_000);
  const chair = await openSession(conference);
  const iraq = await asks(conference, 'iraq');
  const lebanon = await asks(conference, 'lebanon');
  const booth = await conference.join('interpreter-en-1', 'en', 'booth');

  // What is no paper is refused, says why, and is still in the form.
  await iraq.getByRole('button', { name: words('en', 'statement-open') }).click();
  const form = iraq.getByRole('dialog');
  await form.getByLabel(words('en', 'statement-language')).selectOption('en');
  const file = form.getByLabel(words('en', 'statement-file'));
  const picture = Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1');
  await file.setInputFiles({ name: 'picture.png', mimeType: 'image/png', buffer: picture });
  await form.getByRole('button', { name: words('en', 'statement-give') }).click();
  await expect(form.getByText(wording('en', 'statement-file-problem', { code: 'not_paper', name: 'picture.png' }))).toBeVisible();
  await file.setInputFiles({ name: 'statement of Iraq.pdf', mimeType: 'application/pdf', buffer: PDF });
  await form.getByRole('button', { name: words('en', 'statement-give') }).click();
  await expect(form.getByText(words('en', 'statement-received'))).toBeVisible();
  await expect(form.getByRole('link', { name: 'statement of Iraq.pdf' })).toBeVisible();
  for (const width of [1440, 320]) {
    await iraq.setViewportSize({ width, height: width === 1440 ? 900 : 640 });
    await isSoundHere(iraq, `the form of a text with a file at ${width} px`);
    if (process.env.SHOTS) await iraq.screenshot({ path: `${process.env.SHOTS}/statement-file-${width}.png` });
  }
  await iraq.keyboard.press('Escape');
  await speak(iraq, 'ar');
  await iraq.getByRole('button', { name: words('ar', 'statement-open') }).click();
  await isSoundHere(iraq, 'the form of a text in Arabic at 320 px');
  if (process.env.SHOTS) await iraq.screenshot({ path: `${process.env.SHOTS}/statement-file-ar.png` });

  // The secretariat has that of Lebanon by mail, as a plain text.
  const desk = await conference.join('secretariat', 'en', 'chair');
  await desk.getByRole('button', { name: wording('en', 'chair-more', { name: 'Lebanon' }) }).click();
  await desk.getByRole('dialog').getByRole('button', { name: words('en', 'chair-text') }).click();
  const text = desk.getByRole('dialog', { name: wording('en', 'statement-text-of', { name: 'Lebanon' }) });
  await text.getByLabel(words('en', 'statement-language')).selectOption('ar');
  const written = { name: 'lebanon.txt', mimeType: 'text/plain', buffer: Buffer.from(SAID) };
  await text.getByLabel(words('en', 'statement-file')).setInputFiles(written);
  await text.getByRole('button', { name: words('en', 'statement-give') }).click();
  await expect(text.getByRole('link', { name: 'lebanon.txt' })).toBeVisible();
  await isSoundHere(desk, 'the form of a text at the desk');
  await desk.keyboard.press('Escape');

  // The booth reads it in its console, in the page; other delegations and the chair's own screen are told nothing of the words.
  const statement = booth.getByRole('link', { name: 'statement of Iraq.pdf' });
  await expect(statement).toBeVisible();
  await statement.press('Enter');
  const reader = booth.getByRole('dialog', { name: 'statement of Iraq.pdf' });
  await expect(reader.getByText('Madam Chair, Iraq welcomes this review')).toBeAttached();
  await isSoundHere(booth, 'a statement that is read in the booth');
  if (process.env.SHOTS) await booth.screenshot({ path: `${process.env.SHOTS}/statement-reader.png` });
  const coming = booth.waitForEvent('download');
  await reader.getByRole('link', { name: words('en', 'reader-take') }).click();
  const download = await coming;
  expect(await readFile(await download.path())).toEqual(PDF);
  await booth.keyboard.press('Escape');
  await expect(statement).toBeFocused();
  await expect(lebanon.getByText('statement of Iraq.pdf')).toHaveCount(0);
  const address = await statement.getAttribute('href');
  const other = new URL(lebanon.url()).pathname.split('/')[2];
  const refused = await lebanon.request.get(new URL(String(address).replace(/as\/[^/]+/, `as/${other}`), lebanon.url()).href);
  expect(refused.status()).toBe(404);

  // When it was Lebanon's turn the words of its text are there for the booth.
  await chair.getByRole('button', { name: wording('en', 'chair-more', { name: 'Lebanon' }) }).click();
  await chair.getByRole('dialog').getByRole('button', { name: words('en', 'chair-give-row') }).click();
  await expect(booth.getByText(SAID)).toBeVisible();
  await expect(booth.getByRole('link', { name: 'lebanon.txt' })).toBeVisible();
});
