/** Personal links, as people open them: also the right one over a wrong one, in the same tab. */
import { expect, speak, test } from './conference.ts';
import { openOnOtherDay } from './hall.ts';
import { wording, words } from './words.ts';

const PANEL = 'Report of the stakeholder consultation';

test('the right link pasted over a wrong one lets the person in, and no secret stays in the address', async ({
  conference,
}) => {
  const page = await conference.visit('/join#wrong', 'en');
  const unknown = page.getByRole('heading', { name: words('en', 'page-link-unknown') });
  await expect(unknown).toBeVisible();
  expect(new URL(page.url()).hash).toBe('');
  // The same once more, as after a slip of the finger; whatever comes of it.
  for (const wrong of ['wrong', 'wrong', 'another']) {
    const answered = page.waitForResponse(/\/api\/enter$/);
    await page.evaluate((secret) => location.assign(`/join#${secret}`), wrong);
    await answered;
    await expect(unknown).toBeVisible();
    expect(new URL(page.url()).hash).toBe('');
  }
  await page.evaluate((link) => location.assign(link), conference.link('iraq'));
  await page.waitForURL(/\/as\/[^/]+\/$/);
});

test('a link that could not be tried leaves the address too, and another takes its place', async ({ conference }) => {
  const page = await conference.visit('/join', 'en');
  await page.route(/\/api\/enter$/, (route) => route.abort());
  await page.evaluate(() => location.assign('/join#first'));
  await expect(page.getByRole('heading', { name: words('en', 'page-unavailable') })).toBeVisible();
  expect(new URL(page.url()).hash).toBe('');
  await page.unroute(/\/api\/enter$/);
  await page.evaluate((link) => location.assign(link), conference.link('iraq'));
  await page.waitForURL(/\/as\/[^/]+\/$/);
});

test('the bare address says what this is, takes a pasted link whole or with words around it, and refuses what is none', async ({
  conference,
  page,
}) => {
  const home = new URL('/', conference.link('iraq'));
  await page.goto(`${home.href}?lang=ar`);
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const field = page.getByLabel(words('ar', 'landing-paste'));
  const open = page.getByRole('button', { name: words('ar', 'landing-open') });
  await field.fill('https://example.org/');
  await open.click();
  await expect(page.getByRole('alert')).toHaveText(words('ar', 'landing-not-a-link'));
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toBeFocused();
  await field.fill(`رابطكم: ${conference.link('iraq')} .`);
  await open.click();
  await page.waitForURL(/\/as\/[^/]+\/$/);

  // A wrong one leads back to where another can be pasted.
  await page.goto(new URL('/join#wrong', home).href);
  await page.getByRole('link', { name: words('en', 'to-way-in') }).or(page.getByRole('link', { name: words('ar', 'to-way-in') })).click();
  await expect(page).toHaveURL(home.href);
});

test('each enters their own place from the lobby in one press', async ({ conference }) => {
  for (const [who, session, place, beside] of [
    ['chair', 'Opening', 'opening/chair', true],
    ['moderator-2', PANEL, 'stakeholder-consultation/moderator', true],
    ['interpreter-en-1', 'Opening', 'opening/booth', true],
    ['display', 'Opening', 'opening/podium', false],
    ['lebanon', 'Opening', 'opening', false],
  ] as const) {
    const page = await conference.enter(who);
    await speak(page, 'en');
    const room = wording('en', 'lobby-place-name', { place: words('en', 'lobby-place', { place: 'room' }), session });
    await expect(page.getByRole('link', { name: room })).toHaveCount(beside ? 1 : 0);
    await page.getByRole('link', { name: wording('en', 'lobby-enter-name', { session }) }).click();
    await expect(page).toHaveURL(new RegExp(`/session/${place}$`));
    await page.context().close();
  }
});

test('a session that is closed is read, and a desk beside it stands under its own name', async ({ conference }) => {
  const moderator = await conference.join('moderator-2', 'en', 'moderator', { session: 'stakeholder-consultation' });
  await moderator.getByRole('button', { name: words('en', 'chair-open-session') }).click();
  await openOnOtherDay(moderator);
  await moderator.getByRole('button', { name: words('en', 'moderator-meeting') }).click();
  await moderator.getByRole('button', { name: words('en', 'chair-close') }).click();
  await moderator.getByRole('dialog').getByRole('button', { name: words('en', 'chair-close-act') }).click();
  await expect(moderator.getByRole('banner')).toContainText(words('en', 'stage-closed'));

  await moderator.getByRole('link', { name: words('en', 'to-programme') }).click();
  const desk = wording('en', 'lobby-place-name', { place: words('en', 'lobby-place', { place: 'moderator' }), session: PANEL });
  await expect(moderator.getByRole('link', { name: desk })).toHaveAttribute('href', /\/stakeholder-consultation\/moderator$/);
  await moderator.getByRole('link', { name: wording('en', 'lobby-read-name', { session: PANEL }) }).click();
  await expect(moderator.getByRole('tab', { name: words('en', 'tab-proceedings') })).toHaveAttribute('aria-selected', 'true');
  await expect(moderator.getByRole('tabpanel', { name: words('en', 'tab-proceedings') })).toContainText(words('en', 'proceedings-note'));
});
