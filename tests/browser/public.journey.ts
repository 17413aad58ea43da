/** The public: people without any link see who speaks and hear it, where neither WebSocket nor WebRTC works. */
import type { Page } from '@playwright/test';
import { type Conference, expect, test } from './conference.ts';
import { hears } from './ear.ts';
import { ofMeeting } from './hall.ts';
import { TONGUES, wording, words } from './words.ts';

/** A tone for each voice, in Hz. */
const TONE = { iraq: 500, tunisia: 730, en: 1150 } as const;

async function hearsOnly(page: Page, ...tones: number[]): Promise<void> {
  const heard = async (): Promise<string> => {
    try {
      return (await hears(page, Object.values(TONE))).join();
    } catch (between) {
      return String(between);
    }
  };
  await expect.poll(heard, { timeout: 30_000 }).toBe(tones.join());
}

async function openSession(conference: Conference): Promise<Page> {
  const chair = await conference.join('chair', 'en', 'chair');
  await chair.getByRole('button', { name: words('en', 'chair-open-session') }).click();
  await chair.getByRole('button', { name: wording('en', 'chair-open-list-name', { list: 'List of speakers' }) }).click();
  return chair;
}

/** A delegate with a microphone that sings asks for the floor, to speak in Arabic. */
async function delegate(conference: Conference, who: 'iraq' | 'tunisia'): Promise<void> {
  const page = await conference.join(who, 'ar', '', { tone: TONE[who] });
  await page.getByRole('button', { name: words('ar', 'microphone-agree'), exact: true }).click();
  await page.getByRole('button', { name: words('ar', 'floor-ask') }).click();
  await page.getByRole('dialog').getByRole('button', { name: words('ar', 'floor-ask') }).click();
  await expect(page.getByRole('button', { name: words('ar', 'microphone-ready') })).toBeVisible();
}

const stage = (page: Page, tongue: 'en' | 'ar' = 'en') =>
  page.getByRole('region', { name: words(tongue, 'stage-label') });
const play = (page: Page) => page.getByRole('button', { name: words('en', 'public-play'), exact: true });

test('a visitor finds the session, chooses a channel, hears it, and sees who speaks', async ({ conference }) => {
  test.setTimeout(120_000);
  const visitor = await conference.visit('/public/', 'en', { tone: 0 });
  // Nothing is to be heard yet, so nothing is offered.
  // The page that the server wrote goes once the client's is drawn.
  const way = visitor.locator('#page').getByRole('link', { name: wording('en', 'public-listen-name', { session: 'Opening' }) });
  await expect(visitor.getByRole('heading', { name: 'Opening' })).toBeVisible();
  await expect(way).toHaveCount(0);
  const chair = await openSession(conference);
  // As behind the strictest of proxies, and in the oldest of browsers.
  await visitor.addInitScript(() => {
    Reflect.deleteProperty(window, 'WebSocket');
    Reflect.deleteProperty(window, 'RTCPeerConnection');
  });
  await visitor.reload();
  await way.click();
  await expect(stage(visitor)).toContainText(words('en', 'stage-floor-free'));
  await visitor.getByRole('radio', { name: 'العربية' }).click();
  await play(visitor).click();
  // The plate keeps step with what is heard, which is late.
  const [late] = words('en', 'public-behind', { seconds: '@' }).split('@');
  await expect(visitor.getByText(late ?? '')).toBeVisible({ timeout: 20_000 });
  await hearsOnly(visitor);

  await delegate(conference, 'iraq');
  await delegate(conference, 'tunisia');
  const en = await conference.join('interpreter-en-1', 'en', 'booth', { tone: TONE.en });
  await en.getByRole('button', { name: words('en', 'booth-go-on') }).click();
  await chair.getByRole('button', { name: wording('en', 'chair-give', { name: 'Iraq' }) }).first().click();
  await expect(stage(visitor)).toContainText('Iraq', { timeout: 20_000 });
  await expect(visitor.getByText(wording('en', 'public-next', { name: 'Tunisia' }))).toBeVisible();
  await expect(stage(visitor)).toContainText(words('en', 'in-language', { language: 'ar' }));
  await hearsOnly(visitor, TONE.iraq);

  await visitor.getByRole('radio', { name: /English/ }).click();
  await expect(visitor.getByRole('radio', { name: /English/ })).toBeChecked();
  await hearsOnly(visitor, TONE.en);

  await chair.getByRole('button', { name: wording('en', 'chair-give', { name: 'Tunisia' }) }).first().click();
  await expect(stage(visitor)).toContainText('Tunisia', { timeout: 20_000 });
  await expect(stage(visitor)).not.toContainText('Iraq');
  await visitor.getByRole('radio', { name: /0 Floor/ }).click();
  await hearsOnly(visitor, TONE.tunisia);
  await visitor.getByRole('button', { name: words('en', 'public-stop'), exact: true }).click();
  await expect(play(visitor)).toBeVisible();
  await hearsOnly(visitor);
});

test('what is shown is told to be old while the server is not reached, and is brought up to date by itself', async ({
  conference,
}) => {
  const visitor = await conference.visit('/public/opening', 'en');
  await expect(stage(visitor)).toContainText(words('en', 'stage-scheduled'));
  await visitor.context().setOffline(true);
  const stale = visitor.getByText(words('en', 'public-stale', { time: '@' }).split('@')[0] ?? '');
  await expect(stale).toBeVisible({ timeout: 20_000 });
  await openSession(conference);
  await expect(stage(visitor)).toContainText(words('en', 'stage-scheduled'));
  await visitor.context().setOffline(false);
  await expect(stage(visitor)).toContainText(words('en', 'stage-floor-free'), { timeout: 20_000 });
  await expect(stale).toBeHidden();
});

test('where the browser plays no such stream the page says so, with the addresses for a player', async ({ conference }) => {
  const visitor = await conference.visit('/public/', 'en');
  await openSession(conference);
  await visitor.addInitScript(() => {
    HTMLMediaElement.prototype.canPlayType = () => '';
  });
  await visitor.goto(new URL('/public/opening', visitor.url()).href);
  await expect(visitor.getByText(words('en', 'public-cannot-play'))).toBeVisible();
  await expect(play(visitor)).toHaveCount(0);
  const address = visitor.getByRole('textbox', { name: wording('en', 'public-address', { channel: 'English' }) });
  await expect(address).toHaveValue(new URL('/listen/opening/en.ogg', visitor.url()).href);
  await visitor.getByRole('button', { name: wording('en', 'public-copy-name', { channel: 'English' }) }).click();
  const told = ['public-copied', 'public-copy-yourself'].map((key) => words('en', key)).join('|');
  await expect(visitor.getByRole('status').filter({ hasText: new RegExp(told) })).toHaveCount(1);
});

test('what is not public says so in three languages', async ({ conference }) => {
  const visitor = await conference.visit('/public/none', 'ar');
  await expect(visitor.getByRole('heading', { name: words('ar', 'page-not-public') })).toBeVisible();
  for (const tongue of TONGUES) {
    await expect(visitor.getByRole('heading', { name: words(tongue, 'page-not-public') })).toBeVisible();
  }
});

test('without JavaScript the pages are whole: who speaks and is next, a player and a link for each channel, the programme', async ({
  conference,
  browser,
}) => {
  test.setTimeout(120_000);
  const chair = await openSession(conference);
  await delegate(conference, 'iraq');
  await delegate(conference, 'tunisia');
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR' });
  const page = await context.newPage();
  const at = (path: string) => new URL(path, conference.link('iraq')).href;
  await page.goto(at('/public/'));
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await page.getByRole('link', { name: wording('fr', 'public-listen-name', { session: 'Ouverture' }) }).click();
  for (const channel of ['floor', 'ar', 'en', 'fr']) {
    const path = `/listen/opening/${channel}.ogg`;
    await expect(page.locator(`audio[src="${path}"]`)).toBeVisible();
    await expect(page.locator(`a[href="${path}"]`)).toBeVisible();
  }
  await expect(page.getByRole('row')).toHaveCount(4);

  const now = page.frameLocator('iframe');
  await expect(now.getByText(words('fr', 'stage-floor-free'))).toBeVisible();
  await chair.getByRole('button', { name: wording('en', 'chair-give', { name: 'Iraq' }) }).first().click();
  // It renews itself; nobody presses anything, and the page around it stays, with its sound.
  await expect(now.getByRole('heading', { name: 'Iraq' })).toBeVisible({ timeout: 30_000 });
  await expect(now.getByText(wording('fr', 'public-next', { name: 'Tunisie' }))).toBeVisible();
  await expect(now.getByText(words('fr', 'in-language', { language: 'ar' }))).toBeVisible();

  await page.getByRole('link', { name: /العربية/, exact: false }).first().click();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(now.getByRole('heading', { name: 'العراق' })).toBeVisible();

  // A ruling is told for some seconds; then a suspension, with its reason.
  const lebanon = await conference.join('lebanon', 'en');
  await lebanon.getByRole('button', { name: words('en', 'placard-raise') }).click();
  await lebanon.getByRole('dialog').getByRole('button', { name: words('en', 'placard-raise-do') }).click();
  await chair.getByRole('button', { name: wording('en', 'chair-recognise', { name: 'Lebanon' }) }).first().click();
  const noted = chair.locator('.box').getByRole('button', { name: words('en', 'ruling', { ruling: 'noted' }) });
  await expect(noted).toHaveAttribute('aria-disabled', 'false');
  await noted.click();
  await expect(now.getByText(wording('ar', 'stage-ruling', { name: 'لبنان', ruling: 'noted' }))).toBeVisible({ timeout: 30_000 });
  await ofMeeting(chair, 'chair-suspend');
  const suspending = chair.getByRole('dialog');
  await suspending.getByLabel(words('en', 'chair-reason-optional')).fill('Consultations');
  await suspending.getByRole('button', { name: words('en', 'chair-suspend-act') }).click();
  await expect(now.getByRole('heading', { name: words('ar', 'stage-suspended') })).toBeVisible({ timeout: 30_000 });
  await expect(now.getByText('Consultations')).toBeVisible();
  await page.goto(at('/public/round-table-1?lang=en'));
  await expect(page.locator('audio')).toHaveCount(0);
  await expect(page.getByText(words('en', 'written-begins', { day: '@', time: '' }).split('@')[0] ?? '')).toBeVisible();
  await context.close();
});
