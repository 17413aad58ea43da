/** People of a meeting whose microphones sing, each a tone of their own, and what those who listen are asked. */
import type { Page } from '@playwright/test';
import { type Conference, type Who, expect, speak } from './conference.ts';
import { hears, loudest, record } from './ear.ts';
import { tabTo } from './keys.ts';
import { type Tongue, wording, words } from './words.ts';

/** A tone for each voice, far enough apart to be told apart in 300 ms, in Hz. */
export const TONE = { iraq: 500, tunisia: 730, ar: 940, en: 1150, fr: 1370, mate: 1590 } as const;
const TONES = Object.values(TONE);

export type Transport = 'udp' | 'tcp' | 'ws' | 'ogg';

/** Waits until a page plays these tones and none of the others. */
export async function hearsOnly(page: Page, ...tones: number[]): Promise<void> {
  await hearsWithin(page, 15_000, ...tones);
}

/** As `hearsOnly`, where it matters how long it takes. */
export async function hearsWithin(page: Page, timeout: number, ...tones: number[]): Promise<void> {
  const heard = async (): Promise<string> => {
    try {
      return (await hears(page, TONES)).join();
    } catch (between) {
      return String(between);
    }
  };
  await expect.poll(heard, { timeout }).toBe(tones.toSorted((a, b) => a - b).join());
}

export async function openSession(conference: Conference): Promise<Page> {
  const chair = await conference.join('chair', 'en', 'chair');
  await chair.getByRole('button', { name: words('en', 'chair-open-session') }).click();
  await chair.getByRole('button', { name: wording('en', 'chair-open-list-name', { list: 'List of speakers' }) }).click();
  return chair;
}

/** Goes to the secretariat's own place. */
export async function office(conference: Conference, tongue: Tongue = 'en'): Promise<Page> {
  const page = await conference.enter('secretariat');
  await speak(page, tongue);
  await page.getByRole('link', { name: words(tongue, 'lobby-secretariat') }).click();
  await expect(page.getByRole('heading', { level: 2, name: words(tongue, 'office-people-title') })).toBeVisible();
  return page;
}

/** A delegate joins with a microphone that sings, agrees to its opening, and asks for the floor, to speak in Arabic. */
export async function delegate(conference: Conference, who: 'iraq' | 'tunisia', transport?: Transport): Promise<Page> {
  const page = await conference.join(who, 'ar', '', { tone: TONE[who], ...(transport && { transport }) });
  await page.getByRole('button', { name: words('ar', 'microphone-agree'), exact: true }).click();
  await page.getByRole('button', { name: words('ar', 'floor-ask') }).click();
  await page.getByRole('dialog').getByRole('button', { name: words('ar', 'floor-ask') }).click();
  await expect(page.getByRole('button', { name: words('ar', 'microphone-ready') })).toBeVisible();
  return page;
}

/** An interpreter sits down in the booth with a headset that sings. Not on air yet. */
export async function interpreter(conference: Conference, who: Who, tone: number, transport?: Transport): Promise<Page> {
  const page = await conference.join(who, 'en', 'booth', { tone, ...(transport && { transport }) });
  // The headset connects by itself where the browser was allowed to use it before.
  await expect(page.getByRole('button', { name: /Go on air|Ask for the microphone/ })).toBeEnabled();
  return page;
}

export async function goOnAir(page: Page): Promise<void> {
  await page.getByRole('button', { name: words('en', 'booth-go-on') }).click();
  await expect(page.getByRole('button', { name: words('en', 'booth-go-off') })).toBeVisible();
}

/** Colleagues of one booth: `mate` asks for the channel, and whoever is on air gives it. */
export async function handOver(first: Page, mate: Page): Promise<void> {
  await mate.getByRole('button', { name: words('en', 'booth-ask-now') }).click();
  await first.getByRole('button', { name: words('en', 'booth-accept-give') }).click();
}

/** An act of the desk on the meeting as a whole, from the menu of its bar. */
export async function ofMeeting(desk: Page, key: string, tongue: Tongue = 'en'): Promise<void> {
  await desk.getByRole('button', { name: words(tongue, 'chair-meeting'), exact: true }).click();
  await desk.getByRole('button', { name: words(tongue, key), exact: true }).click();
}

/** A session of the second day is opened on the first: the desk asks once whether that is meant. */
export async function openOnOtherDay(desk: Page): Promise<void> {
  const dialog = desk.getByRole('dialog', { name: words('en', 'chair-other-day-title') });
  await tabTo(desk, 'button', wording('en', 'chair-other-day-act'));
  await desk.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
}

/** One of the parts behind "More" on the desk comes to the front. */
export async function more(desk: Page, key: string, tongue: Tongue = 'en'): Promise<void> {
  await desk.getByRole('tab', { name: words(tongue, 'chair-more-parts') }).click();
  await desk.getByRole('tab', { name: words(tongue, key) }).click();
}

/** The floor is given out of the order of the list, present or not, from the row's own menu. */
export async function giveFromRow(desk: Page, name: string): Promise<void> {
  await desk.getByRole('button', { name: wording('en', 'chair-more', { name }) }).click();
  await desk.getByRole('dialog').getByRole('button', { name: words('en', 'chair-give-row') }).click();
  await expect(desk.getByRole('dialog')).toBeHidden();
}

export async function give(chair: Page, name: string): Promise<void> {
  await chair.getByRole('button', { name: wording('en', 'chair-give', { name }) }).first().click();
}

export async function listenTo(page: Page, channel: string): Promise<void> {
  const choice = page.getByRole('radio', { name: channel });
  await choice.click();
  await expect(choice).toBeChecked();
}

/** Turns the original under the interpretation down to nothing. */
export async function withoutOriginal(page: Page): Promise<void> {
  await page.getByRole('button', { name: words('en', 'sound-settings') }).click();
  const slider = page.getByRole('slider', { name: words('en', 'sound-original') });
  await slider.focus();
  await slider.press('Home');
  await page.keyboard.press('Escape');
}

/** How loud a tone was in a page at any moment of the last half minute, in dB. */
export async function heardOf(page: Page, tone: number): Promise<number> {
  return loudest(await record(page, 30), tone);
}

/** The observer's page, on the floor's own channel. */
export async function observe(conference: Conference, transport?: Transport): Promise<Page> {
  const observer = await conference.join('observer', 'en', '', { tone: 0, ...(transport && { transport }) });
  await listenTo(observer, 'Floor');
  return observer;
}
