/** The session room holds its shape: whatever happens, and however much at once, nothing moves, nothing is cut off, nothing is out of reach. */
import type { Page } from '@playwright/test';
import { act, view } from './acts.ts';
import { type Conference, expect, speak, test } from './conference.ts';
import { holdsItsShape, holdsItsShapeHere, places, unmoved } from './shape.ts';
import { wording, words } from './words.ts';

const LIST = 'statements';
const REPLY = 'right-of-reply';

/** Who takes part; all but Lebanon, whose room is looked at, do so to bring states about. */
interface Meeting {
  /** Whoever leads: the chair of the plenary, the moderator of the panel. */
  chair: Page;
  secretariat: Page;
  lebanon: Page;
  tunisia: Page;
  conference: Conference;
}

/** One state of the room, as it is seen by Lebanon: how it comes about, and what shows that it has. */
interface State {
  name: string;
  enter: (meeting: Meeting) => Promise<void>;
  shows: (page: Page) => Promise<void>;
}

const strip = (page: Page, kind: string) => page.locator(`.strip [data-kind="${kind}"]`);
const main = (page: Page, key: string, args = {}) =>
  expect(page.locator('.dock .main')).toContainText(wording('en', key, args));
const PANEL = 'stakeholder-consultation';
const ask = (page: Page, list: string) =>
  act(page, { type: 'request_floor', list, language: 'en', on_behalf_of: '' });
const turnOf = async (page: Page): Promise<string> => {
  const [floor] = await view(page, 'floor');
  return (floor as { turn: { id: string } }).turn.id;
};
const requestOf = async (page: Page, list: string): Promise<string> => {
  let request: string | null = null;
  // What was acknowledged is shown a moment later.
  const shown = async () => {
    const standing = (await view(page, 'standing')).find(({ id }) => id === list) as { request: string | null } | undefined;
    request = standing?.request ?? null;
    return request;
  };
  await expect.poll(shown, `a request on ${list}`).not.toBeNull();
  return String(request);
};

/** The one thing of a type that a page's server shows: its id. */
const idOf = async (page: Page, type: string, session = 'opening'): Promise<string> => {
  let found: Record<string, unknown> | undefined;
  // What was acknowledged is shown a moment later.
  await expect.poll(async () => ([found] = await view(page, type, session)).length, `a ${type}`).toBeGreaterThan(0);
  return found?.id as string;
};

const LUNCH = {
  en: 'The lunch break begins at 12:30. Document ESCWA/2021/3 is available in the three languages at the desk.',
  ar: 'تبدأ استراحة الغداء في الساعة 12:30. الوثيقة ESCWA/2021/3 متاحة باللغات الثلاث لدى المكتب.',
  fr: 'La pause déjeuner commence à 12 h 30. Le document ESCWA/2021/3 est disponible dans les trois langues.',
};

/** One after another: each state stays while the next comes, until it is taken back, so that they are seen together too. */
const PLENARY_STATES: readonly State[] = [
  {
    name: 'the question of the microphone',
    enter: async () => {},
    shows: (page) => expect(strip(page, 'consent')).toBeVisible(),
  },
  {
    name: 'an announcement behind the question',
    enter: async ({ secretariat }) => {
      await act(secretariat, { type: 'announce', text: LUNCH });
    },
    // In the hours in which the host has another date than the reader, that is told there too.
    shows: (page) => expect(page.locator('.strip .bell')).toContainText(/[1-9]/),
  },
  {
    name: 'an announcement',
    enter: async ({ lebanon }) => {
      await lebanon.getByRole('button', { name: words('en', 'microphone-not-now') }).click();
    },
    shows: (page) => expect(strip(page, 'announcement')).toBeVisible(),
  },
  {
    name: 'two requests and an announcement',
    enter: async ({ tunisia, lebanon }) => {
      await ask(tunisia, LIST);
      await ask(lebanon, LIST);
      await ask(tunisia, REPLY);
      await ask(lebanon, REPLY);
    },
    shows: (page) => main(page, 'list-kind', { kind: 'right_of_reply' }),
  },
  {
    name: 'a cut of time over an announcement',
    enter: async ({ secretariat }) => {
      await act(secretariat, { type: 'set_speaking_time', list: LIST, turn_ms: 120_000 });
    },
    shows: async (page) => {
      await expect(strip(page, 'time')).toBeVisible();
      const told = wording('en', 'list-retimed', { time: '2:00', before: '3:00' });
      await expect(page.locator('.own').filter({ hasText: told })).toBeVisible();
    },
  },
  {
    name: 'a recording that begins behind all of it',
    enter: async ({ chair }) => {
      await act(chair, { type: 'start_recording' });
    },
    shows: (page) => expect(page.locator('header .recorded')).toHaveAttribute('title', /./),
  },
  {
    name: 'another speaks',
    enter: async ({ chair, tunisia }) => {
      await act(chair, { type: 'give_floor', request: await requestOf(tunisia, LIST), ending: null });
    },
    shows: (page) => expect(page.locator('#stage')).toContainText('Tunisia'),
  },
  {
    name: 'a motion that waits',
    enter: async ({ lebanon }) => {
      await act(lebanon, { type: 'move_motion', kind: 'suspend_meeting' });
    },
    shows: (page) => expect(strip(page, 'motions')).toBeVisible(),
  },
  {
    name: 'a point of order over all of it',
    enter: async ({ tunisia }) => {
      await act(tunisia, { type: 'raise_point_of_order' });
    },
    shows: (page) => expect(strip(page, 'point')).toBeVisible(),
  },
  {
    name: 'a point of order that is heard',
    enter: async ({ chair }) => {
      await act(chair, { type: 'recognise_point_of_order', point: await idOf(chair, 'point') });
    },
    shows: (page) => expect(strip(page, 'point')).toContainText(wording('en', 'point-heard')),
  },
  {
    name: 'a ruling',
    enter: async ({ chair }) => {
      const point = await idOf(chair, 'point');
      await act(chair, { type: 'rule_on_point_of_order', point, ruling: 'rejected', reason: '' });
    },
    shows: (page) => expect(strip(page, 'ruling')).toContainText(wording('en', 'tell-point-ruled', { ruling: 'rejected' })),
  },
  {
    name: 'one’s own point of order beside a motion',
    enter: async ({ lebanon }) => {
      await act(lebanon, { type: 'raise_point_of_order' });
    },
    shows: (page) => expect(page.locator('.dock .third')).toContainText(words('en', 'placard-withdraw')),
  },
  {
    name: 'one’s own request is next',
    enter: async ({ chair, lebanon }) => {
      const [placard] = await view(lebanon, 'placard');
      await act(lebanon, { type: 'withdraw_point_of_order', point: (placard as { point: string }).point });
      await act(lebanon, { type: 'withdraw_motion', motion: await idOf(lebanon, 'motion') });
      await act(chair, { type: 'stop_turn', turn: await turnOf(chair) });
    },
    shows: (page) => main(page, 'floor-standing-by'),
  },
  {
    name: 'the floor with a closed microphone',
    enter: async ({ chair, lebanon }) => {
      await act(chair, { type: 'give_floor', request: await requestOf(lebanon, LIST), ending: null });
    },
    shows: (page) => main(page, 'floor-open-microphone'),
  },
  {
    name: 'a technical stop',
    enter: async ({ chair }) => {
      await act(chair, { type: 'halt_turn', turn: await turnOf(chair), reason: 'No sound in the French booth' });
    },
    shows: (page) => main(page, 'floor-technical'),
  },
  {
    name: 'a suspended meeting',
    enter: async ({ chair }) => {
      await act(chair, { type: 'suspend_session', reason: 'Consultations' });
    },
    shows: (page) => expect(page.locator('#stage .card')).toContainText('Consultations'),
  },
  {
    name: 'a lost line in a suspended meeting',
    enter: ({ conference }) => conference.kill(),
    shows: (page) => expect(strip(page, 'line')).toBeVisible(),
  },
];

const PANEL_STATES: readonly State[] = [
  {
    name: 'the question of the microphone before a panel',
    enter: async () => {},
    shows: (page) => expect(strip(page, 'consent')).toBeVisible(),
  },
  {
    name: 'a question on stage',
    enter: async ({ chair, tunisia, lebanon }) => {
      await lebanon.getByRole('button', { name: words('en', 'microphone-not-now') }).click();
      await act(chair, { type: 'open_questions' }, PANEL);
      const text = 'How are the pledges of 2018 to be followed up, and by whom, where a country has no commission of its own?';
      await act(tunisia, { type: 'ask_question', text, language: 'en', to: null, anonymous: false }, PANEL);
      const question = await idOf(chair, 'moderation', PANEL);
      await act(chair, { type: 'show_question', question }, PANEL);
      await act(chair, { type: 'pin_question', question }, PANEL);
    },
    shows: (page) => expect(strip(page, 'question')).toBeVisible(),
  },
  {
    name: 'a poll beside a question on stage',
    enter: async ({ chair }) => {
      const question = { en: 'Which objective should we begin with?', ar: 'بأي هدف نبدأ؟', fr: 'Par quel objectif commencer ?' };
      const options = [
        { en: 'Data', ar: 'البيانات', fr: 'Les données' },
        { en: 'Regular pathways', ar: 'المسارات النظامية', fr: 'Les voies régulières' },
      ];
      const poll = { choices_max: 1, entitled: 'everyone', named: false, live: false, limit_ms: null };
      await act(chair, { type: 'open_poll', question, options, ...poll }, PANEL);
    },
    shows: (page) => expect(strip(page, 'poll')).toBeVisible(),
  },
  {
    name: 'an announcement beside a poll and a question on stage',
    enter: async ({ secretariat }) => {
      await act(secretariat, { type: 'announce', text: LUNCH }, PANEL);
    },
    // In the hours in which the host has another date than the reader, that is told there too.
    shows: (page) => expect(page.locator('.strip .bell')).toContainText(/[1-9]/),
  },
];

/** What keeps its place in every state, by its selector. */
const FIXED = {
  stage: '#stage',
  tabs: '.end .tabbed > .row',
  panel: '.end .panel:not([hidden])',
  dock: '.dock',
  microphone: '.dock .microphone',
  'main button': '.dock .main',
  'third place': '.dock .third',
  channel: '.dock .channel',
};

/** Goes through states, and at each through sizes and languages, as one person sees them. */
async function holdsItsShapeIn(states: readonly State[], meeting: Meeting): Promise<void> {
  const { lebanon } = meeting;
  const measured = new Map<string, Awaited<ReturnType<typeof places>>>();
  for (const { name, enter, shows } of states) {
    await enter(meeting);
    await shows(lebanon);
    for (const [width, height] of [[360, 740], [1366, 700]] as const) {
      await lebanon.setViewportSize({ width, height });
      const before = measured.get(`${width}`);
      const now = await places(lebanon, FIXED);
      if (before) unmoved(before, now, `${name} at ${width} × ${height}`);
      else measured.set(`${width}`, now);
    }
    await lebanon.setViewportSize({ width: 1440, height: 900 });
    await holdsItsShape(lebanon, name);
    await speak(lebanon, 'en');
  }
}

test.describe('under the rules of the General Assembly', () => {
  test.use({ profile: 'general_assembly' });

  test('the room of a delegate holds its shape in every state, and nothing in it moves', async ({ conference }) => {
    test.setTimeout(600_000);
    const chair = await conference.join('chair', 'en');
    await act(chair, { type: 'open_session' });
    for (const list of [LIST, REPLY]) await act(chair, { type: 'open_list', list });
    await holdsItsShapeIn(PLENARY_STATES, {
      chair,
      secretariat: await conference.join('secretariat', 'en'),
      tunisia: await conference.join('tunisia', 'en'),
      lebanon: await conference.join('lebanon', 'en'),
      conference,
    });
  });
});

test('so does that of a panel, with its questions and polls', async ({ conference }) => {
  test.setTimeout(300_000);
  const there = { session: PANEL };
  const chair = await conference.join('moderator-2', 'en', '', there);
  await act(chair, { type: 'open_session' }, PANEL);
  await holdsItsShapeIn(PANEL_STATES, {
    chair,
    secretariat: await conference.join('secretariat', 'en', '', there),
    tunisia: await conference.join('tunisia', 'en', '', there),
    lebanon: await conference.join('lebanon', 'en', '', there),
    conference,
  });
});

test('the chat takes the whole of a phone, and gives it back', async ({ conference }) => {
  const chair = await conference.join('chair', 'en');
  await act(chair, { type: 'open_session' });
  const lebanon = await conference.join('lebanon', 'en');
  await lebanon.setViewportSize({ width: 360, height: 740 });
  await lebanon.getByRole('tab', { name: words('en', 'tab-chat') }).click();
  await expect(lebanon.locator('.dock')).toBeHidden();
  await lebanon.setViewportSize({ width: 1440, height: 900 });
  await holdsItsShape(lebanon, 'the chat', [{ width: 320, height: 640 }, { width: 360, height: 740 }, { width: 740, height: 360 }]);
  await speak(lebanon, 'en');
  await lebanon.setViewportSize({ width: 360, height: 740 });
  await lebanon.getByRole('button', { name: words('en', 'chat-leave') }).click();
  await expect(lebanon.locator('.dock .main')).toBeVisible();
});

test('with forced colours and without motion, what is chosen, open or asked for is still told', async ({ conference }) => {
  const chair = await conference.join('chair', 'en');
  await act(chair, { type: 'open_session' });
  await act(chair, { type: 'open_list', list: LIST });
  const page = await conference.join('lebanon', 'en', '', { forcedColors: 'active', reducedMotion: 'reduce' });
  await main(page, 'floor-ask');
  const styleOf = (selector: string, property: string): Promise<string> =>
    page.locator(selector).first().evaluate((one, name) => getComputedStyle(one).getPropertyValue(name), property);

  const tab = (chosen: boolean): Promise<string> => styleOf(`.end [role=tab][aria-selected=${chosen}]`, 'border-block-end-color');
  expect(await tab(true), 'the tab that is chosen').not.toBe(await tab(false));
  const dot = 'header .state .dot';
  expect(await styleOf(dot, 'background-color'), 'the dot of an open session').toBe(await styleOf(dot, 'border-block-end-color'));
  const [asked, other] = [await styleOf('.dock .main', 'border-block-end-color'), await styleOf('.dock .third', 'border-block-end-color')];
  expect(asked, 'the one act that is asked for').not.toBe(other);
  const checked = page.locator('.dock .channel label:has(:checked)');
  const not = page.locator('.dock .channel label:not(:has(:checked))').first();
  const outline = (one: typeof checked) => one.evaluate((label) => getComputedStyle(label).outlineStyle + getComputedStyle(label).backgroundColor);
  expect(await outline(checked), 'the channel that is chosen').not.toBe(await outline(not));
  expect(await page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length)).toBe(0);
  // The last is a small window at a zoom of 400 %.
  const sizes = [{ width: 360, height: 740 }, { width: 1366, height: 700 }, { width: 320, height: 256 }];
  await holdsItsShapeHere(page, 'with forced colours', sizes);
});

test('in a window enlarged to 400 % the page scrolls, and microphone, main button and "More" alone stay', async ({ conference }) => {
  const chair = await conference.join('chair', 'en');
  await act(chair, { type: 'open_session' });
  await act(chair, { type: 'open_list', list: LIST });
  const lebanon = await conference.join('lebanon', 'en');
  await ask(lebanon, LIST);
  await act(chair, { type: 'give_floor', request: await requestOf(lebanon, LIST), ending: null });
  await lebanon.setViewportSize({ width: 320, height: 256 });
  /** Which parts of the page lie whole in the window, and answer at their centre. */
  const answering = () =>
    lebanon.evaluate(() =>
      ['header', '.dock .microphone', '.dock .channel', '.dock .main', '.dock .third', '.dock .more'].filter((selector) => {
        const one = document.querySelector(selector);
        if (!one?.checkVisibility()) return false;
        const { top, bottom, left, width } = one.getBoundingClientRect();
        const middle = document.elementFromPoint(left + width / 2, (top + bottom) / 2);
        return top >= 0 && bottom <= innerHeight && one.contains(middle);
      }),
    );
  const alone = ['.dock .microphone', '.dock .main', '.dock .more'];
  const down = (top: number) => lebanon.evaluate((to) => window.scrollTo({ top: to, behavior: 'instant' }), top);
  await expect.poll(answering).toEqual(['header', ...alone]);
  await down(400);
  await expect.poll(answering).toEqual(alone);
  await down(1e6);
  await expect.poll(answering).toEqual(alone);
  expect(await lebanon.evaluate(() => scrollY), 'the page scrolls').toBeGreaterThan(200);
});

test('with forced colours, who is heard, for how long and what is new is still told', async ({ conference }) => {
  const chair = await conference.join('chair', 'en');
  await act(chair, { type: 'open_session' });
  await act(chair, { type: 'open_list', list: LIST });
  const page = await conference.join('lebanon', 'en', '', { tone: 500, forcedColors: 'active' });
  await page.getByRole('button', { name: words('en', 'microphone-agree'), exact: true }).click();
  await ask(page, LIST);
  await act(chair, { type: 'give_floor', request: await requestOf(page, LIST), ending: null });
  const filled = (selector: string): Promise<string> =>
    page.locator(selector).first().evaluate((one) => getComputedStyle(one).backgroundColor);
  const canvas = await filled('html');
  await expect(page.locator('.dock .microphone.live')).toBeVisible();
  expect(await filled('.dock .microphone.live'), 'a live microphone').not.toBe(await filled('.dock .more'));
  await expect(page.locator('.stage .lamp.lit')).toBeVisible();
  expect(await filled('.stage .lamp.lit'), 'the lamp').not.toBe(canvas);
  expect(await filled('.stage .bar i'), 'the time that is left').not.toBe(await filled('.stage .bar'));
  await page.locator('.end [role=tab][aria-selected=false]').first().click();
  await act(chair, { type: 'send_message', room: 'main', text: 'The text is at the desk.', language: 'en' });
  await expect(page.locator('.end .dot').first()).toBeVisible();
  expect(await filled('.end .dot'), 'what is new').not.toBe(canvas);
});
