/** Every screen, in every language, at a desk and on a small phone: no axe violation, nothing out of reach. */
import type { Page } from '@playwright/test';
import { isSound, violations } from './axe.ts';
import { type Conference, expect, speak, test, type Who } from './conference.ts';
import { TONGUES, wording, words } from './words.ts';

/** A meeting in full swing: one speaks, one waits, the chat has messages in two directions. */
async function inSwing(conference: Conference): Promise<Map<Who, Page>> {
  const chair = await conference.join('chair', 'en', 'chair');
  await chair.getByRole('button', { name: words('en', 'chair-open-session') }).click();
  await chair.getByRole('button', { name: wording('en', 'chair-open-list-name', { list: 'List of speakers' }) }).click();
  const pages = new Map<Who, Page>([['chair', chair]]);
  for (const who of ['iraq', 'lebanon'] as const) {
    const page = await conference.join(who, 'ar');
    pages.set(who, page);
    await page.getByRole('button', { name: words('ar', 'floor-ask') }).click();
    await page.getByRole('dialog').getByRole('button', { name: words('ar', 'floor-ask') }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.getByPlaceholder(words('ar', 'chat-write')).fill(who === 'iraq' ? 'شكرا السيدة الرئيسة' : 'Thank you, Chair');
    await page.getByRole('button', { name: words('ar', 'chat-send'), exact: true }).click();
  }
  await chair.getByRole('button', { name: wording('en', 'chair-give', { name: 'Iraq' }) }).first().click();
  await expect(chair.getByRole('timer').first()).toBeVisible();
  return pages;
}

for (const [size, viewport] of [
  ['at a desk', { width: 1440, height: 900 }],
  ['on a small phone', { width: 320, height: 640 }],
] as const) {
  test(`the screens of a meeting in full swing are sound ${size}`, async ({ conference }) => {
    test.setTimeout(300_000);
    const pages = await inSwing(conference);
    const observer = await conference.join('observer', 'en');
    const podium = await conference.join('display', 'en', 'podium');
    const booth = await conference.join('interpreter', 'en', 'booth');
    const lobby = await conference.enter('tunisia');
    const programme = await conference.visit('/public/', 'en');
    const visitor = await conference.visit('/public/opening', 'en');
    await visitor.getByText(words('en', 'public-addresses')).click();
    const screens: [string, Page | undefined][] = [
      ['the lobby', lobby],
      ["the speaker's room", pages.get('iraq')],
      ["the next speaker's room", pages.get('lebanon')],
      ["the observer's room", observer],
      ["the chair's console", pages.get('chair')],
      ["the interpreter's console", booth],
      ['the podium', podium],
      ["the public's programme", programme],
      ["the public's session", visitor],
    ];
    for (const [what, page] of screens) {
      if (!page) throw new Error(`nobody opened ${what}`);
      await page.setViewportSize(viewport);
      await isSound(page, what);
    }
  });
}

test('a link that is not known says so in three languages', async ({ conference, browser }) => {
  const known = await conference.enter('observer');
  const page = await (await browser.newContext()).newPage();
  await page.goto(new URL('/join#not-a-secret', known.url()).href);
  for (const tongue of TONGUES) {
    await expect(page.locator(`[lang="${tongue}"]`).getByRole('heading').first()).toBeVisible();
  }
  expect(await violations(page)).toEqual([]);
  expect(page.url(), 'the secret does not stay in the address').not.toContain('#not-a-secret');
});
