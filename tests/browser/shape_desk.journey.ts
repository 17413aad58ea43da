/**
 * The desk holds its shape: every part of the centre keeps its place whatever happens in the meeting, nothing of it scrolls, and
 * the line to read out is never cut. A table of situations; a new one enters here.
 */
import type { Page } from '@playwright/test';
import { expect, speak, test } from './conference.ts';
import { type Places, type Size, holdsItsShape, places, unmoved } from './shape.ts';
import { type Tongue, wording, words } from './words.ts';

/** Sizes at which the centre must not scroll. */
const CENTRES: readonly Size[] = [
  { width: 1366, height: 768 },
  { width: 1366, height: 650 },
  { width: 1366, height: 600 },
  { width: 1024, height: 768 },
];
/** Sizes at which a desk is sat at. */
const DESKS: readonly Size[] = [
  { width: 1024, height: 768 },
  { width: 1366, height: 700 },
  { width: 1440, height: 900 },
];
const ROWS = {
  strip: '.centre > .strip',
  acts: '.centre > .acts',
  script: '.centre > .script',
  next: '.centre > .next',
  main: '.centre > .box',
  undo: '.centre > .box > .undo',
} as const;

/** Where the rows were in the first situation, by size and language. */
type Before = Map<string, Places>;

async function keepsItsPlaces(desk: Page, what: string, before: Before): Promise<void> {
  for (const tongue of ['en', 'ar'] as const) {
    await speak(desk, tongue);
    for (const size of CENTRES) {
      await desk.setViewportSize({ ...size });
      const where = `${what}, ${tongue}, ${size.width} × ${size.height}`;
      await expect
        .poll(() => desk.locator('.centre').evaluate((centre) => centre.scrollHeight - centre.clientHeight), { message: where })
        .toBe(0);
      const line = desk.locator('.script .now');
      // In the lowest window a long line scrolls in its row.
      if (size.height >= 700 && (await line.count()) > 0) {
        // The whole line to read out stands inside its row, and its row in the script's.
        await expect
          .poll(() => line.evaluate((now) => now.scrollHeight <= now.clientHeight + 1), { message: where })
          .toBe(true);
        const [inner, outer] = [await line.boundingBox(), await desk.locator('.script').boundingBox()];
        expect((inner?.y ?? 0) + (inner?.height ?? 0), where).toBeLessThanOrEqual((outer?.y ?? 0) + (outer?.height ?? 0));
      }
      const now = await places(desk, ROWS);
      const key = `${tongue} ${size.width} ${size.height}`;
      const first = before.get(key);
      if (first) unmoved(first, now, where);
      else before.set(key, now);
    }
  }
  await desk.setViewportSize({ width: 1366, height: 768 });
  await speak(desk, 'en');
}

test.use({ profile: 'general_assembly', viewport: { width: 1366, height: 768 } });

test('the desk keeps its places in every situation of a meeting', async ({ conference }) => {
  test.setTimeout(420_000);
  const desk = await conference.join('chair', 'en', 'chair');
  const before: Before = new Map();
  const main = (key: string, args: Record<string, string> = {}) =>
    desk.locator('.box').getByRole('button', { name: wording('en', key, args) });
  const situation = async (what: string): Promise<void> => {
    await keepsItsPlaces(desk, what, before);
    await holdsItsShape(desk, what, DESKS);
    await speak(desk, 'en');
  };
  const press = async (key: string, args: Record<string, string> = {}): Promise<void> => {
    await expect(main(key, args)).toBeEnabled();
    await main(key, args).click();
  };
  const asks = async (who: 'iraq' | 'tunisia' | 'jordan', tongue: Tongue): Promise<Page> => {
    const page = await conference.join(who, tongue);
    await page.getByRole('button', { name: words(tongue, 'floor-ask') }).click();
    await page.getByRole('dialog').getByRole('button', { name: words(tongue, 'floor-ask') }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    return page;
  };

  await situation('not yet open');
  await press('chair-open-session');
  await desk.getByRole('button', { name: wording('en', 'chair-open-list-name', { list: 'List of speakers' }) }).click();
  await expect(main('chair-close')).toBeVisible();
  await situation('empty lists');

  await asks('iraq', 'en');
  const tunisia = await asks('tunisia', 'en');
  await expect(main('chair-give', { name: 'Iraq' })).toBeVisible();
  await press('chair-give', { name: 'Iraq' });
  await expect(main('chair-give', { name: 'Tunisia' })).toBeVisible();
  await situation('speaking');

  await desk.getByRole('tab', { name: /^Right of reply/ }).click();
  await expect(desk.getByRole('button', { name: wording('en', 'chair-take-up-after', { name: 'Iraq' }) })).toBeVisible();
  // To look changes nothing of what is done or read out.
  await expect(main('chair-give', { name: 'Tunisia' })).toBeVisible();
  await situation('looking at the other list');
  await desk.getByRole('tab', { name: /^List of speakers/ }).click();

  await tunisia.getByRole('button', { name: words('en', 'placard-raise') }).click();
  await tunisia.getByRole('dialog').getByRole('button', { name: words('en', 'placard-raise-do') }).click();
  await expect(main('chair-recognise', { name: 'Tunisia' })).toBeVisible();
  await situation('a point of order is raised');
  await press('chair-recognise', { name: 'Tunisia' });
  await expect(desk.locator('.three button')).toHaveCount(3);
  await situation('a point of order is heard');
  await expect(desk.locator('.three button').nth(1)).toBeEnabled();
  await desk.locator('.three button').nth(1).click();
  await expect(main('chair-give-back', { name: 'Iraq' })).toBeVisible();
  await situation('a ruling was given');
  await tunisia.getByRole('button', { name: words('en', 'placard-appeal') }).click();
  await tunisia.getByRole('dialog').getByRole('button', { name: words('en', 'placard-appeal-do') }).click();
  await expect(main('chair-appeal-vote')).toBeVisible();
  await situation('a ruling is appealed against');
  await press('chair-appeal-vote');
  await desk.getByRole('dialog').getByLabel(words('en', 'chair-votes', { how: 'in_favour' })).fill('3');
  await desk.getByRole('dialog').getByLabel(words('en', 'chair-votes', { how: 'against' })).fill('9');
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('dialog')).toBeHidden();

  await press('chair-give-back', { name: 'Iraq' });
  await desk.getByRole('button', { name: words('en', 'chair-meeting'), exact: true }).click();
  await desk.getByRole('button', { name: words('en', 'chair-motion-open') }).click();
  await desk.getByRole('dialog').getByRole('radio', { name: wording('en', 'motion-name', { kind: 'suspend_meeting', list: '' }) }).check();
  await desk.getByRole('dialog').getByRole('button', { name: words('en', 'chair-motion-propose') }).click();
  await expect(main('chair-motion-end-turn', { name: 'Iraq' })).toBeVisible();
  await situation('a motion waits while somebody speaks');
  await press('chair-motion-end-turn', { name: 'Iraq' });
  await expect(main('chair-motion-take-up-one').or(main('chair-motion-vote'))).toBeVisible();
  if (await main('chair-motion-take-up-one').isVisible()) await press('chair-motion-take-up-one');
  await expect(main('chair-motion-vote')).toBeVisible();
  await situation('a motion is before the meeting');
  await desk.getByRole('button', { name: words('en', 'chair-motion-consent'), exact: true }).click();
  await desk.getByRole('dialog').getByRole('button', { name: words('en', 'chair-motion-consent') }).click();
  await expect(main('chair-resume')).toBeVisible();
  await situation('suspended');

  await press('chair-resume');
  await expect(main('chair-give', { name: 'Tunisia' })).toBeVisible();
  await tunisia.close();
  await expect(main('chair-wait', { name: 'Tunisia' })).toBeVisible({ timeout: 40_000 });
  await situation('the next is absent');
});
