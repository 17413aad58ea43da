/** How what was found in a session is shown. */
import type { Finding, Place } from '$protocol';
import { locale } from '../i18n/i18n.svelte.ts';
import { plain } from '../proceedings/wording.ts';
import { type Run, runs } from './find.ts';
import { marked } from './marked.ts';

/** When it was said, written or recorded. */
export function timeOf(place: Place): number {
  return place.kind === 'paragraph' ? place.paragraph.at_ms : place.at_ms;
}

/** A name of a place that no other of its session has. */
export function keyOf(place: Place): string {
  switch (place.kind) {
    case 'text':
      return `${place.request} ${place.language}`;
    case 'message':
      return place.message;
    case 'paragraph':
      return `paragraph ${place.paragraph.id}`;
  }
}

/** What is shown of it. A paragraph is worded in the reader's language; what was found in another is shown as it was found. */
export function shown(finding: Finding, zone: string): Run[] {
  const { place, excerpt, marks } = finding;
  const found = runs(excerpt, marks);
  if (place.kind !== 'paragraph') return found;
  const worded = marked(plain(place.paragraph, { locale: locale(), zone }), finding);
  return worded.some((run) => run.marked) ? worded : [...worded, { text: '\n', marked: false }, ...found];
}
