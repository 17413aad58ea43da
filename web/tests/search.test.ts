/** What was found, as the page marks it. */
import { describe, expect, test } from 'vitest';
import type { Finding } from '$protocol';
import { type Run, runs } from '../src/search/find.ts';
import { marked } from '../src/search/marked.ts';

const bold = (found: readonly Run[]) => found.filter((run) => run.marked).map(({ text }) => text);
const whole = (found: readonly Run[]) => found.map(({ text }) => text).join('');

describe('an excerpt', () => {
  test('stands out where the server says, in UTF-16 units', () => {
    const text = '😀 المُؤْتَمَرِ، والهجرة';
    const from = text.indexOf('المُ');
    const found = runs(text, [
      { from, to: text.indexOf('،') },
      { from: text.indexOf('وال'), to: text.length },
    ]);
    expect(bold(found)).toEqual(['المُؤْتَمَرِ', 'والهجرة']);
    expect(whole(found)).toBe(text);
  });

  test('without marks is one run, and an empty one none', () => {
    expect(runs('as it was', [])).toEqual([{ text: 'as it was', marked: false }]);
    expect(runs('', [])).toEqual([]);
  });
});

test('a paragraph that the page words stands out where the words are that were found in its names', () => {
  const excerpt = 'رئيسة المؤتمر\nMme Élise';
  const from = excerpt.indexOf('Élise');
  const finding = { excerpt, marks: [{ from, to: from + 5 }] } as Finding;
  const found = marked('\u2068Elise\u2069, élise and Elisee', finding);
  expect(bold(found)).toEqual(['Elise', 'élise']);
  expect(whole(found)).toBe('\u2068Elise\u2069, élise and Elisee');
  expect(bold(marked('nobody', finding))).toEqual([]);
});
