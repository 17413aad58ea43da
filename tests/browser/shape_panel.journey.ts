/** The moderator's desk and the podium hold their shape: nothing moves between states, nothing is cut off, at every size. */
import type { Page } from '@playwright/test';
import { isSound } from './axe.ts';
import { type Conference, expect, speak, test } from './conference.ts';
import { openOnOtherDay } from './hall.ts';
import { holdsItsShape, places, type Size, unmoved } from './shape.ts';
import { TONGUES, wording, words } from './words.ts';

const PANEL = { session: 'stakeholder-consultation' };
const DESK: Readonly<Record<string, string>> = {
  stage: 'main .strip',
  seats: 'main .seats',
  'question on stage': 'main section[aria-label]:not(.strip)',
  script: 'main .script',
  'main button': '.mainbox .go',
  undo: '.mainbox .undo',
  'run sheet': '.start',
  beside: '.end',
};
/** What stands on a phone in every state. */
const PHONE: Readonly<Record<string, string>> = { stage: '.strip', parts: '.start', 'main button': '.mainbox' };
/** Screens of a hall. */
const HALLS: readonly Size[] = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];

/** What is wrong with the podium, whose type is relative to the height: too small, cut off unsaid, or outside the window. */
async function unreadable(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const least = innerHeight * 0.037;
    const found: string[] = [];
    for (const element of document.querySelectorAll('.podium *')) {
      if (!(element instanceof HTMLElement)) continue;
      const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
      const box = element.getBoundingClientRect();
      if (!own || box.width <= 2 || !element.checkVisibility({ visibilityProperty: true })) continue;
      const what = `“${element.textContent?.trim().slice(0, 40)}”`;
      const style = getComputedStyle(element);
      if (Number.parseFloat(style.fontSize) < least - 0.5) found.push(`${what} is ${style.fontSize}, less than ${least.toFixed(1)}px`);
      if (box.left < -1 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1) found.push(`${what} is outside the window`);
      const cut = element.closest('h1, h2, p, b, span, li') as HTMLElement | null;
      if (cut && getComputedStyle(cut).overflowY === 'hidden' && cut.scrollHeight > cut.clientHeight + 4 && !cut.closest('[title]'))
        found.push(`${what} is cut off, without a title`);
    }
    for (const control of document.querySelectorAll('.podium :is(button, a[href], input, select)')) found.push(`there is a control: ${control.outerHTML.slice(0, 60)}`);
    const [main, foot] = [document.querySelector('.podium main'), document.querySelector('.podium footer')];
    const rows = [...(main?.children ?? [])].map((row) => row.getBoundingClientRect()).sort((a, b) => a.top - b.top);
    for (const [at, row] of rows.entries()) {
      const next = rows[at + 1]?.top ?? foot?.getBoundingClientRect().top ?? innerHeight;
      if (row.bottom > next + 1) found.push(`row ${at + 1} of the middle reaches ${(row.bottom - next).toFixed(0)} px over what is below it`);
    }
    return [...new Set(found)];
  });
}

async function readsFromTheBack(page: Page, what: string): Promise<void> {
  const wrong: string[] = [];
  const podium = page.url();
  for (const tongue of TONGUES) {
    // The display has no switch: its language is chosen in its lobby.
    await page.goto(podium.replace(/session\/.*/, ''));
    await speak(page, tongue);
    await page.goto(podium);
    await expect(page.locator('.podium main > *').first()).toBeVisible();
    for (const size of HALLS) {
      await page.setViewportSize(size);
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      for (const fault of await unreadable(page)) wrong.push(`${tongue} ${size.width} × ${size.height}: ${fault}`);
    }
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/podium-${what.replaceAll(/\W+/g, '-')}-${tongue}.png` });
  }
  expect(wrong, `the podium with ${what}`).toEqual([]);
}

async function go(desk: Page, key: string, args: Record<string, string> = {}): Promise<void> {
  const button = desk.getByRole('button', { name: wording('en', key, args) }).first();
  await expect(button).not.toHaveAttribute('aria-disabled', 'true');
  await button.click();
}

async function ready(conference: Conference): Promise<Page> {
  const mahawi = await conference.join('migrants-and-diaspora-representative', 'en', '', PANEL);
  await expect(mahawi.getByRole('heading', { level: 1 })).toBeVisible();
  return mahawi;
}

test('the moderator\'s desk keeps every place through the states of a panel, and the podium is read from the back', async ({
  conference,
}) => {
  test.setTimeout(300_000);
  const desk = await conference.join('moderator-2', 'en', 'moderator', PANEL);
  await desk.setViewportSize({ width: 1366, height: 700 });
  await expect(desk.locator('.mainbox')).toBeVisible();
  const hall = await conference.join('display', 'en', 'podium', PANEL);
  const observer = await conference.join('observer', 'en', '', PANEL);
  await ready(conference);

  const before = await places(desk, DESK);
  await desk.setViewportSize({ width: 360, height: 740 });
  const small = await places(desk, PHONE);
  await desk.setViewportSize({ width: 1366, height: 700 });
  /** The state is one that the desk must bear: shape in every language and size, and nothing has moved. */
  async function bears(what: string): Promise<void> {
    await desk.setViewportSize({ width: 1366, height: 700 });
    await speak(desk, 'en');
    unmoved(before, await places(desk, DESK), what);
    await desk.setViewportSize({ width: 360, height: 740 });
    unmoved(small, await places(desk, PHONE), `${what}, on a phone`);
    await desk.setViewportSize({ width: 1366, height: 700 });
    await holdsItsShape(desk, what);
    if (process.env.SHOTS)
      for (const [width, height] of [[1440, 900], [1366, 700], [360, 740]] as const)
        for (const tongue of ['en', 'ar'] as const) {
          await desk.setViewportSize({ width: 1440, height: 900 });
          await speak(desk, tongue);
          await desk.setViewportSize({ width, height });
          await desk.screenshot({ path: `${process.env.SHOTS}/desk-${what.replaceAll(/\W+/g, '-')}-${width}-${tongue}.png` });
        }
    await desk.setViewportSize({ width: 1366, height: 700 });
    await speak(desk, 'en');
  }

  await bears('the desk before the session');
  await readsFromTheBack(hall, 'a session to come');
  await go(desk, 'chair-open-session');
  await openOnOtherDay(desk);
  await go(desk, 'moderator-begin', { item: 'Dr. Sami Wardi' });
  await go(desk, 'moderator-begin', { item: 'Ms. Souad Mahawi' });
  await expect(hall.getByRole('heading', { name: /Souad Mahawi/ })).toBeVisible();
  await expect(hall.getByRole('timer')).toContainText('5:5');
  await bears('an item under way');
  await isSound(desk, 'the desk in an item');
  await speak(desk, 'en');
  await readsFromTheBack(hall, 'a panellist');

  await observer.getByRole('tab', { name: words('en', 'tab-questions'), exact: true }).click();
  await observer.getByRole('button', { name: words('en', 'question-ask') }).first().click();
  const dialog = observer.getByRole('dialog');
  const asked = 'How will migrants’ organizations take part in the follow-up between 2021 and 2025?';
  await dialog.getByLabel(words('en', 'question-text'), { exact: true }).fill(asked);
  await dialog.getByRole('button', { name: words('en', 'question-send') }).click();
  const row = desk.locator('article').filter({ hasText: 'follow-up' });
  await row.getByRole('button', { name: wording('en', 'moderate-act', { act: 'show' }) }).click();
  await row.getByRole('button', { name: wording('en', 'moderate-act', { act: 'pin' }) }).click();
  await expect(desk.getByRole('region', { name: words('en', 'question-on-stage') })).toContainText('follow-up');
  await bears('a question on stage');
  await readsFromTheBack(hall, 'a question');

  // A poll leaves plate and clock in sight.
  await desk.getByRole('tab', { name: words('en', 'moderator-polls') }).click();
  await desk.getByRole('button', { name: words('en', 'polls-ask'), exact: true }).click();
  const poll = desk.getByRole('dialog');
  await poll.getByLabel(wording('en', 'polls-question-in', { language: 'en' })).fill('Which follow-up should come first?');
  for (const [at, option] of ['A regional platform of stakeholders', 'A yearly report by each State'].entries())
    await poll.getByLabel(wording('en', 'polls-option-in', { number: at + 1, language: 'en' })).fill(option);
  await poll.getByRole('button', { name: words('en', 'polls-do') }).click();
  await desk.getByRole('tab', { name: words('en', 'tab-questions'), exact: true }).click();
  await expect(desk.getByText(wording('en', 'moderator-answered', { ballots: 0, present: 1 })).filter({ visible: true })).toBeVisible();
  await expect(hall.getByRole('timer')).toBeVisible();
  await bears('a poll');
  await readsFromTheBack(hall, 'a poll');

  await go(desk, 'moderator-meeting');
  await desk.getByRole('button', { name: words('en', 'chair-suspend') }).click();
  await desk.getByRole('dialog').getByRole('button', { name: words('en', 'chair-suspend-act') }).click();
  await expect(hall.getByRole('heading', { name: words('fr', 'stage-suspended') })).toBeVisible();
  await bears('a suspended panel');
  await readsFromTheBack(hall, 'a suspension');
});
