import { describe, expect, test } from 'vitest';
import type { PointView } from '$protocol';
import { matching } from '../src/chair/search.ts';
import { shortcutOf } from '../src/chair/shortcuts.ts';
import { actWords } from '../src/chair/undo.ts';
import { loadWith } from '../src/i18n/i18n.svelte.ts';
import { pressing } from '../src/points/pressing.ts';

describe('a single key', () => {
  const press = (key: string, init: KeyboardEventInit = {}, on: Element = document.body) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, ...init });
    let meant: ReturnType<typeof shortcutOf> = null;
    const listen = (heard: Event) => {
      meant = shortcutOf(heard as KeyboardEvent);
    };
    addEventListener('keydown', listen);
    on.dispatchEvent(event);
    removeEventListener('keydown', listen);
    return meant;
  };
  const inPage = (html: string): Element => {
    document.body.innerHTML = html;
    return document.body.querySelector('[data-here]') ?? document.body;
  };

  test('is a shortcut on the bare page, in capitals too', () => {
    inPage('');
    expect(press('n')).toBe('next');
    expect(press('E')).toBe('extend');
    expect(press('?')).toBe('help');
    expect(press('x')).toBeNull();
  });

  test('is found by its place on a keyboard without Latin letters', () => {
    expect(press('ى', { code: 'KeyN' })).toBe('next');
    expect(press('؟', { code: 'Slash' })).toBe('help');
  });

  test('is none while somebody types or chooses', () => {
    for (const html of [
      '<input data-here>',
      '<textarea data-here></textarea>',
      '<select data-here></select>',
      '<div contenteditable><b data-here>x</b></div>',
    ])
      expect(press('n', {}, inPage(html))).toBeNull();
  });

  test('is none while a dialog is open, with a modifier, or held down', () => {
    inPage('<div role="dialog" aria-modal="true"></div>');
    expect(press('n')).toBeNull();
    inPage('');
    expect(press('n', { ctrlKey: true })).toBeNull();
    expect(press('n', { metaKey: true })).toBeNull();
    expect(press('n', { repeat: true })).toBeNull();
  });
});

describe('finding a delegation', () => {
  const seat = (id: string, wording: Record<string, string>) =>
    ({ id, short: wording, formal: wording, sort_key: {} }) as never;
  const seats = [
    seat('egy', { en: 'Egypt', fr: 'Égypte', ar: 'مصر' }),
    seat('jor', { en: 'Jordan', fr: 'Jordanie', ar: 'الأردن' }),
    seat('are', { en: 'United Arab Emirates', fr: 'Émirats arabes unis', ar: 'الإمارات العربية المتحدة' }),
  ];
  const found = (words: string) => matching(seats, words).map(({ id }) => id);

  test('takes any language, without regard to accents and capitals', () => {
    expect(found('EGYP')).toEqual(['egy']);
    expect(found('emirats')).toEqual(['are']);
    expect(found('مصر')).toEqual(['egy']);
  });

  test('takes the forms of alif one for the other', () => {
    expect(found('الاردن')).toEqual(['jor']);
    expect(found('امارات')).toEqual(['are']);
  });

  test('finds all for no words and none for a name that nobody has', () => {
    expect(found(' ')).toHaveLength(3);
    expect(found('Atlantis')).toEqual([]);
  });
});

describe('points of order that press', () => {
  const point = (id: string, state: PointView['state'], more: Partial<PointView> = {}) =>
    ({ id, state, raised_at_ms: Number(id), appeal: null, ...more }) as PointView;

  test('are those raised, heard or appealed, the one that is heard first', () => {
    const appeal = { delegation: 'jo', vote: null };
    const decided = { delegation: 'jo', vote: { stands: true, in_favour: 0, against: 1, abstaining: 0 } };
    const points = [
      point('1', 'ruled'),
      point('2', 'ruled', { appeal: decided }),
      point('3', 'withdrawn'),
      point('4', 'raised'),
      point('5', 'heard'),
      point('6', 'ruled', { appeal }),
    ];
    expect(pressing(points).map(({ id }) => id)).toEqual(['5', '6', '4']);
  });
});

test('an act of a newer server is undone as the last one', async () => {
  await loadWith('en', 'chair');
  const words = (what: string) =>
    actWords({ act: 1, what, delegation: null, by: { en: 'Joumana' }, until_ms: 0 }, null);
  expect(words('list_opened')).toBe('list opened');
  expect(words('act_of_tomorrow')).toBe('the last act');
});
