import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isModal, keepFocus, wrapFocus } from '../src/ui/modal.ts';

let dialog: HTMLElement;
let release: () => void;

beforeEach(() => {
  // The page of the tests lays nothing out.
  Element.prototype.checkVisibility = () => true;
  document.body.innerHTML = `
    <a id="page" href="#">page</a>
    <div id="dialog" role="dialog" aria-modal="true" tabindex="-1">
      <button id="close">x</button>
      <form>
        <input type="radio" name="language" id="ar"><input type="radio" name="language" id="en" checked>
        <button id="gone" disabled></button>
        <input type="radio" name="other" id="late">
      </form>
    </div>
    <div popover="auto"><button id="over"></button></div>`;
  dialog = byId('dialog');
  dialog.addEventListener('keydown', (event) =>
    wrapFocus(event as KeyboardEvent & { currentTarget: HTMLElement }),
  );
  release = keepFocus(dialog);
});
afterEach(() => {
  release();
  document.body.innerHTML = '';
});

function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no ${id}`);
  return found;
}

/** Presses Tab where the focus is; whether the page's own order was kept from acting. */
function tab(from: string, shiftKey = false): string | null {
  byId(from).focus();
  const event = new KeyboardEvent('keydown', { key: 'Tab', shiftKey, bubbles: true, cancelable: true });
  byId(from).dispatchEvent(event);
  return event.defaultPrevented ? (document.activeElement?.id ?? '') : null;
}

describe('a modal dialog', () => {
  it('is known while it is open', () => {
    expect(isModal()).toBe(true);
    dialog.setAttribute('aria-modal', 'false');
    expect(isModal()).toBe(false);
  });

  it('lets Tab go from its last to its first, and back', () => {
    expect(tab('late')).toBe('close');
    expect(tab('close', true)).toBe('late');
    expect(tab('dialog', true)).toBe('late');
  });

  it('leaves Tab alone between those', () => {
    expect(tab('close')).toBeNull();
    expect(tab('en', true)).toBeNull();
    expect(tab('dialog')).toBeNull();
  });

  it('reaches of radio buttons the one that is chosen', () => {
    byId('late').remove();
    // The last is the radio button that is chosen, or any while none is.
    expect(tab('en')).toBe('close');
    byId('en').removeAttribute('checked');
    expect(tab('close', true)).toBe('en');
  });

  it('takes the focus back from the page, and leaves it to what is over it', () => {
    byId('close').focus();
    byId('page').focus();
    expect(document.activeElement).toBe(dialog);
    byId('over').focus();
    expect(document.activeElement?.id).toBe('over');
    release();
    byId('page').focus();
    expect(document.activeElement?.id).toBe('page');
  });
});
