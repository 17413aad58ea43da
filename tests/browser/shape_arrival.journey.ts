/** The way in, the lobby and the public's pages hold their shape at every size and in every language; axe finds nothing. */
import type { Page } from '@playwright/test';
import { isSoundHere } from './axe.ts';
import { type Conference, expect, test } from './conference.ts';
import { holdsItsShape, holdsItsShapeHere } from './shape.ts';
import { TONGUES, words } from './words.ts';

const at = (conference: Conference, path: string) => new URL(path, conference.link('iraq')).href;

/** A page that the server writes, in each language. */
async function writtenHolds(page: Page, conference: Conference, path: string): Promise<void> {
  for (const tongue of TONGUES) {
    await page.goto(`${at(conference, path)}?lang=${tongue}`);
    await expect(page.locator('html')).toHaveAttribute('dir', tongue === 'ar' ? 'rtl' : 'ltr');
    await holdsItsShapeHere(page, `${path} in ${tongue}`);
  }
}

test('the way in, the lobby and the pages of the public hold their shape', async ({ conference, browser }) => {
  test.setTimeout(240_000);
  const context = await browser.newContext({ javaScriptEnabled: true });
  const landing = await context.newPage();
  await writtenHolds(landing, conference, '/');
  await isSoundHere(landing, landing.url());

  const lobby = await conference.enter('chair');
  await holdsItsShape(lobby, 'the lobby of the chair');
  await isSoundHere(lobby, 'the lobby');

  const chair = await conference.join('chair', 'en', 'chair');
  await chair.getByRole('button', { name: words('en', 'chair-open-session') }).click();
  await expect(chair.getByRole('button', { name: words('en', 'chair-open-session') })).toHaveCount(0);

  // As browsers without JavaScript show them; the script would take them over.
  await context.route(/\/assets\/.*\.js$/, (route) => route.abort());
  for (const path of ['/', '/public/', '/public/opening', '/public/opening/now', '/public/round-table-1']) {
    await writtenHolds(landing, conference, path);
    await isSoundHere(landing, landing.url());
  }
  await context.unroute(/\/assets\/.*\.js$/);

  const visitor = await conference.visit('/public/', 'en');
  await holdsItsShape(visitor, 'the programme of the public');
  await visitor.goto(at(conference, '/public/opening'));
  // What the server wrote is taken over by the script: for a frame both are there.
  await expect(visitor.locator('#opening')).toHaveCount(0);
  await expect(visitor.getByRole('heading', { level: 1 })).toBeVisible();
  await holdsItsShape(visitor, 'a session as the public follows it');
  await isSoundHere(visitor, 'a session in public');
});
