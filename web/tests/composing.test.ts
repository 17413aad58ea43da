/** Whoever writes with an input method chooses words with Enter and drops them with Escape: neither acts on the page. */
import { beforeAll, describe, expect, it } from 'vitest';
import { leaveComposing } from '../src/ui/composing.ts';
import { filesOf, placesOf } from './sources.ts';

beforeAll(leaveComposing);

/** Presses a key in a field, and tells who heard of it. */
function press(init: KeyboardEventInit & { keyCode?: number }): { heard: string[]; kept: boolean } {
  const heard: string[] = [];
  const field = document.body.appendChild(document.createElement('textarea'));
  const listen = (where: EventTarget, name: string, capture = false) =>
    where.addEventListener('keydown', () => heard.push(name), { capture, once: true });
  listen(window, 'window');
  listen(document, 'document', true);
  listen(field, 'field');
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
  // The page of the tests knows no codes.
  Object.defineProperty(event, 'keyCode', { value: init.keyCode ?? 0 });
  field.dispatchEvent(event);
  field.remove();
  return { heard, kept: event.defaultPrevented };
}

describe('keys of a composition', () => {
  it.each([
    ['while it lasts', { key: 'Enter', isComposing: true }],
    ['at its end, as Safari reports it', { key: 'Enter', keyCode: 229 }],
  ])('act on nothing %s', (_when, init) => {
    expect(press(init)).toEqual({ heard: [], kept: false });
  });

  it('close no dialog', () => {
    expect(press({ key: 'Escape', isComposing: true })).toEqual({ heard: [], kept: true });
  });

  it('are no other keys', () => {
    expect(press({ key: 'Enter' }).heard).toEqual(['document', 'field', 'window']);
    expect(press({ key: 'Escape' }).kept).toBe(false);
  });

  it('are left in one place, before anything listens', () => {
    expect(filesOf(placesOf(/isComposing|keyCode|compositionend/))).toEqual(['ui/composing.ts']);
    const [guarded] = placesOf(/^leaveComposing\(\)/);
    expect(guarded).toMatch(/^main\.ts:/);
    // A listener that captures at the window could come before it.
    expect(
      placesOf(
        /(svelte:window|window\.addEventListener|^\s*addEventListener)\b.*key(down|up|press).*capture/,
      ),
    ).toEqual([]);
  });
});
