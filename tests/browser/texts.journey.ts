/** Texts of people in two languages and by input methods, on pages in one language and in one tab or two. */
import type { Locator } from '@playwright/test';
import { expect, test } from './conference.ts';
import { wording, words } from './words.ts';

const ENGLISH = 'Good morning, colleagues (12/5).';
const ARABIC = 'صباح الخير، أيها الزملاء (12/5).';

/** Of each line of a text, from which margin it begins and on which side its full stop stands. */
async function directions(text: Locator): Promise<string[]> {
  return text.evaluate((element) => {
    const node = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() as Text;
    const { left, right } = element.getBoundingClientRect();
    const place = (at: number) => {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return range.getBoundingClientRect();
    };
    let begin = 0;
    return node.data.split('\n').map((line) => {
      const [first, last] = [place(begin), place(begin + line.length - 1)];
      begin += line.length + 1;
      const nearer = first.left - left < right - first.right ? 'left' : 'right';
      return `from the ${nearer}, full stop to the ${last.left > first.left ? 'right' : 'left'}`;
    });
  });
}
const LTR = 'from the left, full stop to the right';
const RTL = 'from the right, full stop to the left';

test('each line of a text runs by its own language, in the log as in the composer, on every page', async ({
  conference,
}) => {
  test.setTimeout(150_000);
  const lebanon = await conference.join('lebanon', 'ar');
  const tunisia = await conference.join('tunisia', 'fr');
  const secretariat = await conference.join('secretariat', 'en', 'chair');
  const field = lebanon.getByPlaceholder(words('ar', 'chat-write'));
  for (const [lines, runs] of [
    [[ENGLISH, ARABIC], [LTR, RTL]],
    [[ARABIC, ENGLISH], [RTL, LTR]],
  ] as const) {
    await field.fill(lines.join('\n'));
    await expect(field).toHaveCSS('unicode-bidi', 'plaintext');
    await field.press('Enter');
    for (const page of [lebanon, tunisia, secretariat]) {
      const text = page.getByRole('log').locator('article p.lines').filter({ hasText: ENGLISH }).last();
      await expect(text).toContainText(lines[0]);
      await expect.poll(() => text.textContent()).toBe(lines.join('\n'));
      await expect.poll(() => directions(text), page.url()).toEqual(runs);
    }
  }

  // The desk announces in two languages at once, and keeps a message at the top.
  await secretariat.getByText(words('en', 'announce-heading')).click();
  await secretariat.getByLabel(wording('en', 'announce-in', { language: 'en' })).fill(`${ARABIC}\n${ENGLISH}`);
  await secretariat.getByRole('button', { name: words('en', 'announce-do'), exact: true }).click();
  for (const [page, tongue] of [[lebanon, 'ar'], [tunisia, 'fr']] as const) {
    await page.locator('.strip .bell').click();
    const notice = page.getByRole('dialog').getByRole('listitem').filter({ hasText: words(tongue, 'announcement') });
    await expect.poll(() => directions(notice.locator('.lines'))).toEqual([RTL, LTR]);
    await page.keyboard.press('Escape');
  }
  const first = secretariat.getByRole('log').locator('article').first();
  await first.getByTitle(words('en', 'chat-acts-short')).click();
  await first.getByRole('button', { name: words('en', 'chat-act', { act: 'pin' }), exact: true }).click();
  const pinned = tunisia.getByRole('region', { name: words('fr', 'chat-pinned') }).locator('.lines');
  await expect.poll(() => directions(pinned)).toEqual([LTR, RTL]);
});

test('what others write is told in the language it is written in, whatever that of the page', async ({ conference }) => {
  const tunisia = await conference.join('tunisia', 'en');
  const lebanon = await conference.join('lebanon', 'ar');
  await expect(tunisia.getByRole('log')).toBeVisible();
  await lebanon.getByPlaceholder(words('ar', 'chat-write')).fill('صباح الخير');
  await lebanon.keyboard.press('Enter');
  const told = tunisia.locator('#polite');
  await expect(told.locator('[lang=ar]')).toHaveText('صباح الخير');
  await expect(told.locator('[lang=en]')).toHaveText('Lebanon');
});

test('keys with which words are composed neither send nor close anything', async ({ conference }) => {
  const page = await conference.join('lebanon', 'en');
  const devtools = await page.context().newCDPSession(page);
  /** As Safari reports the key that ends a composition: after it, with the code of input methods. */
  const endComposing = async (key: 'Enter' | 'Escape') => {
    for (const type of ['rawKeyDown', 'keyUp'] as const)
      await devtools.send('Input.dispatchKeyEvent', { type, key, code: key, windowsVirtualKeyCode: 229 });
  };
  const field = page.getByPlaceholder(words('en', 'chat-write'));
  await field.fill('Half a mess');
  await endComposing('Enter');
  await expect(field).toHaveValue('Half a mess');
  await expect(page.getByText(words('en', 'chat-sending'))).toHaveCount(0);
  await field.press('Enter');
  await expect(page.getByRole('log').getByText('Half a mess')).toBeVisible();
  await expect(field).toHaveValue('');

  await conference.join('chair', 'en', 'chair').then((chair) =>
    chair.getByRole('button', { name: words('en', 'chair-open-session') }).click(),
  );
  await page.getByRole('button', { name: /^Raise|point of order/i }).first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await endComposing('Escape');
  await endComposing('Escape');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('what is read in one tab is read in the other', async ({ conference }) => {
  const first = await conference.join('iraq', 'en');
  const second = await first.context().newPage();
  await second.goto(first.url());
  const tab = (page: typeof first, key: string) => page.getByRole('tab', { name: words('en', key) });
  for (const page of [first, second]) {
    await tab(page, 'tab-people').click();
    await expect(page.getByRole('log')).toBeHidden();
  }
  const lebanon = await conference.join('lebanon', 'en');
  for (const text of ['One', 'Two', 'Three']) {
    await lebanon.getByPlaceholder(words('en', 'chat-write')).fill(text);
    await lebanon.keyboard.press('Enter');
    await expect(lebanon.getByRole('log').getByText(text, { exact: true })).toBeVisible();
  }
  for (const page of [first, second]) await expect(tab(page, 'tab-chat')).toContainText('3');
  await tab(first, 'tab-chat').click();
  await expect(tab(second, 'tab-chat')).not.toContainText('3');
  // The second marks another room and takes nothing back.
  await tab(second, 'tab-chat').click();
  await second.reload();
  await tab(second, 'tab-people').click();
  await first.reload();
  await tab(first, 'tab-people').click();
  for (const page of [first, second]) await expect(tab(page, 'tab-chat')).not.toContainText(/[0-9]/);
});
