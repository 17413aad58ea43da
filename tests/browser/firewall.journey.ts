/** Networks that block: the page finds by itself a path that passes, and goes on by another when that one is closed. */
import type { Page } from '@playwright/test';
import { type Conference, expect, test } from './conference.ts';
import { TONE, type Transport, delegate, give, hearsOnly, hearsWithin, observe, openSession } from './hall.ts';
import { words } from './words.ts';

test.use({ walled: true });

/** However much is blocked, sound comes within this time, in milliseconds. */
const SOON_MS = 10_000;

/** A delegate has the floor and sings. They came while the network still let all TCP through. */
async function sung(conference: Conference): Promise<Page> {
  const chair = await openSession(conference);
  const iraq = await delegate(conference, 'iraq');
  await saysIts(iraq, 'ar', 'tcp');
  await give(chair, 'Iraq');
  await expect(iraq.getByRole('button', { name: words('ar', 'microphone-open') })).toBeVisible();
  return iraq;
}

/** The page says by which transport sound comes. */
async function saysIts(page: Page, tongue: 'ar' | 'en', transport: Transport): Promise<void> {
  await expect(page.getByText(words(tongue, 'sound-transport', { transport }))).toBeVisible({ timeout: 15_000 });
}

test('where UDP is blocked, the page hears over TCP', async ({ conference }) => {
  await sung(conference);
  const observer = await observe(conference);
  await hearsWithin(observer, SOON_MS, TONE.iraq);
  await saysIts(observer, 'en', 'tcp');
});

test('where nothing but HTTP passes, the page hears over the WebSocket', async ({ conference, firewall }) => {
  await sung(conference);
  firewall.allow('http', 'sound');
  const observer = await observe(conference);
  await hearsWithin(observer, SOON_MS, TONE.iraq);
  await saysIts(observer, 'en', 'ws');
  expect(firewall.stopped.other, 'WebRTC was tried, and blocked').toBeGreaterThan(0);
});

test('where the WebSocket of sound is refused too, the page hears the stream', async ({ conference, firewall }) => {
  await sung(conference);
  firewall.allow('http');
  const observer = await observe(conference);
  await hearsWithin(observer, SOON_MS, TONE.iraq);
  await saysIts(observer, 'en', 'ogg');
  expect(firewall.stopped.other, 'WebRTC was tried, and blocked').toBeGreaterThan(0);
  expect(firewall.stopped.sound, 'the WebSocket was tried, and refused').toBeGreaterThan(0);
});

test('when a network closes to all but HTTP, speaker and listener go on over the WebSocket', async ({
  conference,
  firewall,
}) => {
  const iraq = await sung(conference);
  const observer = await observe(conference);
  await hearsWithin(observer, SOON_MS, TONE.iraq);
  await saysIts(observer, 'en', 'tcp');
  await observer.evaluate(() => Object.assign(window, { here: true }));

  firewall.allow('http', 'sound');
  firewall.enforce();
  await hearsOnly(observer);
  await hearsWithin(observer, SOON_MS, TONE.iraq);
  await saysIts(observer, 'en', 'ws');
  await saysIts(iraq, 'ar', 'ws');
  expect(await observer.evaluate(() => 'here' in window), 'the page was not loaded anew').toBe(true);
});
