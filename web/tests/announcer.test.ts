import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { announce, inTongue, shownAs, spoken } from '../src/ui/announcer.ts';
import { notices, notify } from '../src/ui/notices.svelte.ts';

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<div id="polite"></div><div id="assertive"></div>';
});
afterEach(() => vi.useRealTimers());

/** What a region says, each piece with the language that it is marked with. */
function told(region = 'polite'): [string, string | null][] {
  vi.advanceTimersByTime(30);
  return [...(document.getElementById(region)?.childNodes ?? [])]
    .map((node): [string, string | null] => [
      node.textContent ?? '',
      node instanceof HTMLElement ? node.getAttribute('lang') : null,
    ])
    .filter(([words]) => words !== '');
}

describe('what is told', () => {
  it('has the language that it is written in: name and message each their own', () => {
    const name = spoken({ en: 'Lebanon', ar: 'لبنان' });
    announce(`${name}: ${inTongue('صباح الخير', 'ar')}`);
    expect(told()).toEqual([
      ['Lebanon', 'en'],
      [': ', null],
      ['صباح الخير', 'ar'],
    ]);
  });

  it('takes a language that is not stated from the script, and else leaves it open', () => {
    announce(`${inTongue('صباح الخير')} ${inTongue('Bonjour')} ${inTongue('Bonjour', 'fr')}`, 'assertive');
    expect(told('assertive').filter(([words]) => words !== ' ')).toEqual([
      ['صباح الخير', 'ar'],
      ['Bonjour', ''],
      ['Bonjour', 'fr'],
    ]);
  });

  it('is all told where several things happen at once', () => {
    announce('One.');
    announce(`Two: ${inTongue('ثلاثة', 'ar')}`);
    expect(told()).toEqual([
      ['One. Two: ', null],
      ['ثلاثة', 'ar'],
    ]);
  });

  it('cannot be marked by what people write', () => {
    announce(inTongue('a\uE002b\uE000fr\uE001c', 'en'));
    expect(told()).toEqual([['abfrc', 'en']]);
  });

  it('is shown without marks', () => {
    expect(shownAs(`Begins later: ${inTongue('الضيف متأخر')}.`)).toBe('Begins later: الضيف متأخر.');
    notify(`Begins later: ${inTongue('الضيف متأخر')}.`);
    expect(notices().at(-1)?.words).toBe('Begins later: الضيف متأخر.');
    expect(told()).toContainEqual(['الضيف متأخر', 'ar']);
  });
});
