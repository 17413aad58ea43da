/** What keeps a microphone from being heard is kept, told, and mended by one press: a mute, a device held down, a graph that ended. */
import type { Page } from '@playwright/test';
import { expect, test } from './conference.ts';
import { endContexts, hold, onset } from './ear.ts';
import { TONE, delegate, give, hearsOnly, observe, openSession } from './hall.ts';
import { wording, words } from './words.ts';

const now = (page: Page): Promise<number> => page.evaluate(() => performance.timeOrigin + performance.now());
// The microphone comes first; the main button may say the same of it.
const button = (page: Page, key: string) => page.getByRole('button', { name: words('ar', key) }).first();

test('whoever is muted stays muted on every page they open, until they press', async ({ conference }) => {
  const chair = await openSession(conference);
  const observer = await observe(conference);
  const iraq = await delegate(conference, 'iraq');
  const began_ms = await now(observer);
  // Ahead of the turn: nobody will hear them, and a reload changes nothing of it.
  await button(iraq, 'microphone-ready').click();
  await expect(iraq.getByText(words('ar', 'microphone-muted-ahead'))).toBeVisible();
  await iraq.reload();
  await expect(iraq.getByText(words('ar', 'microphone-muted-ahead'))).toBeVisible();

  await give(chair, 'Iraq');
  await expect(button(iraq, 'microphone-muted')).toBeVisible();
  await expect(iraq.locator('#assertive')).toContainText(words('ar', 'microphone-tell-live-muted'));
  await iraq.reload();
  await expect(button(iraq, 'microphone-muted')).toBeVisible();
  const tab = await iraq.context().newPage();
  await tab.goto(iraq.url());
  await expect(button(tab, 'microphone-muted')).toBeVisible();

  const pressed_ms = await now(tab);
  await button(tab, 'microphone-muted').click();
  await hearsOnly(observer, TONE.iraq);
  expect(await onset(observer, began_ms), 'nothing was heard before the press').toBeGreaterThan(pressed_ms);
});

test('a mute is on every device of one’s own, where one is told so, and the chair sees it', async ({ conference }) => {
  const chair = await openSession(conference);
  const observer = await observe(conference);
  const laptop = await delegate(conference, 'iraq');
  await give(chair, 'Iraq');
  await hearsOnly(observer, TONE.iraq);
  const seen = chair.getByText(wording('en', 'hush', { hush: 'muted' })).first();
  await expect(seen).toBeHidden();

  await button(laptop, 'microphone-open').click();
  await expect(seen).toBeVisible();
  await hearsOnly(observer);
  const phone = await conference.join('iraq', 'ar', '', { tone: TONE.iraq });
  await expect(button(phone, 'microphone-muted')).toBeVisible();
  await expect(phone.locator('#assertive')).toContainText(words('ar', 'microphone-tell-muted'));
  await laptop.reload();
  await expect(button(laptop, 'microphone-muted')).toBeVisible();
  await hearsOnly(observer);

  await button(phone, 'microphone-muted').click();
  await hearsOnly(observer, TONE.iraq);
  await expect(button(laptop, 'microphone-open')).toBeVisible();
  await expect(seen).toBeHidden();
});

test('a mute holds at once while the line is down, and over a reload then', async ({ conference }) => {
  const chair = await openSession(conference);
  const observer = await observe(conference);
  const iraq = await delegate(conference, 'iraq');
  await give(chair, 'Iraq');
  await hearsOnly(observer, TONE.iraq);
  await conference.kill();
  await expect(iraq.getByText(words('ar', 'line-lost')).first()).toBeVisible();
  await iraq.keyboard.press('m');
  await conference.restart();
  await iraq.reload();
  await expect(button(iraq, 'microphone-muted')).toBeVisible({ timeout: 20_000 });
  await hearsOnly(observer);
});

test('a device that gives no sound is told at once to its owner, and when it gives it again', async ({
  conference,
}) => {
  const chair = await openSession(conference);
  const iraq = await delegate(conference, 'iraq');
  await give(chair, 'Iraq');
  await expect(button(iraq, 'microphone-open')).toBeVisible();
  for (const how of ['told', 'untold'] as const) {
    await hold(iraq, how);
    await expect(button(iraq, 'microphone-silent')).toBeVisible();
    await expect(button(iraq, 'microphone-silent')).toContainText(words('ar', 'microphone-silent-detail'));
    await expect(iraq.locator('#assertive')).toContainText(words('ar', 'microphone-silent'));
    await expect(chair.getByText(wording('en', 'hush', { hush: 'silent' })).first()).toBeVisible();
    // From the start too.
    await iraq.reload();
    await expect(button(iraq, 'microphone-silent')).toBeVisible();
    await hold(iraq, 'no');
    // A page that was loaded anew seeks its path first.
    await expect(button(iraq, 'microphone-open')).toBeVisible({ timeout: 20_000 });
  }
});

test('sound that the browser ended is there again after one press, to hear and to be heard', async ({ conference }) => {
  const chair = await openSession(conference);
  const observer = await observe(conference);
  const iraq = await delegate(conference, 'iraq');
  await give(chair, 'Iraq');
  await hearsOnly(observer, TONE.iraq);
  for (const page of [observer, iraq]) {
    await endContexts(page);
    await page.getByRole('heading').first().click();
    await hearsOnly(observer, TONE.iraq);
  }
});

test('a screen that nobody touches stays lit, and says where it cannot', async ({ conference }) => {
  const podium = await conference.enter('display');
  await podium.addInitScript(() => {
    sessionStorage.asked = '0';
    navigator.wakeLock.request = async () => {
      sessionStorage.asked = String(Number(sessionStorage.asked) + 1);
      throw new DOMException('the battery is low', 'NotAllowedError');
    };
  });
  await podium.goto(`${podium.url()}session/opening/podium`);
  const unlit = podium.getByText(/may go dark|قد تنطفئ/);
  await expect(unlit).toBeVisible();
  expect(await podium.evaluate(() => sessionStorage.asked)).toBe('1');
  await podium.addInitScript(() => {
    navigator.wakeLock.request = async () => Object.assign(new EventTarget(), { released: false }) as WakeLockSentinel;
  });
  await podium.reload();
  await expect(podium.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(unlit).toBeHidden();
});
