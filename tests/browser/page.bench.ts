/**
 * What a first visit costs on a slow line: bytes and requests until the lobby is drawn, the time until its name plate shows,
 * and the time from the press that enters a session until the floor button shows. Chromium with its network at 128 kbit/s and
 * 400 ms and its processor slowed to a quarter, by HTTPS (brotli) and by plain HTTP (gzip).
 */
import { type BrowserContext, type CDPSession, type Page } from '@playwright/test';
import { INSECURE, type Who, expect, test } from './conference.ts';
import { openSession } from './hall.ts';
import { type Tongue, words } from './words.ts';

const LINE = { offline: false, latency: 400, downloadThroughput: 128_000 / 8, uploadThroughput: 128_000 / 8 };
const SLOWER = 4;
/** Somebody whose card has the language, so that the page begins in it and stays in it. */
const PEOPLE: Record<'en' | 'ar', Who> = { en: 'jordan', ar: 'lebanon' };
const BROWSERS = { en: 'en-GB', ar: 'ar-LB' } as const;
/** How long a visitor looks at the lobby before the press: what is fetched ahead of it is here by then, or is not. */
const LOOKS_MS = { 'at once': 0, 'after ten seconds': 10_000 } as const;

/** Notes in the page when the name plate is there to be seen. */
function watchForPlate(): void {
  const look = (): void => {
    const plate = document.querySelector('#page main .place');
    if (plate && !document.getElementById('opening')) Object.assign(window, { plate_ms: performance.now() });
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** What has come over the network. */
class Traffic {
  requests = 0;
  bytes = 0;
  readonly paths: string[] = [];

  constructor(private readonly cdp: CDPSession) {
    cdp.on('Network.requestWillBeSent', ({ request }) => {
      this.requests += 1;
      this.paths.push(new URL(request.url).pathname);
    });
    cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
      this.bytes += encodedDataLength;
    });
  }

  static async of(page: Page): Promise<Traffic> {
    const cdp = await page.context().newCDPSession(page);
    const traffic = new Traffic(cdp);
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', LINE);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    return traffic;
  }

  toString(): string {
    return `${(this.bytes / 1_000).toFixed(1)} kB in ${this.requests} requests`;
  }
}

async function visit(context: BrowserContext, link: string, tongue: Tongue, looks_ms: number): Promise<string> {
  const page = await context.newPage();
  await page.addInitScript(watchForPlate);
  const traffic = await Traffic.of(page);
  await page.goto(link, { waitUntil: 'commit' });
  const plate = await page.waitForFunction(() => (window as { plate_ms?: number }).plate_ms, null, { timeout: 120_000 });
  const forRoom = traffic.paths.filter((path) => /\/(session|Session|words-room)-/.test(path));
  const atPlate = `${traffic}, ${forRoom.length} of them for the room`;
  await expect(page.locator('html')).toHaveAttribute('lang', tongue);
  const enter = page.locator('a[href*="/session/opening"]').first();
  let whole = '';
  if (looks_ms > 0) {
    await page.evaluate(() => document.fonts.ready);
    whole = `, with fonts ${traffic}`;
    await page.waitForTimeout(looks_ms);
    whole += `, with what is fetched ahead ${traffic}`;
  }
  await enter.click();
  const pressed_ms = Date.now();
  await page.getByRole('button', { name: words(tongue, 'floor-ask') }).first().waitFor({ timeout: 120_000 });
  const entered_ms = Date.now() - pressed_ms;
  const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;
  return `plate ${seconds(Number(await plate.jsonValue()))} (${atPlate}${whole}), floor button ${seconds(entered_ms)} after the press`;
}

for (const sealed of [true, false]) {
  test.describe(sealed ? 'by HTTPS' : 'by HTTP', () => {
    // By a name that is not loopback's: to that browsers offer brotli by plain HTTP too.
    test.use({ sealed, host: INSECURE });
    for (const tongue of ['en', 'ar'] as const)
      for (const [look, looks_ms] of Object.entries(LOOKS_MS))
        test(`first visit, ${tongue}, pressed ${look}`, async ({ browser, conference }) => {
          await (await openSession(conference)).close();
          const context = await browser.newContext({ locale: BROWSERS[tongue], ignoreHTTPSErrors: true });
          const told = await visit(context, conference.link(PEOPLE[tongue]), tongue, looks_ms);
          console.log(`\n  ${sealed ? 'HTTPS' : 'HTTP'} ${tongue}, pressed ${look}: ${told}`);
        });
  });
}
