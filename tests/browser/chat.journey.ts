import type { Locator, Page } from '@playwright/test';
import { violations } from './axe.ts';
import { type Conference, expect, test, type Who } from './conference.ts';
import { type Tongue, wording, words } from './words.ts';

test('two delegations write to each other, each in their own language and direction', async ({ conference }) => {
  const lebanon = await conference.join('lebanon', 'ar');
  const tunisia = await conference.join('tunisia', 'fr');
  const write = async (page: typeof lebanon, tongue: 'ar' | 'fr', text: string) => {
    await page.getByPlaceholder(words(tongue, 'chat-write')).fill(text);
    await page.getByRole('button', { name: words(tongue, 'chat-send'), exact: true }).click();
  };
  const arabic = 'نرجو تعميم الوثيقة A/CONF.231/3 قبل الجلسة.';
  await write(lebanon, 'ar', arabic);
  await expect(tunisia.getByRole('log').getByText(arabic)).toBeVisible();
  await expect(lebanon.getByRole('log').getByText(arabic)).toHaveCount(1);

  const french = 'La Tunisie remercie le Liban. <b>Merci !</b>';
  await write(tunisia, 'fr', french);
  const received = lebanon.getByRole('log').getByText(french);
  await expect(received).toBeVisible();
  await expect(tunisia.getByPlaceholder(words('fr', 'chat-write'))).toHaveValue('');
});

/** A person's side of the chat, in the language of their page. */
class Side {
  constructor(
    readonly page: Page,
    readonly tongue: Tongue,
  ) {}

  /** The conversation in front. */
  get room(): Locator {
    return this.page.locator('.chat > .room:not([hidden])');
  }

  get log(): Locator {
    return this.room.getByRole('log');
  }

  field(): Locator {
    return this.room.getByPlaceholder(words(this.tongue, 'chat-write'));
  }

  async write(text: string): Promise<void> {
    await this.field().fill(text);
    await this.field().press('Enter');
  }

  message(text: string): Locator {
    return this.log.locator('article').filter({ has: this.page.locator('p', { hasText: text }) });
  }

  /** Unfolds what can be done with a message, and does it. */
  async act(text: string, act: string): Promise<void> {
    await this.message(text).getByTitle(words(this.tongue, 'chat-acts-short')).click();
    await this.message(text)
      .getByRole('button', { name: words(this.tongue, 'chat-act', { act }), exact: true })
      .click();
  }
}

async function side(conference: Conference, who: Who, tongue: Tongue, screen: '' | 'chair' = ''): Promise<Side> {
  return new Side(await conference.join(who, tongue, screen), tongue);
}

test('messages are replied to, edited, deleted and pinned, and everybody sees the same', async ({ conference }) => {
  const lebanon = await side(conference, 'lebanon', 'ar');
  const tunisia = await side(conference, 'tunisia', 'fr');
  const chair = await side(conference, 'chair', 'en', 'chair');

  await lebanon.write('هل نُشر التقرير؟');
  await tunisia.act('هل نُشر التقرير؟', 'reply');
  await tunisia.write('Oui : https://un.org/rapport.');
  const reply = lebanon.message('Oui :');
  await expect(reply.locator('.reply')).toContainText('هل نُشر التقرير؟');
  const link = reply.getByRole('link', { name: 'https://un.org/rapport', exact: true });
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer nofollow');

  await tunisia.act('Oui :', 'edit');
  await expect(tunisia.field()).toHaveValue('Oui : https://un.org/rapport.');
  await tunisia.write('Oui, depuis hier');
  await expect(lebanon.message('Oui, depuis hier')).toContainText(/عُدّلت/);
  await expect(lebanon.message('un.org')).toHaveCount(0);

  await lebanon.act('هل نُشر التقرير؟', 'delete');
  const dialog = lebanon.page.getByRole('dialog');
  await dialog.getByRole('button', { name: words('ar', 'chat-act', { act: 'delete' }), exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(tunisia.log.locator('.stone')).toHaveCount(1);
  await expect(tunisia.room.getByText('هل نُشر التقرير؟')).toHaveCount(0);

  await chair.act('Oui, depuis hier', 'pin');
  await expect(lebanon.room.getByRole('region', { name: words('ar', 'chat-pinned') })).toContainText('Oui, depuis hier');

  await chair.act('Oui, depuis hier', 'delete');
  await chair.page.getByRole('dialog').getByLabel(words('en', 'chat-reason')).fill('Announced already');
  await chair.page
    .getByRole('dialog')
    .getByRole('button', { name: words('en', 'chat-act', { act: 'delete' }), exact: true })
    .click();
  await expect(lebanon.log.getByText('Announced already')).toBeVisible();
  await expect(lebanon.room.getByRole('region', { name: words('ar', 'chat-pinned') })).toHaveCount(0);
  for (const { page } of [lebanon, chair]) expect(await violations(page)).toEqual([]);
});

test('the chair approves messages, slows the room down, closes it and announces to all', async ({ conference }) => {
  const tunisia = await side(conference, 'tunisia', 'fr');
  const lebanon = await side(conference, 'lebanon', 'ar');
  const chair = await side(conference, 'chair', 'en', 'chair');
  await chair.page.getByText(wording('en', 'order-keep', { name: 'Everyone' })).click();
  await chair.page.getByLabel(words('en', 'order-approval')).click();
  await expect(chair.page.getByLabel(words('en', 'order-approval'))).toBeChecked();

  await tunisia.write('Une question');
  await expect(tunisia.log.getByText(words('fr', 'chat-held'))).toBeVisible();
  await expect(lebanon.page.getByText('Une question')).toHaveCount(0);
  const waiting = chair.page.getByRole('region', { name: wording('en', 'order-waiting', { count: 1 }) });
  await waiting.getByRole('button', { name: words('en', 'order-approve') }).click();
  await expect(lebanon.message('Une question')).toBeVisible();
  await expect(tunisia.message('Une question')).toHaveCount(1);

  await tunisia.write('Encore une');
  await waiting.getByRole('button', { name: words('en', 'order-decline') }).click();
  await waiting.getByRole('textbox').fill('Answered already');
  await waiting.getByRole('textbox').press('Enter');
  await expect(tunisia.log.getByText('Answered already')).toBeVisible();
  await chair.page.getByLabel(words('en', 'order-approval')).click();

  await chair.page.getByLabel(words('en', 'order-slow')).selectOption({ label: '1:00' });
  await expect(lebanon.room.getByText(wording('ar', 'chat-slow', { time: '1:00' }))).toBeVisible();
  await lebanon.write('أولا');
  await expect(lebanon.message('أولا')).toBeVisible();
  await lebanon.write('ثانيا');
  await expect(lebanon.log.getByText(words('ar', 'chat-refused'))).toBeVisible();

  await chair.page.getByRole('button', { name: words('en', 'order-close') }).click();
  await expect(tunisia.room.getByText(words('fr', 'chat-closed'))).toBeVisible();

  await chair.page.getByText(words('en', 'announce-heading')).click();
  await chair.page.getByLabel(wording('en', 'announce-in', { language: 'en' })).fill('We resume at 14:30.');
  await chair.page.getByLabel(wording('en', 'announce-in', { language: 'ar' })).fill('نستأنف في الساعة 14:30.');
  await chair.page.getByRole('button', { name: words('en', 'announce-do'), exact: true }).click();
  const notice = lebanon.page.locator('.strip [data-kind="announcement"]');
  await expect(notice).toContainText('نستأنف في الساعة 14:30.');
  await expect(notice).toHaveRole('status');
  await expect(notice.locator('[lang]')).toHaveAttribute('lang', 'ar');
  for (const { page } of [lebanon, chair]) {
    expect(await violations(page)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
    expect(overflow, `${page.url()} is as high as the window beside the notice`).toBeLessThanOrEqual(0);
  }
  // The question about the microphone stood before it.
  await lebanon.page.getByRole('button', { name: words('ar', 'microphone-not-now') }).click();
  await lebanon.page.getByRole('button', { name: words('ar', 'close-notice') }).click();
  await expect(notice).toHaveCount(0);
  const bell = chair.page.getByRole('button', { name: words('en', 'announcement'), exact: true });
  await expect(bell).toBeVisible();
  await chair.page.getByRole('button', { name: words('en', 'announce-take-down') }).first().click();
  await expect(bell).toBeHidden();
});

test('a delegation asks the secretariat unseen, and finds its words again by search', async ({ conference }) => {
  const tunisia = await side(conference, 'tunisia', 'fr');
  const lebanon = await side(conference, 'lebanon', 'ar');
  const secretariat = await side(conference, 'secretariat', 'en');
  const rooms = (of: typeof tunisia, tongue: 'en' | 'fr') => of.page.getByLabel(words(tongue, 'chat-rooms'), { exact: true });
  await rooms(tunisia, 'fr').selectOption({ label: words('fr', 'chat-room', { readers: 'secretariat' }) });
  await tunisia.write('Où est la salle du déjeuner ?');
  const line = rooms(secretariat, 'en').locator('option').filter({ hasText: 'Tunisia' });
  await expect(line).toHaveText(/\(1\)$/);
  await rooms(secretariat, 'en').selectOption({ value: (await line.getAttribute('value')) ?? '' });
  await expect(secretariat.message('Où est la salle')).toBeVisible();
  await secretariat.act('Où est la salle', 'reply');
  await secretariat.write('In the west wing');
  await expect(tunisia.message('In the west wing')).toBeVisible();
  await expect(lebanon.page.getByText('west wing')).toHaveCount(0);

  await tunisia.page.getByRole('button', { name: words('fr', 'chat-search') }).click();
  await tunisia.room.getByRole('searchbox').fill('OU dejeuner');
  await tunisia.room.getByRole('searchbox').press('Enter');
  await tunisia.room.locator('.found li button').click();
  await expect(tunisia.message('Où est la salle').first()).toBeFocused();
  await tunisia.page.reload();
  await expect(tunisia.page.locator('.rooms .count'), 'what was read stays read').toHaveCount(0);
});

test('the chat can be used by the keyboard alone', async ({ conference }) => {
  const tunisia = await side(conference, 'tunisia', 'en');
  const lebanon = await side(conference, 'lebanon', 'ar');
  await lebanon.write('واحد');
  await lebanon.write('اثنان');
  await expect(tunisia.message('اثنان')).toBeVisible();
  const { keyboard } = tunisia.page;
  await tunisia.page.getByRole('button', { name: words('en', 'chat-search') }).focus();
  await keyboard.press('Enter');
  await expect(tunisia.room.getByRole('searchbox')).toBeFocused();
  await keyboard.press('Tab');
  await expect(tunisia.message('اثنان')).toBeFocused();
  await keyboard.press('ArrowUp');
  await expect(tunisia.message('واحد')).toBeFocused();
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await expect(tunisia.field()).toBeFocused();
  await keyboard.type('One it is');
  await keyboard.press('Enter');
  await expect(lebanon.message('One it is').locator('.reply')).toContainText('واحد');
});

/** Writes many messages at once, over a line of the page's own; ends once the server has them all. */
async function writeMany(page: Page, texts: readonly string[]): Promise<void> {
  await page.evaluate(async (all) => {
    const address = `${location.origin.replace(/^http/, 'ws')}${location.pathname}ws/opening`;
    const line = new WebSocket(address, 'plenary.v1');
    await new Promise<void>((done, failed) => {
      let acknowledged = 0;
      line.onerror = () => failed(new Error('no line'));
      line.onmessage = ({ data }) => {
        const heard = JSON.parse(data);
        if (heard.type === 'refused') failed(new Error(data));
        if (heard.type === 'welcome')
          for (const text of all) {
            const command = { type: 'send_message', room: 'main', text, language: null };
            line.send(JSON.stringify({ type: 'command', key: crypto.randomUUID(), command }));
          }
        if (heard.type === 'ack') acknowledged += 1;
        if (acknowledged === all.length) done();
      };
      line.onopen = () => line.send(JSON.stringify({ type: 'join', resume: null }));
    });
    line.close();
  }, texts);
}

test('what was written before is scrolled to, and stays where it is while others write', async ({ conference }) => {
  // More than the server keeps a page up to date with, and no more of each than it takes at once.
  const WRITERS = ['iraq', 'lebanon', 'jordan', 'secretariat', 'chair', 'moderator-2', 'interpreter-en-1'] as const;
  const EACH = 36;
  const ALL = WRITERS.length * EACH;
  const texts = (from: number, count: number) =>
    Array.from({ length: count }, (_, at) => `Message ${from + at}.${' words'.repeat((at * 7) % 40)}`);
  for (const [at, who] of WRITERS.entries()) {
    const writer = await conference.enter(who);
    await writeMany(writer, texts(at * EACH + 1, EACH));
    await writer.context().close();
  }
  const tunisia = await side(conference, 'tunisia', 'en');
  await expect(tunisia.message(`Message ${ALL}.`)).toBeVisible();
  await tunisia.log.hover();
  await expect(async () => {
    await tunisia.page.mouse.wheel(0, -4_000);
    await expect(tunisia.message('Message 1.')).toBeInViewport({ timeout: 300 });
  }).toPass();
  await tunisia.page.mouse.wheel(0, 1_500);
  await expect(tunisia.message('Message 1.')).not.toBeInViewport();

  /** The uppermost message of which anything is to be seen, and where it stands. */
  const uppermost = () =>
    tunisia.log.evaluate((log) => {
      const edge = log.getBoundingClientRect().top;
      const row = [...log.querySelectorAll('article')].find((one) => one.getBoundingClientRect().bottom > edge);
      return { id: row?.dataset.message, top: Math.round(row?.getBoundingClientRect().top ?? 0) };
    });
  // Where the wheel has come to rest.
  let before = await uppermost();
  await expect(async () => {
    const now = await uppermost();
    const same = JSON.stringify(now) === JSON.stringify(before);
    before = now;
    expect(same).toBe(true);
  }).toPass();
  expect(before.id).toBeDefined();

  const jordan = await conference.enter('jordan');
  await writeMany(jordan, texts(ALL + 1, 30));
  await expect(tunisia.page.locator('#polite')).toHaveText(/new messages/);
  expect(await uppermost()).toEqual(before);
  const heights = await tunisia.log.evaluate((log) => log.scrollHeight);
  await tunisia.page.getByRole('button', { name: words('en', 'chat-newest') }).click();
  await expect(tunisia.message(`Message ${ALL + 30}.`)).toBeInViewport();
  expect(heights, 'all were scrolled through').toBeGreaterThan(ALL * 40);
});
