import { beforeAll, describe, expect, it } from 'vitest';
import { expectationWords } from '../src/i18n/expectation.ts';
import { localeFor, needPart, showLocale, t, tIn, worded, wordedIn } from '../src/i18n/i18n.svelte.ts';
import { numberList } from '../src/i18n/numbers.ts';
import { chooseLanguage, proposeLanguage } from '../src/ui/language.ts';

/** Without the marks that keep a placeable of the other direction whole. */
const plain = (words: string) => words.replace(/[\u2066-\u2069]/g, '');

beforeAll(async () => {
  await showLocale('ar');
  await needPart('chat');
  await showLocale('fr');
  await showLocale('en');
});

describe('the interface', () => {
  it('turns to a language with its direction', async () => {
    await showLocale('ar');
    expect(document.documentElement.lang).toBe('ar');
    expect(document.documentElement.dir).toBe('rtl');
    expect(t('floor-ask')).toBe('طلب الكلمة');
    await showLocale('en');
    expect(document.documentElement.dir).toBe('ltr');
    expect(t('floor-ask')).toBe('Request the floor');
  });

  it('stays in the language asked for last, however late the others come', async () => {
    const late = showLocale('ar');
    expect(await showLocale('fr')).toBe(true);
    expect(await late).toBe(false);
    expect(document.documentElement.lang).toBe('fr');
    await showLocale('en');
  });

  it('is not turned by the language of one’s card while one chooses another', async () => {
    const chosen = chooseLanguage('fr', 'card');
    await proposeLanguage('ar', 'card');
    await chosen;
    expect(document.documentElement.lang).toBe('fr');
    await proposeLanguage('ar', 'card');
    expect(document.documentElement.lang).toBe('fr');
    await showLocale('en');
  });

  it('has the words of a screen in a language to which the page is turned while they load', async () => {
    await Promise.all([needPart('motions'), showLocale('ar')]);
    expect(t('motions')).toBe('الاقتراحات الإجرائية');
    await showLocale('en');
  });

  it('isolates names among text of the other direction', () => {
    expect(t('tell-floor', { delegation: 'تونس' })).toContain('\u2068تونس\u2069');
  });

  it.each([
    [1, '1st'],
    [2, '2nd'],
    [3, '3rd'],
    [6, '6th'],
    [11, '11th'],
    [21, '21st'],
  ])('says place %d as %s', (place, words) => {
    expect(plain(t('floor-listed', { list: 'Speakers', place }))).toBe(`Speakers: ${words}`);
  });

  it('has the six plurals of Arabic and European digits', () => {
    const left = (count: number) => plain(tIn('ar', 'chat-left', { count }));
    const all = [0, 1, 2, 3, 11, 100].map(left);
    expect(new Set(all).size).toBe(6);
    expect(left(11)).toBe('بقي 11 حرفاً');
  });

  it('gives a wording in the language shown, else in English, else in what there is', () => {
    expect(worded({ ar: 'الأردن', en: 'Jordan' })).toBe('Jordan');
    expect(worded({ ar: 'الأردن' })).toBe('الأردن');
    expect(wordedIn({ ar: 'الأردن' })).toBe('ar');
    expect(worded({})).toBe('');
  });

  it('begins in the first of the browser’s languages that it has', () => {
    expect(localeFor(['de-DE', 'fr-LB', 'en'])).toBe('fr');
    expect(localeFor(['ar-LB'])).toBe('ar');
    expect(localeFor(['de'])).toBe('en');
  });
});

describe('numbers in a row', () => {
  it('run from the right in Arabic, with its comma', async () => {
    expect(numberList([2, 5])).toBe('2, 5');
    await showLocale('ar');
    expect(numberList([2, 5])).toBe('\u200f2، 5');
    await showLocale('en');
  });
});

describe('an expectation', () => {
  const minute = 60_000;
  const words = (from: number, to: number) =>
    plain(expectationWords({ earliest_ms: from * minute, latest_ms: to * minute }, 0));

  it('is a range in minutes from now', () => {
    expect(words(9.4, 17.2)).toBe('in about 9 to 18 min');
    expect(words(-3, 4.5)).toBe('within 5 min');
  });

  it('says soon when the range has passed, and nothing when there is none', () => {
    expect(words(-9, -2)).toBe('any moment now');
    expect(expectationWords(null, 0)).toBe('');
  });
});
