/** Private lines of the chair: a booth is asked and answers, the technician is not told, and nobody leaves the console. */
import { isSound } from './axe.ts';
import { expect, speak, test } from './conference.ts';
import { words } from './words.ts';

test('the chair asks a booth on a private line by keyboard, sees the answer there, and nobody else reads it', async ({ conference }) => {
  test.setTimeout(120_000);
  const chair = await conference.join('chair', 'en', 'chair');
  const booth = await conference.join('interpreter-en-1', 'en', 'booth');
  const other = await conference.join('interpreter-fr-1', 'en', 'booth');
  await expect(booth.getByRole('heading', { level: 1 })).toHaveText('English booth');
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('French booth');

  await chair.locator('body').focus();
  await chair.keyboard.press('i');
  const line = chair.locator('.line');
  await expect(line.getByRole('textbox').first()).toBeFocused();
  await line.getByRole('radio', { name: 'English booth' }).check();
  await line.getByRole('button', { name: words('en', 'chair-line-minutes') }).click();

  // Seen in the booth, told politely, and no sound is made.
  const from = booth.getByRole('complementary', { name: words('en', 'chat-from-chair') });
  await expect(from).toContainText(words('en', 'chair-line-minutes'));
  await expect(booth.locator('#polite')).toContainText(words('en', 'chair-line-minutes'));
  await isSound(booth, 'a booth with a message from the chair');
  await speak(booth, 'en');
  if (process.env.SHOTS) await booth.screenshot({ path: `${process.env.SHOTS}/line-booth.png` });

  await from.getByRole('button', { name: words('en', 'chat-from-chair-answer') }).click();
  await booth.keyboard.type('Yes, five more.');
  await booth.keyboard.press('Enter');
  await expect(from).toBeHidden();
  await expect(line.getByText('Yes, five more.')).toBeVisible();
  await isSound(chair, 'the console with a private line');
  await speak(chair, 'en');
  if (process.env.SHOTS) await chair.screenshot({ path: `${process.env.SHOTS}/line-chair.png` });

  // The other booth is told what is meant for all booths, and nothing else.
  await line.getByRole('radio', { name: words('en', 'chat-line', { to: 'booths' }) }).check();
  await line.getByRole('button', { name: words('en', 'chair-line-thanks') }).click();
  await expect(other.getByRole('complementary', { name: words('en', 'chat-from-chair') })).toContainText(
    words('en', 'chair-line-thanks'),
  );
  await expect(other.getByText(words('en', 'chair-line-minutes'))).toHaveCount(0);

  // The technician, who comes later, sees it in the session room, told politely, and answers on the line; no booth reads that.
  await line.getByRole('radio', { name: words('en', 'chat-line', { to: 'technicians' }) }).check();
  await line.getByRole('textbox').first().fill('Is the floor sound all right?');
  await chair.keyboard.press('Enter');
  await expect(line.getByText(words('en', 'chat-sending'))).toHaveCount(0);
  const technician = await conference.join('technician-1', 'ar');
  const banner = technician.getByRole('region', { name: words('ar', 'notices') });
  await expect(banner).toContainText('Is the floor sound all right?');
  // Nothing happens for everyone meanwhile; the chair sees all the same that it was sent.
  await expect(line.getByText('Is the floor sound all right?')).toBeVisible();
  await expect(line.getByText(words('en', 'chat-sending'))).toHaveCount(0);
  await expect(banner.getByRole('alert')).toContainText('Is the floor sound all right?');
  for (const width of [1440, 360]) {
    await technician.setViewportSize({ width, height: width === 360 ? 740 : 900 });
    await isSound(technician, `a technician with a message from the chair at ${width} px`);
    await speak(technician, 'ar');
    if (process.env.SHOTS) await technician.screenshot({ path: `${process.env.SHOTS}/line-technician-${width}.png` });
  }
  await technician.setViewportSize({ width: 1440, height: 900 });
  await banner.getByRole('button', { name: words('ar', 'chat-from-chair-answer') }).click();
  await technician.keyboard.type('All is well.');
  await technician.keyboard.press('Enter');
  await expect(banner).toBeHidden();
  await expect(line.getByText('All is well.')).toBeVisible();
  await expect(other.getByText('All is well.')).toHaveCount(0);

  // What is written while another part is in front is counted there.
  await chair.keyboard.press('Escape');
  await chair.locator('body').focus();
  await chair.getByRole('tab', { name: words('en', 'chair-people') }).click();
  await booth.getByRole('textbox', { name: words('en', 'chat-write') }).fill('Handing over.');
  await booth.keyboard.press('Enter');
  await expect(chair.getByRole('tab', { name: words('en', 'chair-line-short') })).toContainText('1');
});
