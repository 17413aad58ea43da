/** An agenda item over several sittings: its list goes on from one to the next, and everybody sees where it is. */
import { isSound, isSoundHere } from './axe.ts';
import { type Conference, expect, speak, test } from './conference.ts';
import { office } from './hall.ts';
import { wording, words } from './words.ts';

test.use({ item: true });

const LIST = 'List of speakers';
const NEXT = 'voluntary-national-reports';

/** The opening under way, and Iraq waiting there. */
async function underWay(conference: Conference) {
  const chair = await conference.join('chair', 'en', 'chair');
  await chair.getByRole('button', { name: words('en', 'chair-open-session') }).click();
  await chair.getByRole('button', { name: wording('en', 'chair-open-list-name', { list: LIST }) }).click();
  const iraq = await conference.join('iraq', 'ar', '', { viewport: { width: 360, height: 740 } });
  await iraq.getByRole('button', { name: words('ar', 'floor-ask') }).click();
  await iraq.getByRole('dialog').getByRole('button', { name: words('ar', 'floor-ask') }).click();
  await expect(iraq.getByRole('button', { name: wording('ar', 'floor-standing-by') })).toBeVisible();
  return { chair, iraq };
}

test('the secretariat hands a list on: whoever waits keeps their place in the next sitting, and the item is closed', async ({
  conference,
}) => {
  test.setTimeout(150_000);
  const { iraq } = await underWay(conference);
  const page = await office(conference);
  const items = page.getByRole('region', { name: words('en', 'office-items') });
  await expect(items).toContainText(/In “\u2068?Opening/);
  await items.getByRole('button', { name: wording('en', 'office-hand-on-of', { list: LIST }) }).click();
  const dialog = page.getByRole('dialog');
  await isSoundHere(page, 'the dialog that hands a list on');
  await dialog.getByRole('combobox').selectOption({ index: 0 });
  await dialog.getByRole('button', { name: words('en', 'office-hand-on-act') }).click();
  await expect(dialog).toBeHidden();

  // In the room that the list has left, its place is kept, and the button says so.
  await expect(iraq.getByText(words('ar', 'floor-carried-over')).first()).toBeVisible();
  await expect(iraq.getByText(words('ar', 'floor-went-on-detail')).first()).toBeVisible();
  await isSound(iraq, 'a room that a list has left, at 360 px');
  await speak(iraq, 'ar');
  if (process.env.SHOTS) await iraq.screenshot({ path: `${process.env.SHOTS}/items-room-ar-360.png` });
  // In the one that it came to, the delegation is inscribed.
  const next = await conference.join('iraq', 'en', '', { session: NEXT });
  await expect(next.getByText(wording('en', 'floor-inscribed-on', { list: 'Speakers' })).first()).toBeVisible();

  await speak(page, 'ar');
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByRole('region', { name: words('ar', 'office-items') }).scrollIntoViewIfNeeded();
  await isSound(page, "the secretariat's place with an item, at 360 px");
  await speak(page, 'ar');
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/items-office-ar-360.png` });
  await speak(page, 'ar');
  await page.setViewportSize({ width: 1440, height: 900 });
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/items-office-ar-1440.png`, fullPage: true });
  await page.getByRole('button', { name: wording('ar', 'office-close-item-of', { item: 'المناقشة العامة' }) }).click();
  const closing = page.getByRole('dialog');
  await expect(closing).toContainText(words('ar', 'office-close-item-note'));
  await closing.getByRole('button', { name: words('ar', 'office-close-item-act') }).click();
  await expect(closing).toBeHidden();
  await expect(next.getByText(words('en', 'floor-list-elsewhere')).first()).toBeVisible();
});

test('a session that is closed lays its list down, and the next takes it up', async ({ conference }) => {
  test.setTimeout(120_000);
  const { chair, iraq } = await underWay(conference);
  await chair.getByRole('button', { name: words('en', 'chair-meeting'), exact: true }).click();
  await chair.getByRole('button', { name: words('en', 'chair-close') }).click();
  const sure = chair.getByRole('dialog');
  await expect(sure).toContainText(wording('en', 'chair-close-note-item', { waiting: 1 }));
  await sure.getByRole('button', { name: words('en', 'chair-close-act') }).click();
  await expect(iraq.getByText(words('ar', 'floor-went-on-detail')).first()).toBeVisible();
  const next = await conference.join('chair', 'en', 'chair', { session: NEXT });
  await expect(next.getByText('Iraq').first()).toBeVisible();
});
