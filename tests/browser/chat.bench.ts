/** What a message costs a slow page: 10,000 messages in a room of 500 people, the processor throttled to a quarter. */
import type { CDPSession, Page } from '@playwright/test';
import { expect, speak, test } from './conference.ts';
import { wording, words } from './words.ts';

const PEOPLE = 500;
const MESSAGES = 10_000;
/** How messages come: so many of which the cost is taken, each so many milliseconds after the one before. */
interface Rate {
  readonly name: string;
  readonly messages: number;
  readonly apart_ms: number;
}
const ALONE: Rate = { name: 'each alone', messages: 40, apart_ms: 600 };
const BUSY: Rate = { name: '15 a second', messages: 120, apart_ms: 60 };
const STORM: Rate = { name: '80 a second', messages: 600, apart_ms: 10 };
const SLOWER = 4;
const PRESSES = 9;
const TEXTS = [
  'We support the proposal to amend paragraph 7, and will co-sponsor it: https://un.org/docs/A/81/L.14.',
  'نرجو من الأمانة تعميم الوثيقة A/CONF.231/3 قبل التصويت.',
  'Nous appuyons la proposition du Brésil.',
];

const message = (number: number, more: object = {}) => ({
  type: 'message',
  id: `x${number}`,
  room: 'main',
  number,
  at_ms: 1_614_169_851_000 + number * 1_000,
  author: { person: `p${number % PEOPLE}`, name: { en: `Ms. Person ${number % PEOPLE}` }, role: 'observer' },
  text: `${number}: ${TEXTS[number % TEXTS.length]}`,
  language: null,
  ...more,
});
const attendance = {
  type: 'attendance',
  id: 'attendance',
  people: PEOPLE,
  delegations: 37,
  seats: 37,
  by_role: [{ role: 'observer', people: PEOPLE }],
};
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);

/** What the page's own script does for the crowd: what Playwright does in a page would be counted as the page's. */
interface Line {
  /** Has the page hear messages of the server, each so many milliseconds after the one before; '' is none. */
  hear(texts: readonly string[], apart_ms: number): Promise<void>;
  /** The newest place in the log that the true server told. */
  seq(): number;
}
declare global {
  interface Window {
    line: Line;
  }
}

/** Runs in the page before any script of it: keeps the true connection at hand. */
function tapLine(): void {
  const True = window.WebSocket;
  let line: WebSocket | undefined;
  let seq = 1;
  let spoken = false;
  window.WebSocket = class extends True {
    constructor(...to: ConstructorParameters<typeof WebSocket>) {
      super(...to);
      line = this;
      this.addEventListener('message', ({ data }) => {
        if (spoken) return;
        const told = /"seq":(\d+)/.exec(String(data))?.[1];
        seq = Math.max(seq, Number(told ?? 0));
      });
    }
  };
  window.line = {
    seq: () => seq,
    async hear(texts, apart_ms) {
      for (const data of texts) {
        spoken = true;
        if (data !== '') line?.dispatchEvent(new MessageEvent('message', { data }));
        spoken = false;
        await new Promise((done) => setTimeout(done, apart_ms));
      }
    },
  };
}

/** The true session, into which a crowd is spoken that only this page sees. */
class Crowd {
  constructor(private readonly page: Page) {}

  async stand(): Promise<void> {
    await this.page.addInitScript(tapLine);
    await this.page.route(/\/api\/chat\/opening\/main/, async (route) => {
      const asked = new URL(route.request().url()).searchParams;
      const end = Number(asked.get('before')?.slice(1) ?? MESSAGES + 1);
      const begin = Math.max(1, end - Number(asked.get('limit') ?? 50));
      const messages = range(begin, end).map((number) => ({ ...message(number), type: undefined }));
      await route.fulfill({ json: { messages, more: begin > 1 } });
    });
  }

  /** What the server would send for changes; '' for nothing. */
  async texts(all: readonly { set: readonly object[]; removed?: readonly object[] }[]): Promise<string[]> {
    const seq = await this.page.evaluate(() => window.line.seq());
    const text = ({ set, removed = [] }: (typeof all)[number]) =>
      set.length === 0 ? '' : JSON.stringify({ type: 'changes', scope: 'everyone', seq, set, removed });
    return all.map(text);
  }

  async say(...set: readonly object[]): Promise<void> {
    await this.hear(await this.texts([{ set }]), 0);
  }

  async hear(texts: readonly string[], apart_ms: number): Promise<void> {
    await this.page.evaluate(([all, apart]) => window.line.hear(all, apart), [texts, apart_ms] as const);
  }
}

async function spent(cdp: CDPSession): Promise<Record<'script' | 'task', number>> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (name: string) => (metrics.find((metric) => metric.name === name)?.value ?? 0) * 1_000;
  return { script: of('ScriptDuration'), task: of('TaskDuration') };
}

type Cost = Record<'script' | 'task', number>;

/** Milliseconds a page works while it hears these, and until it has drawn them. */
async function costOf(cdp: CDPSession, hear: () => Promise<void>): Promise<Cost & { took: number }> {
  const before = await spent(cdp);
  const began = Date.now();
  await hear();
  const after = await spent(cdp);
  return { script: after.script - before.script, task: after.task - before.task, took: Date.now() - began };
}

/** Milliseconds that one message takes beyond what the page does in the same time without one. As the server sends them,
 * the oldest of 200 goes. */
async function costOfMessage(cdp: CDPSession, crowd: Crowd, from: number, { messages, apart_ms }: Rate): Promise<Cost> {
  const all = range(0, messages).map((at) => ({
    set: [message(from + at)],
    removed: [{ type: 'message', id: `x${from + at - 200}` }],
  }));
  // At the end so long that the last are drawn.
  const still = Array.from({ length: 2 }, () => '');
  const texts = await crowd.texts(all);
  const hear = async (these: readonly string[]) => {
    await crowd.hear(these, apart_ms);
    await crowd.hear(still, 600);
  };
  const quiet = await costOf(cdp, () => hear(texts.map(() => '')));
  const loud = await costOf(cdp, () => hear(texts));
  const more = (what: keyof Cost) => (loud[what] - (quiet[what] * loud.took) / quiet.took) / messages;
  return { script: more('script'), task: more('task') };
}

const ms = (value: number | undefined) => `${(value ?? 0).toFixed(2)} ms`;
const line = (name: string, { script, task }: Cost) => `  ${name.padEnd(40)} script ${ms(script)}, all work ${ms(task)}`;

/** Slows a page down, and takes time of the processor, not of the clock: what else the machine does is not the page's. */
async function slowed(page: Page): Promise<CDPSession> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.setTimeDomain', { timeDomain: 'threadTicks' });
  await cdp.send('Performance.enable');
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return cdp;
}

test('a message, and the floor button, in a room of ten thousand messages', async ({ conference }) => {
  const chair = await conference.join('chair', 'en', 'chair');
  await chair.getByRole('button', { name: words('en', 'chair-open-session') }).click();
  await chair.getByRole('button', { name: wording('en', 'chair-open-list-name', { list: 'List of speakers' }) }).click();
  const page = await conference.enter('tunisia');
  await speak(page, 'en');
  const crowd = new Crowd(page);
  await crowd.stand();
  await page.goto(`${page.url()}session/opening`);
  await expect(page.getByRole('log')).toBeVisible();
  const log = page.getByRole('log');
  await crowd.say(attendance, message(1, { pinned_at_ms: 1 }), ...range(MESSAGES - 199, MESSAGES + 1).map((number) => message(number)));
  await expect(log.getByText(`${MESSAGES}: `)).toBeVisible();

  const cdp = await slowed(page);
  let next = MESSAGES + 1;
  const cost = async (rate: Rate): Promise<Cost> => {
    const from = next;
    next += rate.messages;
    return costOfMessage(cdp, crowd, from, rate);
  };
  const atEnd: string[] = [];
  for (const rate of [ALONE, BUSY, STORM]) atEnd.push(line(`a message, reading the newest, ${rate.name}`, await cost(rate)));

  const button = page.getByRole('button', { name: words('en', 'floor-ask') }).first();
  await expect(button).toBeVisible();
  await page.evaluate(() => {
    const seen = globalThis as unknown as { pressed: number[] };
    seen.pressed = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === 'click') seen.pressed.push(entry.duration);
    }).observe({ type: 'event', durationThreshold: 16, buffered: false } as PerformanceObserverInit);
  });
  // As a hand does it, and without a question to the page before it has drawn: that would be what is measured.
  const at = await button.boundingBox();
  if (!at) throw new Error('the floor button is not on screen');
  for (let press = 0; press < PRESSES; press += 1) {
    await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2);
    await page.waitForTimeout(200);
    await page.mouse.down();
    await page.waitForTimeout(60);
    await page.mouse.up();
    await page.waitForTimeout(500);
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.waitForTimeout(300);
  }
  const paints = await page.evaluate(() => (globalThis as unknown as { pressed: number[] }).pressed);
  expect(paints, 'each press is timed').toHaveLength(PRESSES);
  const [first = 0, ...later] = paints;
  later.sort((a, b) => a - b);

  await page.getByRole('region', { name: words('en', 'chat-pinned') }).getByRole('button').click();
  await expect(log.getByText('1: ', { exact: false }).first()).toBeVisible({ timeout: 60_000 });
  await expect(log.locator('[data-message="x1"]')).toBeFocused({ timeout: 60_000 });
  const rows = await log.locator('article').count();
  const inPast = line(`a message, reading the oldest, ${BUSY.name}`, await cost(BUSY));

  const frames = await page.evaluate(async () => {
    const scroller = document.querySelector('[role="log"]') as HTMLElement;
    const times: number[] = [];
    let last = performance.now();
    for (let step = 0; step < 120; step += 1) {
      scroller.scrollTop += 600;
      await new Promise((done) => requestAnimationFrame(done));
      times.push(performance.now() - last);
      last = performance.now();
    }
    return times.sort((a, b) => a - b);
  });

  console.log(`
  ${MESSAGES} messages, ${PEOPLE} people, processor ${SLOWER} times slower, ${rows} rows drawn
${[...atEnd, inPast].join('\n')}
  scrolling by 600 pixels a frame          middle ${ms(frames[60])}, 95 of 100 within ${ms(frames[114])}
  floor button, press to paint             first ${first} ms, then middle ${later[later.length >> 1]} ms, longest ${later.at(-1)} ms
`);
});

/** A page without Plenary: it keeps what it hears, clones a row of the same elements, writes it, drops the oldest. */
function bare(): void {
  const row = document.createElement('div');
  row.innerHTML =
    '<article tabindex="-1"><div><b><bdi> </bdi></b><span><bdi> </bdi></span><time> </time><button type="button">⋯</button></div><p dir="auto"> </p></article>';
  const log = document.body.appendChild(document.createElement('div'));
  log.style.cssText = 'block-size: 500px; overflow: auto; contain: strict';
  interface Heard {
    set: { id: string; text: string; author: { role: string; name: { en: string } } }[];
    removed: { id: string }[];
  }
  const kept = new Map<string, Heard['set'][number]>();
  let waiting: Heard['set'] = [];
  let last = 0;
  const draw = () => {
    last = performance.now();
    for (const { id, text, author } of waiting) {
      const made = row.cloneNode(true) as HTMLElement;
      const article = made.firstElementChild as HTMLElement;
      article.setAttribute('aria-label', author.role);
      article.setAttribute('data-message', id);
      const [plate, name, time] = article.firstElementChild?.children ?? [];
      if (plate?.firstChild?.firstChild) plate.firstChild.firstChild.nodeValue = author.role;
      if (name?.firstChild?.firstChild) name.firstChild.firstChild.nodeValue = author.name.en;
      if (time?.firstChild) time.firstChild.nodeValue = '10:45';
      const words = article.lastElementChild?.firstChild;
      if (words) words.nodeValue = text;
      log.append(made);
      if (log.childElementCount > 10) log.firstElementChild?.remove();
    }
    waiting = [];
    log.scrollTop = log.scrollHeight;
  };
  const ears = new EventTarget();
  ears.addEventListener('message', (event) => {
    const heard = JSON.parse((event as MessageEvent<string>).data) as Heard;
    for (const message of heard.set) kept.set(message.id, message);
    for (const { id } of heard.removed) kept.delete(id);
    waiting.push(...heard.set);
    if (waiting.length === heard.set.length) setTimeout(() => requestAnimationFrame(draw), Math.max(0, last + 500 - performance.now()));
  });
  window.line = {
    seq: () => 1,
    async hear(texts, apart_ms) {
      for (const data of texts) {
        if (data !== '') ears.dispatchEvent(new MessageEvent('message', { data }));
        await new Promise((done) => setTimeout(done, apart_ms));
      }
    },
  };
}

test('the same messages on a bare page: what the browser alone takes on this machine', async ({ page }) => {
  await page.goto('about:blank');
  await page.evaluate(bare);
  const cdp = await slowed(page);
  const crowd = new Crowd(page);
  const costs: string[] = [];
  for (const rate of [ALONE, BUSY, STORM]) costs.push(line(`a message on a bare page, ${rate.name}`, await costOfMessage(cdp, crowd, 1, rate)));
  console.log(`\n${costs.join('\n')}\n`);
});
