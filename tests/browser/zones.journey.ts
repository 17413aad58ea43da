/** Readers far from the host: whose day is another, and whose browser has other rules for the host's zone, or none. */
import type { Page } from '@playwright/test';
import { type Conference, expect, speak, test } from './conference.ts';
import { ofMeeting } from './hall.ts';
import { type Tongue, wording, words } from './words.ts';

// The hours are told by their day, as the sample has it.
test.use({ keepDays: true });

const ZONE = 'Asia/Beirut';
/** The row of the sample's opening, 10:00 to 10:45 on 24 February, in lobby and programme. */
const opening = (page: Page) => page.getByRole('listitem').filter({ hasText: '10:00–10:45' }).first();

for (const [zone, key, own] of [
  ['Pacific/Honolulu', 'day-before', ['22:00', '22:45']],
  ['Pacific/Auckland', null, ['21:00', '21:45']],
] as const)
  test(`your time says its day in ${zone}`, async ({ conference }) => {
    const page = await conference.enter('lebanon', { timezoneId: zone });
    const visitor = await conference.visit('/public/', 'en', { timezoneId: zone });
    for (const tongue of ['en', 'fr', 'ar'] as const) {
      for (const one of [page, visitor]) {
        await speak(one, tongue);
        const [from, to] = own;
        await expect(opening(one)).toContainText(wording(tongue, 'lobby-own-time', { from, to }));
        const day = key && words(tongue, key);
        if (day) await expect(opening(one)).toContainText(day);
        else await expect(opening(one)).not.toContainText(words(tongue, 'day-after'));
        // UTC is of the same day as the host.
        await expect(opening(one).getByText(wording(tongue, 'lobby-utc', { from: '08:00', to: '08:45' }))).not.toContainText('(');
      }
    }
    if (zone !== 'Pacific/Auckland') return;
    // The session after noon lies on the next day there.
    await speak(page, 'en');
    const later = page.getByRole('listitem').filter({ hasText: '14:15–15:45' }).first();
    await expect(later).toContainText(wording('en', 'lobby-own-time', { from: '01:15', to: '02:45' }));
    await expect(later).toContainText(words('en', 'day-after'));
  });

/** A browser without the host's zone, and one that has it an hour ahead, as before a change of the rule. */
const UNKNOWING = `
  const Real = Intl.DateTimeFormat;
  Intl.DateTimeFormat = new Proxy(Real, {
    construct(target, [tags, options]) {
      if (options?.timeZone === '${ZONE}') throw new RangeError('Invalid time zone specified: ${ZONE}');
      return new target(tags, options);
    },
  });`;
const AN_HOUR_OFF = `
  const Real = Intl.DateTimeFormat;
  Intl.DateTimeFormat = new Proxy(Real, {
    construct(target, [tags, options]) {
      return new target(tags, options?.timeZone === '${ZONE}' ? { ...options, timeZone: 'Asia/Qatar' } : options);
    },
  });`;

/** Somebody's page whose browser has other rules. */
async function misled(conference: Conference, who: 'lebanon' | 'secretariat', script: string): Promise<Page> {
  const page = await conference.enter(who, { timezoneId: 'Europe/Paris' });
  await page.addInitScript({ content: script });
  await page.reload();
  await speak(page, 'en');
  return page;
}
/** An hour of the host's, as its clock in the room shows it. */
const clock = (tongue: Tongue, time: string) => wording(tongue, 'clock-host', { time });
const dateIn = (timeZone: string) => new Date().toLocaleDateString('en-GB', { timeZone, day: 'numeric', month: 'short' });
/** With the host's date where that is not the reader's in Paris. */
const hostTime = () => {
  const time = new Date().toLocaleTimeString('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });
  const date = dateIn(ZONE);
  return date === dateIn('Europe/Paris') ? time : words('en', 'time-on-day', { time, day: date });
};

for (const [what, script] of [
  ['does not know the host’s zone', UNKNOWING],
  ['has another rule for it', AN_HOUR_OFF],
] as const)
  test(`a browser that ${what} shows the host’s time all the same, and what is typed there is the host’s`, async ({
    conference,
  }) => {
    test.setTimeout(120_000);
    const lebanon = await misled(conference, 'lebanon', script);
    await expect(opening(lebanon)).toBeVisible();
    await expect(opening(lebanon)).toContainText(wording('en', 'lobby-own-time', { from: '09:00', to: '09:45' }));
    const home = lebanon.url();
    await lebanon.goto(`${new URL(home).origin}/public/`);
    await expect(opening(lebanon)).toBeVisible();
    await lebanon.goto(`${home}session/opening`);
    await expect(async () => {
      await expect(lebanon.getByText(clock('en', hostTime()))).toBeVisible({ timeout: 1_000 });
    }).toPass();

    const secretariat = await misled(conference, 'secretariat', script);
    await secretariat.goto(`${secretariat.url()}session/round-table-1/chair`);
    await ofMeeting(secretariat, 'chair-schedule');
    const dialog = secretariat.getByRole('dialog');
    const starts = dialog.getByLabel(wording('en', 'schedule-starts', { zone: ZONE }));
    await expect(starts).toHaveValue('2021-02-24T12:30');
    await starts.fill('2021-02-24T12:40');
    await dialog.getByLabel(wording('en', 'schedule-end', { zone: ZONE })).fill('2021-02-24T14:10');
    await dialog.getByRole('button', { name: words('en', 'schedule-save') }).click();
    await expect(dialog).toBeHidden();
    // Somebody whose browser knows the zone reads what was typed.
    const observer = await conference.enter('observer');
    await speak(observer, 'en');
    await expect(observer.getByRole('listitem').filter({ hasText: '12:40–14:10' })).toBeVisible();
  });
