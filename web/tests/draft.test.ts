import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DRAFTS_MAX, Draft } from '../src/ui/draft.svelte.ts';
import { forgetDrafts, forgetOthersDrafts } from '../src/ui/drafts.ts';
import { filesOf, placesOf } from './sources.ts';

const NADIA = { link: 'nadia', session: 'opening' };
const OMAR = { link: 'omar', session: 'opening' };
const kept = (): string => sessionStorage.getItem('plenary.drafts') ?? '';

/** Writes into it, as a component that keeps it does. */
function write<F extends Record<string, unknown>>(draft: Draft<F>, change: (fields: F) => void): void {
  change(draft.fields);
  draft.keep();
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  forgetOthersDrafts('nobody');
  // What is to be written in a moment is written, so that the next begins without it.
  vi.runOnlyPendingTimers();
  vi.useRealTimers();
});

describe('a draft', () => {
  it('is there again for the same thing, and for nothing else', () => {
    write(new Draft(NADIA, 'statement', 'r-1', { text: '', language: 'ar' }), (fields) => {
      fields.text = 'Mr. Chair';
    });
    expect(new Draft(NADIA, 'statement', 'r-1', { text: '', language: 'fr' }).fields).toEqual({
      text: 'Mr. Chair',
      language: 'fr',
    });
    const others = [
      new Draft(NADIA, 'statement', 'r-2', { text: '' }),
      new Draft(NADIA, 'question', 'r-1', { text: '' }),
      new Draft({ ...NADIA, session: 'closing' }, 'statement', 'r-1', { text: '' }),
      new Draft(OMAR, 'statement', 'r-1', { text: '' }),
    ];
    expect(others.map(({ fields }) => fields.text)).toEqual(['', '', '', '']);
  });

  it('is written within a moment, and when the page goes', () => {
    const draft = new Draft(NADIA, 'question', '', { text: '' });
    write(draft, (fields) => {
      fields.text = 'When';
    });
    expect(kept()).toBe('');
    vi.advanceTimersByTime(300);
    expect(kept()).toContain('When');
    write(draft, (fields) => {
      fields.text = 'When and where';
    });
    window.dispatchEvent(new Event('pagehide'));
    expect(kept()).toContain('When and where');
  });

  it('keeps what was changed alone: the rest is as others have made it meanwhile', () => {
    const before = { title: { ar: 'أ', en: 'A' }, minutes: 5 as number | null, options: ['x'] };
    write(new Draft(NADIA, 'item', 'i-1', before), (fields) => {
      fields.title.en = 'B';
      fields.options = ['x', 'y'];
    });
    const after = { title: { ar: 'ب', en: 'A' }, minutes: 7 as number | null, options: ['z'] };
    expect(new Draft(NADIA, 'item', 'i-1', after).fields).toEqual({
      title: { ar: 'ب', en: 'B' },
      minutes: 7,
      options: ['x', 'y'],
    });
  });

  it('is gone when it was sent, or is as it began', () => {
    const draft = new Draft(NADIA, 'statement', 'r-1', { text: '' });
    write(draft, (fields) => {
      fields.text = 'confidential';
    });
    draft.end();
    vi.runAllTimers();
    expect(kept()).toBe('');
    write(draft, (fields) => {
      fields.text = 'once more';
    });
    write(draft, (fields) => {
      fields.text = '';
    });
    vi.runAllTimers();
    expect(kept()).toBe('');
  });

  it('goes at once with the link, and when another person enters in the tab', () => {
    for (const of of [NADIA, OMAR])
      write(new Draft(of, 'statement', 'r-1', { text: '' }), (fields) => {
        fields.text = `of ${of.link}`;
      });
    forgetDrafts('nadia');
    expect(kept()).not.toContain('of nadia');
    expect(kept()).toContain('of omar');
    forgetOthersDrafts('nadia');
    expect(kept()).toBe('');
  });

  it('makes room for newer ones', () => {
    for (let at = 0; at <= DRAFTS_MAX; at += 1)
      write(new Draft(NADIA, 'statement', `r-${at}`, { text: '' }), (fields) => {
        fields.text = `${at}`;
      });
    const text = (request: string) => new Draft(NADIA, 'statement', request, { text: '' }).fields.text;
    expect([text('r-0'), text('r-1'), text(`r-${DRAFTS_MAX}`)]).toEqual(['', '1', `${DRAFTS_MAX}`]);
    write(new Draft(NADIA, 'statement', 'long', { text: '' }), (fields) => {
      fields.text = 'x'.repeat(500_000);
    });
    expect([text('long'), text('r-1')]).toEqual(['', '']);
  });

  it('is what every dialog with fields has', () => {
    const fields = new Set(filesOf(placesOf(/\bbind:(value|group|checked|chosen|votes|position)\b/)));
    const dialogs = filesOf(placesOf(/<(Dialog|AskForm)\b/)).filter((file) => fields.has(file));
    const kept = new Set(filesOf(placesOf(/\bdraftOf\b/)));
    expect(dialogs.length).toBeGreaterThan(15);
    // Settings act at once: nothing of them waits to be sent. A call for help is one choice, and words that are looked for
    // are asked anew. Files that are given are kept by no page, and what is taken home is chosen anew.
    expect(dialogs.filter((file) => !kept.has(file))).toEqual([
      'booth/DevicesDialog.svelte',
      'dock/More.svelte',
      'documents/DocumentDialog.svelte',
      'exports/ExportsDialog.svelte',
      'help/CallDialog.svelte',
      'ui/KeysDialog.svelte',
    ]);
  });
});
