import { expect, test } from './conference.ts';
import { giveFromRow, more } from './hall.ts';
import { wording, words } from './words.ts';

test('a delegate asks for the floor in Arabic, the chair gives it, both see the clock, the delegate finishes', async ({
  conference,
}) => {
  const chair = await conference.join('chair', 'en', 'chair');
  await chair.getByRole('button', { name: words('en', 'chair-open-session') }).click();
  await chair.getByRole('button', { name: wording('en', 'chair-open-list-name', { list: 'List of speakers' }) }).click();

  const iraq = await conference.join('iraq', 'ar');
  await expect(iraq.locator('html')).toHaveAttribute('lang', 'ar');
  await expect(iraq.locator('html')).toHaveAttribute('dir', 'rtl');
  await iraq.getByRole('button', { name: words('ar', 'floor-ask') }).click();
  const request = iraq.getByRole('dialog');
  await request.getByRole('button', { name: words('ar', 'floor-ask') }).click();
  await expect(iraq.getByRole('button', { name: wording('ar', 'floor-standing-by') })).toBeVisible();

  await chair.getByRole('button', { name: wording('en', 'chair-give', { name: 'Iraq' }) }).first().click();
  // Who did not agree to a microphone is told that nobody hears them, and how to be heard.
  await expect(iraq.getByRole('button', { name: wording('ar', 'floor-open-microphone') })).toBeVisible();
  await expect(iraq.getByRole('timer').first()).toHaveText(/2:5\d|3:00/);
  await expect(chair.getByRole('timer').first()).toHaveText(/2:5\d|3:00/);

  await iraq.getByRole('button', { name: wording('ar', 'dock-finish') }).click();
  await expect(iraq.getByRole('button', { name: words('ar', 'floor-ask') })).toBeVisible();
  await expect(chair.getByText(words('en', 'chair-nobody')).first()).toBeVisible();
});

test('the podium shows who has the floor, the time, and who is next', async ({ conference }) => {
  const chair = await conference.join('chair', 'en', 'chair');
  await chair.getByRole('button', { name: words('en', 'chair-open-session') }).click();
  await chair.getByRole('button', { name: wording('en', 'chair-open-list-name', { list: 'List of speakers' }) }).click();
  for (const [who, tongue] of [['iraq', 'ar'], ['lebanon', 'ar']] as const) {
    const delegate = await conference.join(who, tongue);
    await delegate.getByRole('button', { name: words(tongue, 'floor-ask') }).click();
    await delegate.getByRole('dialog').getByRole('button', { name: words(tongue, 'floor-ask') }).click();
    await expect(delegate.getByRole('dialog')).toBeHidden();
  }
  await chair.getByRole('button', { name: wording('en', 'chair-give', { name: 'Iraq' }) }).first().click();

  const podium = await conference.join('display', 'en', 'podium');
  await expect(podium.getByText('Iraq', { exact: true }).first()).toBeVisible();
  await expect(podium.getByText('Lebanon').first()).toBeVisible();
  await expect(podium.getByRole('timer')).toHaveText(/2:[345]\d|3:00/);
});

test('the chair extends, stops and moves on; a request that was moved keeps its reason', async ({ conference }) => {
  const chair = await conference.join('chair', 'en', 'chair');
  await chair.getByRole('button', { name: words('en', 'chair-open-session') }).click();
  await chair.getByRole('button', { name: wording('en', 'chair-open-list-name', { list: 'List of speakers' }) }).click();
  for (const name of ['Egypt', 'Jordan', 'Oman']) {
    await chair.getByRole('button', { name: words('en', 'chair-add') }).first().click();
    const dialog = chair.getByRole('dialog');
    await dialog.getByLabel(words('en', 'chair-add-find')).fill(name);
    await expect(dialog.getByRole('option', { name })).toHaveCount(1);
    await dialog.getByRole('button', { name: words('en', 'chair-add-act') }).click();
    await expect(dialog).toBeHidden();
  }
  await chair.locator('.lists ol li').filter({ hasText: 'Oman' }).hover();
  await chair.getByRole('button', { name: wording('en', 'chair-up', { name: 'Oman' }) }).click();
  const move = chair.getByRole('dialog');
  await move.getByLabel(words('en', 'chair-reason'), { exact: true }).fill('The minister leaves at noon');
  await move.getByRole('button', { name: wording('en', 'chair-move-act', { place: 2 }) }).click();
  await expect(move).toBeHidden();
  await more(chair, 'chair-moves');
  await expect(chair.getByRole('tabpanel', { name: words('en', 'chair-moves') }).getByText('The minister leaves at noon')).toBeVisible();

  // Nobody of them is online: the main button waits, and the row's own menu gives the floor to whoever sits in the hall.
  await expect(chair.getByRole('button', { name: wording('en', 'chair-wait', { name: 'Egypt' }) })).toBeVisible();
  await giveFromRow(chair, 'Egypt');
  await expect(chair.getByRole('timer').first()).toHaveText(/2:5\d|3:00/);
  await chair.getByRole('button', { name: words('en', 'chair-extend-one') }).click();
  await expect(chair.getByRole('timer').first()).toHaveText(/3:5\d|4:00/);
  await giveFromRow(chair, 'Oman');
  await expect(chair.getByRole('timer').first()).toHaveText(/2:5\d|3:00/);
  await chair.getByRole('button', { name: wording('en', 'chair-stop-name', { name: 'Oman' }) }).click();
  await expect(chair.getByRole('button', { name: wording('en', 'chair-wait', { name: 'Jordan' }) })).toBeVisible();
});
