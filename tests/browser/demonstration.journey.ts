/** The living demonstration: a newcomer opens a link, hears the floor, and chooses a language. */
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
