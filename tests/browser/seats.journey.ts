/** The secretariat changes who sits in a delegation while the chair gives the floor, and neither treads on the other. */
import { isSound } from './axe.ts';
import { expect, speak, test } from './conference.ts';
import { wording, words } from './words.ts';

test('the secretariat adds a person who enters by a new link, has them speak, and withdraws them, while the chair presides', async ({
  conference,
  browser,
}) => {
  test.setTimeout(120_000);
  const chair = await conference.join('chair', 'en', 'chair');
  await chair.getByRole('button', { name: words('en', 'chair-open-session') }).click();
  await chair.getByRole('button', { name: wording('en', 'chair-open-list-name', { list: 'List of speakers' }) }).click();
  const iraq = await conference.join('iraq', 'ar');
  await iraq.getByRole('button', { name: words('ar', 'floor-ask') }).click();
  await iraq.getByRole('dialog').getByRole('button', { name: words('ar', 'floor-ask') }).click();

  const secretariat = await conference.join('secretariat', 'en', 'chair');
  await secretariat.getByRole('tab', { name: words('en', 'chair-people') }).click();
  await secretariat.getByRole('button', { name: wording('en', 'seats-add-to', { name: 'Iraq' }), exact: false }).click();
  const dialog = secretariat.getByRole('dialog');
  await dialog.getByLabel(wording('en', 'seats-name-in', { language: 'en' })).fill('Ms. Nora Example');
  await dialog.getByLabel(wording('en', 'seats-name-in', { language: 'ar' })).fill('السيدة نورا');
  // Meanwhile the chair gives the floor.
  await chair.getByRole('button', { name: wording('en', 'chair-give', { name: 'Iraq' }) }).first().click();
  await expect(iraq.getByRole('button', { name: wording('ar', 'floor-open-microphone') })).toBeVisible();
  await dialog.getByRole('button', { name: words('en', 'office-add-and-link') }).click();
  // Whoever is added has a link at once.
  await expect(dialog.getByRole('textbox', { name: words('en', 'seats-link') })).toHaveValue(/\/join#.{20,}/);
  await dialog.getByRole('button', { name: words('en', 'office-done') }).click();
  await expect(dialog).toBeHidden();
  await expect(iraq.getByRole('button', { name: wording('ar', 'floor-open-microphone') })).toBeVisible();

  const change = secretariat.getByRole('button', { name: wording('en', 'seats-change-of', { name: 'Ms. Nora Example' }) });
  await change.click();
  if (process.env.SHOTS) await secretariat.screenshot({ path: `${process.env.SHOTS}/seats-1440.png` });
  await dialog.getByRole('button', { name: words('en', 'seats-link-new') }).click();
  const link = await dialog.getByRole('textbox', { name: words('en', 'seats-link') }).inputValue();
  expect(link).toMatch(/\/join#.{20,}/);
  const context = await browser.newContext({ permissions: ['microphone'] });
  const nora = await context.newPage();
  await nora.goto(link);
  await nora.waitForURL(/\/as\/[^/]+\/$/);
  await speak(nora, 'en');
  await expect(nora.getByText('Ms. Nora Example').first()).toBeVisible();
  await nora.goto(`${nora.url()}session/opening`);

  // The desk has her speak in the place of another; the chair sees it at once.
  await dialog.getByRole('button', { name: wording('en', 'seats-speaks', { name: 'Ms. Nora Example' }) }).click();
  await expect(dialog).toBeHidden();
  await expect(chair.getByText('Ms. Nora Example').first()).toBeVisible();

  // A name is put right, in the language it was wrong in, wherever it stands.
  await change.click();
  await dialog.getByLabel(wording('en', 'seats-name-in', { language: 'en' })).fill('Ms. Noura Example');
  await dialog.getByRole('button', { name: words('en', 'seats-save') }).click();
  await expect(dialog).toBeHidden();
  await expect(chair.getByText('Ms. Noura Example').first()).toBeVisible();

  // Withdrawn: the page ends, the link is worth nothing, the delegation keeps the floor.
  await secretariat.getByRole('button', { name: wording('en', 'seats-change-of', { name: 'Ms. Noura Example' }) }).click();
  await dialog.getByRole('button', { name: words('en', 'seats-withdraw') }).click();
  await dialog.getByRole('button', { name: words('en', 'seats-withdraw-act'), exact: true }).click();
  await expect(nora.getByText(words('en', 'page-link-unknown')).or(nora.getByText(words('en', 'page-ended'))).or(nora.getByText(words('en', 'page-not-entered'))).first()).toBeVisible();
  await nora.goto(link);
  await expect(nora.getByText(words('en', 'page-link-unknown'))).toBeVisible();
  await expect(iraq.getByRole('button', { name: wording('ar', 'floor-open-microphone') })).toBeVisible();
  await context.close();
});

test('a change that another has made in the meantime is shown before one’s own is saved', async ({ conference }) => {
  const first = await conference.join('secretariat', 'en', 'chair');
  const second = await conference.join('secretariat', 'en', 'chair');
  const open = async (page: typeof first) => {
    await page.getByRole('tab', { name: words('en', 'chair-people') }).click();
    await page.getByRole('button', { name: /Change the seat of .*Arzi/ }).first().click();
    return page.getByRole('dialog');
  };
  const [one, other] = [await open(first), await open(second)];
  const position = { name: words('en', 'seats-position') };
  await one.getByRole('combobox', position).selectOption('adviser');
  await one.getByRole('button', { name: words('en', 'seats-save') }).click();
  await expect(one).toBeHidden();

  await other.getByRole('combobox', position).selectOption('expert');
  await other.getByRole('button', { name: words('en', 'seats-save') }).click();
  await expect(other.getByText(words('en', 'seats-changed'))).toBeVisible();
  await expect(other.getByRole('combobox', position)).toHaveValue('adviser');
  await other.getByRole('combobox', position).selectOption('expert');
  await other.getByRole('button', { name: words('en', 'seats-save') }).click();
  await expect(other).toBeHidden();
});

test('the seats can be used by everyone', async ({ conference }) => {
  test.setTimeout(120_000);
  const secretariat = await conference.join('secretariat', 'en', 'chair');
  await secretariat.getByRole('tab', { name: words('en', 'chair-people') }).click();
  for (const width of [1440, 360]) {
    await secretariat.setViewportSize({ width, height: 800 });
    await isSound(secretariat, `the seats at ${width} px`);
    await speak(secretariat, 'ar');
    // On a phone all parts stand in one row, with another in front.
    await secretariat.getByRole('tab', { name: words('ar', 'chair-people') }).click();
    await secretariat.getByRole('button', { name: new RegExp(words('ar', 'seats-change')) }).first().click();
    if (process.env.SHOTS) await secretariat.screenshot({ path: `${process.env.SHOTS}/seat-ar-${width}.png` });
    const { isSoundHere } = await import('./axe.ts');
    await isSoundHere(secretariat, `a seat at ${width} px`);
    await secretariat.keyboard.press('Escape');
  }
});
