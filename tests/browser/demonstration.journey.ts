/** The living demonstration: a newcomer opens a link, hears the floor, and chooses a language. */
import { readFile } from 'node:fs/promises';
import { isSoundHere } from './axe.ts';
import { expect, test } from './conference.ts';
import { loudness, record } from './ear.ts';
import { ofMeeting } from './hall.ts';
import { words } from './words.ts';

test.use({ robots: true });

test('a newcomer hears simulated delegations and interpreters; a real chair takes over', async ({ conference }) => {
  test.setTimeout(150_000);
  const observer = await conference.join('observer', 'en', '', { tone: 0 });
  const heard = async (): Promise<number> => loudness(await record(observer, 1));
  for (const channel of ['Floor', 'English', 'Français', 'العربية']) {
    await observer.getByRole('radio', { name: channel }).click();
    await expect(observer.getByRole('radio', { name: channel })).toBeChecked();
    await expect.poll(heard, { timeout: 40_000, message: `speech on ${channel}` }).toBeGreaterThan(-45);
  }
  await expect(observer.getByRole('timer').first()).toBeVisible({ timeout: 30_000 });

  // A person who comes by the chair's link presides from then on.
  const chair = await conference.join('chair', 'en', 'chair');
  await ofMeeting(chair, 'chair-suspend');
  await chair.getByRole('dialog').getByRole('button', { name: words('en', 'chair-suspend-act') }).click();
  await expect(observer.getByText(words('en', 'stage-suspended')).first()).toBeVisible();
  await expect.poll(heard, { timeout: 15_000 }).toBeLessThan(-60);
});

test('a newcomer at the rapporteur’s desk takes a report home that says something', async ({ conference }) => {
  test.setTimeout(150_000);
  const page = await conference.join('rapporteur', 'en', 'rapporteur');
  // What was voiced before the conference stands there at once, and the first statement is written of within a minute or so.
  await expect(page.locator('[id^="key-message-"]').nth(4)).toBeVisible({ timeout: 120_000 });
  await page.getByRole('button', { name: words('en', 'rapporteur-export') }).click();
  const dialog = page.getByRole('dialog');
  const row = dialog.getByRole('listitem').filter({ hasText: words('en', 'exports-what', { what: 'report' }) });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    row.getByRole('button', { name: /HTML/ }).click(),
  ]);
  const report = await readFile(await download.path(), 'utf8');
  for (const told of ['Provisional agenda', 'Migrant workers should pay no recruitment fees', 'The representative of Iraq stressed'])
    expect(report).toContain(told);

  // What is taken home is read by everybody: each document in each of its languages, on a desk and on a phone.
  const taken = await page.evaluate(async () => {
    const list = `${location.pathname.split('/', 3).join('/')}/api/export/opening`;
    const { documents, languages } = await (await fetch(list)).json();
    const names: string[] = documents
      .filter(({ refused, formats }: { refused: string | null; formats: string[] }) => !refused && formats.includes('html'))
      .flatMap(({ what }: { what: string }) => languages.map((language: string) => `${what}.${language}.html`));
    const taken: [string, number, string][] = [];
    for (const name of names) {
      const answer = await fetch(`${list}/${name}`);
      taken.push([name, answer.status, await answer.text()]);
    }
    return taken;
  });
  expect(taken.length).toBeGreaterThanOrEqual(18);
  const reader = await page.context().newPage();
  for (const [name, status, html] of taken) {
    expect(status, name).toBe(200);
    await reader.setContent(html);
    for (const width of [360, 1280]) {
      await reader.setViewportSize({ width, height: 800 });
      await isSoundHere(reader, `${name} at ${width} px`);
    }
  }
  // Texts that were handed in are ready for the booths.
  const booth = await conference.join('interpreter', 'en', 'booth');
  await expect(booth.getByText('Check against delivery').first()).toBeVisible({ timeout: 60_000 });
});
