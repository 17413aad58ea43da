/** Motions: moved by a delegation, spoken on with the microphone that the floor opens, put to the vote; what the chair reads out. */
import { isSound, isSoundHere } from './axe.ts';
import { type Conference, expect, speak, test } from './conference.ts';
import { hearsOnly } from './hall.ts';
import { wording, words } from './words.ts';

const TONE = { iraq: 500, tunisia: 730 } as const;
const LIST = 'List of speakers';
const called = (kind: string, tongue: 'en' | 'fr' = 'en'): string =>
  words(tongue, 'motion-name', { kind, list: tongue === 'en' ? LIST : 'Liste des orateurs' });
/** Words as a screen shows them, where names within names are kept apart by marks that nobody sees. */
const shown = (text: string): RegExp => {
  const parts = text.split(' ').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(parts.join('[\\u2066-\\u2069]* [\\u2066-\\u2069]*'));
};
const name = (kind: string, tongue: 'en' | 'fr' = 'en'): RegExp => shown(called(kind, tongue));
/** An act on a motion. */
const act = (key: string, kind: string): RegExp => shown(words('en', key, { name: called(kind) }));

async function inSession(conference: Conference) {
  const chair = await conference.join('chair', 'en', 'chair');
  await chair.getByRole('button', { name: words('en', 'chair-open-session') }).click();
  await chair.getByRole('button', { name: wording('en', 'chair-open-list-name', { list: LIST }) }).click();
  return chair;
}

test.describe('under the rules of the General Assembly', () => {
  test.use({ profile: 'general_assembly' });

  test('a delegation moves to adjourn the debate, speaks to it and is heard, another speaks against it, the vote carries it', async ({
    conference,
  }) => {
    test.setTimeout(120_000);
    const observer = await conference.join('observer', 'en', '', { tone: 0 });
    await observer.getByRole('radio', { name: 'Floor' }).click();
    const chair = await inSession(conference);
    const iraq = await conference.join('iraq', 'ar', '', { tone: TONE.iraq });
    await iraq.getByRole('button', { name: words('ar', 'microphone-agree'), exact: true }).click();
    await iraq.getByRole('button', { name: words('ar', 'floor-ask') }).click();
    await iraq.getByRole('dialog').getByRole('button', { name: words('ar', 'floor-ask') }).click();
    await chair.getByRole('button', { name: wording('en', 'chair-give', { name: 'Iraq' }) }).first().click();
    await hearsOnly(observer, TONE.iraq);

    const tunisia = await conference.join('tunisia', 'fr', '', { tone: TONE.tunisia });
    // Of 22 Member States two are online: the chair is told, and goes on, for the others sit in the hall.
    const quorum = { enough: 'none', present: 2, members: 22, open: 8, decide: 12 };
    await expect(chair.getByText(wording('en', 'chair-quorum', quorum))).toBeVisible();
    await tunisia.getByRole('button', { name: words('fr', 'microphone-agree'), exact: true }).click();
    await tunisia.getByRole('button', { name: words('fr', 'motion-open'), exact: true }).click();
    const moving = tunisia.getByRole('dialog');
    await moving.getByRole('radio', { name: name('adjourn_debate', 'fr') }).check();
    await moving.getByRole('button', { name: words('fr', 'motion-move-do') }).click();
    await expect(moving).toBeHidden();

    // It interrupts nobody: the main key ends the statement, and then takes the motion up.
    const motions = observer.locator('.strip [data-kind="motions"]');
    await expect(motions).toBeVisible();
    await observer.locator('.strip .bell').click();
    await expect(observer.getByRole('dialog').getByRole('list', { name: words('en', 'motions') })).toContainText('Tunisia');
    await observer.keyboard.press('Escape');
    await hearsOnly(observer, TONE.iraq);
    const main = chair.locator('.box');
    await expect(main.getByRole('button', { name: wording('en', 'chair-motion-end-turn', { name: 'Iraq' }) })).toBeEnabled();
    await chair.keyboard.press('n');
    // The key that ends the statement says as its second half what this one says alone.
    const takeUp = main.getByRole('button', { name: new RegExp(`^${words('en', 'chair-motion-take-up-one')}`) });
    await expect(takeUp).toBeEnabled();
    await expect(chair.locator('.script .now')).toContainText('has moved');
    await chair.keyboard.press('n');

    // The mover is given the floor, which opens the microphone; then who is against.
    await iraq.getByRole('button', { name: words('ar', 'motion-open'), exact: true }).click();
    await iraq.getByRole('dialog').getByRole('button', { name: shown(words('ar', 'motion-speak-do', { side: 'against' })) }).click();
    await expect(main.getByRole('button', { name: wording('en', 'chair-give', { name: 'Tunisia' }) })).toBeEnabled();
    await chair.keyboard.press('n');
    await hearsOnly(observer, TONE.tunisia);
    await expect(chair.locator('.script .now')).toContainText('I give the floor to');
    await expect(main.getByRole('button', { name: wording('en', 'chair-give', { name: 'Iraq' }) })).toBeEnabled();
    await chair.keyboard.press('n');
    await hearsOnly(observer, TONE.iraq);
    await isSound(chair, 'the console with a motion before the meeting');
    await speak(chair, 'en');
    await iraq.getByRole('button', { name: wording('ar', 'floor-speaking') }).click();

    const vote = main.getByRole('button', { name: words('en', 'chair-motion-vote') });
    await expect(vote).toBeEnabled();
    await expect(chair.locator('.script .now')).toContainText('I now put to the vote');
    await chair.keyboard.press('n');
    const dialog = chair.getByRole('dialog');
    // More votes than there are Member States are a slip, which the dialog tells with the number there can be.
    await dialog.getByLabel(words('en', 'chair-motion-votes', { how: 'in_favour' })).fill('120');
    await dialog.getByLabel(words('en', 'chair-motion-votes', { how: 'against' })).fill('5');
    await chair.keyboard.press('Enter');
    await expect(dialog.getByRole('alert')).toHaveText(wording('en', 'refusal-too-many-votes', { max: 22 }));
    await dialog.getByLabel(words('en', 'chair-motion-votes', { how: 'in_favour' })).fill('12');
    await isSoundHere(chair, 'the dialog of the vote');
    await chair.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(chair.getByText(words('en', 'chair-debate-over', { how: 'adjourned' })).first()).toBeVisible();
    await expect(observer.locator('#polite')).toContainText('carried');
    await expect(motions).toHaveCount(0);
  });

  test('every screen that shows a motion can be used by everyone', async ({ conference }) => {
    test.setTimeout(180_000);
    const chair = await inSession(conference);
    const tunisia = await conference.join('tunisia', 'fr');
    await tunisia.getByRole('button', { name: words('fr', 'motion-open'), exact: true }).click();
    await tunisia.getByRole('dialog').getByRole('radio', { name: name('close_debate', 'fr') }).check();
    await isSoundHere(tunisia, 'the dialog of motions');
    await tunisia.getByRole('dialog').getByRole('button', { name: words('fr', 'motion-move-do') }).click();
    await chair.getByRole('button', { name: words('en', 'chair-motion-take-up-one') }).click();
    const booth = await conference.join('interpreter', 'en', 'booth');
    await expect(booth.getByRole('list', { name: words('en', 'motions') })).toBeVisible();
    const screens = { chair, tunisia, booth };
    for (const width of [1440, 360, 320]) {
      for (const [who, page] of Object.entries(screens)) {
        await page.setViewportSize({ width, height: width < 400 ? 640 : 900 });
        await isSound(page, `a motion for ${who} at ${width} px`);
        if (process.env.SHOTS) {
          await speak(page, who === 'chair' ? 'en' : 'ar');
          await page.screenshot({ path: `${process.env.SHOTS}/motion-${who}-${width}.png` });
        }
      }
    }
  });
});

test('where no rules are adopted the chair proposes to suspend the meeting, and consent decides', async ({ conference }) => {
  const chair = await inSession(conference);
  const tunisia = await conference.join('tunisia', 'fr');
  await expect(tunisia.getByRole('button', { name: words('fr', 'placard-raise') })).toBeVisible();
  await expect(tunisia.getByRole('button', { name: words('fr', 'motion-open'), exact: true })).toHaveCount(0);

  await chair.keyboard.press('o');
  await chair.getByRole('dialog').getByRole('radio', { name: name('suspend_meeting') }).check();
  await chair.keyboard.press('Enter');
  await tunisia.locator('.strip .bell').click();
  await expect(tunisia.getByRole('dialog').getByRole('list', { name: words('fr', 'motions') })).toContainText(
    name('suspend_meeting', 'fr'),
  );
  await tunisia.keyboard.press('Escape');
  await expect(chair.locator('.script .now')).toContainText('Is there any objection');
  const main = chair.locator('.box');
  await expect(main.getByRole('button', { name: words('en', 'chair-motion-consent') })).toBeEnabled();
  await chair.keyboard.press('n');
  await chair.getByRole('dialog').getByRole('button', { name: act('chair-motion-consent', 'suspend_meeting') }).click();
  await expect(main.getByRole('button', { name: words('en', 'chair-resume') })).toBeVisible();
  await expect(chair.locator('.script .now')).toContainText('The meeting is resumed');
});

test('the chair reads the script in a language of their own choice, with the forms of that language', async ({ conference }) => {
  const chair = await inSession(conference);
  const iraq = await conference.join('iraq', 'ar');
  await iraq.getByRole('button', { name: words('ar', 'floor-ask') }).click();
  await iraq.getByRole('dialog').getByRole('button', { name: words('ar', 'floor-ask') }).click();
  const now = chair.locator('.script .now');
  await expect(now).toContainText(/the distinguished representative of \u2068?the Republic of Iraq/);
  await chair.getByLabel(words('en', 'chair-script-language')).selectOption('ar');
  await expect(now).toHaveAttribute('dir', 'rtl');
  await expect(now).toContainText('جمهورية العراق');
  await chair.getByLabel(words('en', 'chair-script-language')).selectOption('fr');
  await expect(now).toContainText(/(représentante?|délégation) \u2068?de la République d’Iraq/);
  // The interface keeps its own language, and the choice outlives the page.
  await expect(chair.locator('html')).toHaveAttribute('lang', 'en');
  await chair.reload();
  await expect(now).toContainText('Je donne la parole');
  if (process.env.SHOTS) await chair.screenshot({ path: `${process.env.SHOTS}/script.png` });
});
