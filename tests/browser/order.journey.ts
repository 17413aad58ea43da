/** A point of order in true pre-emption, a technical stop, and the chair who takes an act back; each heard as well as seen. */
import { type Conference, expect, speak, test } from './conference.ts';
import { isSound } from './axe.ts';
import { hearsOnly } from './hall.ts';
import { wording, words } from './words.ts';

const TONE = { iraq: 500, tunisia: 730 } as const;

async function inSession(conference: Conference) {
  const chair = await conference.join('chair', 'en', 'chair');
  await chair.getByRole('button', { name: words('en', 'chair-open-session') }).click();
  await chair.getByRole('button', { name: wording('en', 'chair-open-list-name', { list: 'List of speakers' }) }).click();
  const delegate = async (who: 'iraq' | 'tunisia', tongue: 'ar' | 'fr') => {
    const page = await conference.join(who, tongue, '', { tone: TONE[who] });
    await page.getByRole('button', { name: words(tongue, 'microphone-agree'), exact: true }).click();
    return page;
  };
  const iraq = await delegate('iraq', 'ar');
  await iraq.getByRole('button', { name: words('ar', 'floor-ask') }).click();
  await iraq.getByRole('dialog').getByRole('button', { name: words('ar', 'floor-ask') }).click();
  const tunisia = await delegate('tunisia', 'fr');
  return { chair, iraq, tunisia };
}

test('a point of order halts the speaker and is heard at once; after the ruling the speaker goes on with the time left', async ({
  conference,
}) => {
  const observer = await conference.join('observer', 'en', '', { tone: 0 });
  await observer.getByRole('radio', { name: 'Floor' }).click();
  const { chair, iraq, tunisia } = await inSession(conference);

  await chair.getByRole('button', { name: wording('en', 'chair-give', { name: 'Iraq' }) }).first().click();
  await hearsOnly(observer, TONE.iraq);

  await tunisia.getByRole('button', { name: words('fr', 'placard-raise') }).click();
  await tunisia.getByRole('dialog').getByRole('button', { name: words('fr', 'placard-raise-do') }).click();
  await expect(chair.locator('[aria-live="assertive"]')).toContainText('Tunisia');
  // Raised, it stops nothing; the chair's main key is to hear it.
  await chair.getByRole('button', { name: wording('en', 'chair-recognise', { name: 'Tunisia' }) }).last().click();

  await hearsOnly(observer, TONE.tunisia);
  await expect(iraq.getByRole('button', { name: words('ar', 'floor-halted') })).toBeVisible();
  await expect(observer.getByText(words('en', 'stage-point-of-order')).first()).toBeVisible();
  await expect(tunisia.getByRole('button', { name: words('fr', 'placard-withdraw') })).toBeVisible();

  // Before the ruling the chair has the words of each that may be given, in the language that the chair reads in.
  await chair.getByLabel(words('en', 'chair-script-language')).selectOption('fr');
  const parts = chair.locator('.three button');
  await expect(parts).toHaveCount(3);
  for (const [at, ruling] of ['upheld', 'rejected', 'noted'].entries()) {
    await expect(parts.nth(at)).toContainText(words('en', 'ruling', { ruling }));
    await expect(parts.nth(at).locator('[lang="fr"]')).toContainText(words('fr', 'script-ruling', { ruling }));
  }

  // The main key comes to the rulings and gives none; by keyboard alone one is chosen.
  await chair.locator('body').focus();
  await expect(parts.first()).toBeEnabled();
  await chair.keyboard.press('n');
  await expect(parts.first()).toBeFocused();
  if (process.env.SHOTS) await chair.screenshot({ path: `${process.env.SHOTS}/ruling.png` });
  await chair.keyboard.press('Tab');
  await chair.keyboard.press('Enter');
  await expect(parts).toHaveCount(0);
  await hearsOnly(observer);

  // A ruling that was a slip of the finger is taken back: Tunisia is heard on, and the chair rules again.
  await chair.locator('body').focus();
  await expect(chair.getByRole('button', { name: new RegExp(`^${words('en', 'chair-undo')}`) })).toBeEnabled();
  await chair.keyboard.press('z');
  await expect(parts).toHaveCount(3);
  await hearsOnly(observer, TONE.tunisia);
  await expect(parts.first()).toBeEnabled();
  await parts.last().click();
  await hearsOnly(observer);

  await chair.getByRole('button', { name: wording('en', 'chair-give-back', { name: 'Iraq' }) }).click();
  await hearsOnly(observer, TONE.iraq);
  await expect(iraq.getByRole('button', { name: wording('ar', 'floor-speaking') })).toBeVisible();
});

test('the chair gives the floor by mistake and takes it back; a technical stop keeps the place', async ({ conference }) => {
  const { chair, iraq } = await inSession(conference);
  const give = chair.getByRole('button', { name: wording('en', 'chair-give', { name: 'Iraq' }) }).first();
  await give.click();
  await expect(iraq.getByRole('button', { name: wording('ar', 'floor-speaking') })).toBeVisible();
  await chair.locator('body').focus();
  await expect(chair.getByRole('button', { name: new RegExp(`^${words('en', 'chair-undo')}`) })).toBeEnabled();
  await chair.keyboard.press('z');
  await expect(iraq.getByRole('button', { name: wording('ar', 'floor-standing-by') })).toBeVisible();

  await give.click();
  await expect(iraq.getByRole('button', { name: wording('ar', 'floor-speaking') })).toBeVisible();
  await chair.locator('body').focus();
  await chair.keyboard.press('t');
  await chair.getByRole('dialog').getByLabel(words('en', 'chair-reason-optional')).fill('No sound in the French booth');
  await chair.keyboard.press('Enter');
  await expect(iraq.getByRole('button', { name: words('ar', 'floor-halted') })).toBeVisible();
  await expect(iraq.getByText('No sound in the French booth').first()).toBeVisible();
  await chair.getByRole('button', { name: wording('en', 'chair-give-back', { name: 'Iraq' }) }).click();
  await expect(iraq.getByRole('button', { name: wording('ar', 'floor-speaking') })).toBeVisible();
});

test('every screen that shows a point of order can be used by everyone', async ({ conference }) => {
  test.setTimeout(180_000);
  const { chair, iraq, tunisia } = await inSession(conference);
  await chair.getByRole('button', { name: wording('en', 'chair-give', { name: 'Iraq' }) }).first().click();
  await tunisia.getByRole('button', { name: words('fr', 'placard-raise') }).click();
  await tunisia.getByRole('dialog').getByRole('button', { name: words('fr', 'placard-raise-do') }).click();
  await expect(chair.getByRole('button', { name: wording('en', 'chair-recognise', { name: 'Tunisia' }) })).toBeVisible();
  await isSound(chair, 'the console with a point of order raised');
  await speak(chair, 'en');
  await chair.getByRole('button', { name: wording('en', 'chair-recognise', { name: 'Tunisia' }) }).last().click();
  await expect(iraq.getByRole('button', { name: words('ar', 'floor-halted') })).toBeVisible();
  const booth = await conference.join('interpreter', 'en', 'booth');
  const podium = await conference.join('display', 'en', 'podium');
  const screens = { chair, iraq, tunisia, booth, podium };
  for (const width of [1440, 320]) {
    for (const [who, page] of Object.entries(screens)) {
      await page.setViewportSize({ width, height: width === 320 ? 640 : 900 });
      await isSound(page, `a point of order for ${who} at ${width} px`);
      if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${who}-${width}.png` });
    }
  }
});
