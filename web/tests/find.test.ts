/** Finding by words: the browser folds as the server does. */
import { describe, expect, test } from 'vitest';
import pairs from '../../tests/fixtures/folding.json';
import { fold, found } from '../src/ui/find.ts';

const of = (list: string[][]) =>
  list.map(([language = '', one = '', other = '']) => [language, one, other] as const);

describe('folding', () => {
  test('has pairs to be tried by', () => {
    expect(pairs.meet.length).toBeGreaterThan(50);
    expect(pairs.differ.length).toBeGreaterThan(25);
  });

  test.each(of(pairs.meet))('%s: %s and %s meet', (_language, one, other) => {
    expect(fold(one)).toBe(fold(other));
  });

  test.each(of(pairs.differ))('%s: %s and %s are two words', (_language, one, other) => {
    expect(fold(one)).not.toBe(fold(other));
  });
});

test('a name is found by a part of it in any writing, and by no words at all', () => {
  expect(found(['Égypte', 'مصر'], ' egy ')).toBe(true);
  expect(found(['Égypte', 'مصر'], 'مِصْر')).toBe(true);
  expect(found(['Égypte', 'مصر'], 'Jordan')).toBe(false);
  expect(found(['Égypte'], '  ')).toBe(true);
});
