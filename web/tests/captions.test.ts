import { describe, expect, it } from 'vitest';
import { afterSign, endsWord, expanded, joined, read } from '../src/captioner/abbreviations.ts';
import { current, inOrder, languageOf, SHOWN_MS } from '../src/captions/lines.ts';

const LIST = read(
  'gcm = Global Compact for Migration\nاع = الاتفاق العالمي\n\n# a note\nESCWA = the Commission = here',
);

describe('a list of abbreviations', () => {
  it('has one in each line, and tells how many lines are none', () => {
    expect(LIST.ignored).toBe(0);
    expect([...LIST.meanings]).toEqual([
      ['gcm', 'Global Compact for Migration'],
      ['اع', 'الاتفاق العالمي'],
      ['ESCWA', 'the Commission = here'],
    ]);
    expect(read(`no sign\ntwo words = x\n= x\nx =\nlong = ${'x'.repeat(201)}\r\nok = yes`)).toEqual({
      meanings: new Map([['ok', 'yes']]),
      ignored: 5,
    });
  });

  it('goes before an earlier one, also when it is added from a file', () => {
    expect(read('a = 1\na = 2').meanings.get('a')).toBe('2');
    expect(joined('a = 1\nb = 2\n', '\r\nb = 3\r\nc = 4')).toBe('a = 1\nb = 3\nc = 4');
  });
});

describe('what is typed', () => {
  it('is expanded at its last word alone, as it is written or else by its small letters', () => {
    expect(expanded('the gcm', LIST)).toBe('the Global Compact for Migration');
    expect(expanded('the GCM', LIST)).toBe('the Global Compact for Migration');
    expect(expanded('(gcm', LIST)).toBe('(Global Compact for Migration');
    expect(expanded('gcm says', LIST)).toBe('gcm says');
    expect(expanded('وقال اع', LIST)).toBe('وقال الاتفاق العالمي');
    expect(expanded('escwa', LIST)).toBe('escwa');
    expect(expanded('gcm.', LIST)).toBe('gcm.');
    expect(expanded('', LIST)).toBe('');
  });

  it('is expanded once a sign ends the word, wherever it stands, and the caret stays behind the sign', () => {
    expect(afterSign('gcm ', 4, LIST)).toEqual({ text: 'Global Compact for Migration ', caret: 29 });
    expect(afterSign('in gcm, and', 7, LIST)).toEqual({
      text: 'in Global Compact for Migration, and',
      caret: 32,
    });
    expect(afterSign('اع،', 3, LIST).text).toBe('الاتفاق العالمي،');
    expect(afterSign('gcmx', 4, LIST)).toEqual({ text: 'gcmx', caret: 4 });
    expect([' ', ',', '.', '؟', '،', '؛', '\n'].every(endsWord)).toBe(true);
    expect(['a', 'ع', '', '. '].some(endsWord)).toBe(false);
  });
});

describe('lines of captions', () => {
  const line = (number: number, at_ms: number) => ({
    id: `caption${number}`,
    at_ms,
    text: String(number),
    machine: false,
  });

  it('stand in the order in which they were written, by their number within a moment', () => {
    const lines = [line(10, 5), line(9, 5), line(2, 7), line(1, 3)];
    expect(inOrder(lines).map(({ text }) => text)).toEqual(['1', '9', '10', '2']);
  });

  it('are shown until none has come for a while', () => {
    const lines = [line(1, 0), line(2, 20_000)];
    expect(current(lines, 20_000 + SHOWN_MS - 1)).toHaveLength(2);
    expect(current(lines, 20_000 + SHOWN_MS)).toEqual([]);
    expect(current([], 0)).toEqual([]);
  });

  it('are those of the language that is wanted, else of the one there is', () => {
    expect(languageOf(['ar', 'en'], 'en')).toBe('en');
    expect(languageOf(['ar'], 'en')).toBe('ar');
    expect(languageOf([], 'en')).toBeNull();
  });
});
