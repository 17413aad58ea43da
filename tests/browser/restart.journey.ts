import { expect, test } from './conference.ts';
import { wording, words } from './words.ts';

test('the server is killed and restarted under a meeting: everyone keeps their place, nothing is lost or doubled', async ({
  conference,
}) => {
  const chair = await conference.join('chair', 'en', 'chair');
  await chair.getByRole('button', { name: words('en', 'chair-open-session') }).click();
  await chair.getByRole('button', { name: wording('en', 'chair-open-list-name', { list: 'List of speakers' }) }).click();
  const iraq = await conference.join('iraq', 'ar');
  await iraq.getByRole('button', { name: words('ar', 'floor-ask') }).click();
  await iraq.getByRole('dialog').getByRole('button', { name: words('ar', 'floor-ask') }).click();
  await chair.getByRole('button', { name: wording('en', 'chair-give', { name: 'Iraq' }) }).first().click();
  await expect(iraq.getByRole('button', { name: wording('ar', 'floor-open-microphone') })).toBeVisible();

  const looking = await conference.enter('tunisia');
  const reconnecting = looking.locator('p.missing');
  await expect(looking.locator('#programme')).toBeVisible();
  await expect(reconnecting).toHaveCount(0);

  await conference.kill();
  await expect(reconnecting).toBeVisible();
  await expect(iraq.getByText(words('ar', 'line-lost')).first()).toBeVisible();
  await expect(iraq.getByText(words('ar', 'floor-floor-kept'))).toBeVisible();
  const written = 'Written while the server was away';
  await iraq.getByPlaceholder(words('ar', 'chat-write')).fill(written);
  await iraq.getByRole('button', { name: words('ar', 'chat-send'), exact: true }).click();
  await expect(iraq.getByText(words('ar', 'chat-waiting'))).toBeVisible();

  await conference.restart();
  await expect(iraq.getByRole('button', { name: wording('ar', 'floor-open-microphone') })).toBeEnabled({ timeout: 20_000 });
  await expect(iraq.getByText(words('ar', 'chat-waiting'))).toBeHidden();
  await expect(reconnecting).toHaveCount(0, { timeout: 20_000 });
  await expect(iraq.getByRole('log').getByText(written)).toHaveCount(1);
  const lebanon = await conference.join('lebanon', 'ar').catch(() => undefined);
  expect(lebanon, 'links made before the restart still open').toBeDefined();
  await expect(lebanon!.getByRole('log').getByText(written)).toHaveCount(1);
  await expect(chair.getByRole('timer').first()).toBeVisible();
  await iraq.getByRole('button', { name: wording('ar', 'dock-finish') }).click();
  await expect(chair.getByText(words('en', 'chair-nobody')).first()).toBeVisible();
});
