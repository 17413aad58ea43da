/** A hall whose own network serves the page by plain HTTP: all can be pressed but the microphone, which browsers refuse there. */
import { INSECURE, expect, test } from './conference.ts';
import { wording, words } from './words.ts';

test.use({ host: INSECURE });

test('over plain HTTP on a network’s own name, what is pressed is done', async ({ conference }) => {
  test.setTimeout(150_000);
  const chair = await conference.join('chair', 'en', 'chair');
  expect(await chair.evaluate(() => [isSecureContext, 'randomUUID' in crypto])).toEqual([false, false]);
  await chair.getByRole('button', { name: words('en', 'chair-open-session') }).click();
  await chair.getByRole('button', { name: wording('en', 'chair-open-list-name', { list: 'List of speakers' }) }).click();

  const iraq = await conference.join('iraq', 'en');
  const channel = iraq.getByRole('radio', { name: 'English' });
  await channel.click();
  await expect(channel).toBeChecked();
  await iraq.reload();
  await expect(channel, 'the server has the channel').toBeChecked();

  await iraq.getByRole('button', { name: words('en', 'microphone-agree'), exact: true }).click();
  await expect(iraq.getByText(words('en', 'microphone-waits', { capture: 'insecure' })).first()).toBeVisible();
  await iraq.getByRole('button', { name: words('en', 'floor-ask') }).click();
  await iraq.getByRole('dialog').getByRole('button', { name: words('en', 'floor-ask') }).click();
  const give = chair.getByRole('button', { name: wording('en', 'chair-give', { name: 'Iraq' }) }).first();
  await expect(give).toBeVisible();

  const written = 'Written over plain HTTP';
  await iraq.getByPlaceholder(words('en', 'chat-write')).fill(written);
  await iraq.getByRole('button', { name: words('en', 'chat-send'), exact: true }).click();
  const lebanon = await conference.join('lebanon', 'en');
  await expect(lebanon.getByRole('log').getByText(written)).toHaveCount(1);

  const secretariat = await conference.join('secretariat', 'en', 'chair');
  await secretariat.getByRole('tab', { name: words('en', 'chair-people') }).click();
  await secretariat.getByRole('button', { name: wording('en', 'seats-add-to', { name: 'Iraq' }), exact: false }).click();
  const dialog = secretariat.getByRole('dialog');
  await dialog.getByLabel(wording('en', 'seats-name-in', { language: 'en' })).fill('Ms. Nora Example');
  await dialog.getByRole('button', { name: words('en', 'office-add-and-link') }).click();
  await dialog.getByRole('button', { name: words('en', 'office-done') }).click();
  await expect(dialog).toBeHidden();
  await expect(secretariat.getByText('Ms. Nora Example').first()).toBeVisible();
});

test('an act that this page cannot send says so', async ({ conference }) => {
  const iraq = await conference.join('iraq', 'en');
  const log = iraq.getByRole('log');
  await expect(iraq.getByPlaceholder(words('en', 'chat-write'))).toBeVisible();
  await iraq.evaluate(() => {
    crypto.getRandomValues = () => {
      throw new Error('no chance to be had');
    };
  });
  await iraq.getByPlaceholder(words('en', 'chat-write')).fill('Never sent');
  await iraq.getByRole('button', { name: words('en', 'chat-send'), exact: true }).click();
  await expect(log.getByText(words('en', 'refusal-not-sent'))).toBeVisible();
});
