/** Addresses in a text: where each begins and ends, and which host it truly leads to. Nothing but http and https. */

/** A piece of a text: words as they stand, or an address. */
export type Piece = { text: string } | { text: string; href: string; host: string };

/** Marks of direction would let an address look like another; they end it, as blanks and quotes do. */
const ADDRESS = /https?:\/\/[^\s<>"'`«»“”\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/giu;
/** What ends a sentence rather than an address, in Latin and in Arabic. */
const AFTER = /[.,;:!?…،؛؟]$/u;
const PAIRS: Record<string, string> = { ')': '(', ']': '[', '}': '{' };

/** Whether a text may hold an address: most hold none, and need not be looked through. */
export function mayLink(text: string): boolean {
  return text.includes('://');
}

/** The text in pieces, in order; joined they are the text. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = withoutEnd(match[0]);
    const url = parsed(address);
    if (!url) continue;
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) });
    pieces.push({ text: address, href: url.href, host: url.host });
    from = match.index + address.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}

/** Whether the host reads otherwise than it is, as one of letters that look like Latin ones. */
export function isDisguised(piece: { text: string; host: string }): boolean {
  return !piece.text
    .toLowerCase()
    .slice(piece.text.indexOf('//') + 2)
    .startsWith(piece.host);
}

/** A name before the host is there to deceive: such an address stays words. */
function parsed(address: string): URL | null {
  try {
    const url = new URL(address);
    return url.username === '' && url.password === '' && url.hostname !== '' ? url : null;
  } catch {
    return null;
  }
}

/** Without what ends the sentence, and without a bracket that was opened before the address. */
function withoutEnd(address: string): string {
  for (let rest = address; ; rest = rest.slice(0, -1)) {
    const last = rest.at(-1) ?? '';
    const opening = PAIRS[last];
    const unpaired = opening !== undefined && rest.split(last).length > rest.split(opening).length;
    if (!AFTER.test(rest) && !unpaired) return rest;
  }
}

/** Writes a text into an element: its words as they stand, addresses as links that say where they truly lead, out of the
 * keyboard's reach. Made here rather than as components, of which a busy room would make many. */
export function writtenIn(element: HTMLElement, text: string): void {
  element.replaceChildren(...piecesOf(text).map((piece) => ('href' in piece ? linkOf(piece) : piece.text)));
}

function linkOf(piece: { text: string; href: string; host: string }): HTMLElement {
  const link = document.createElement('a');
  link.href = piece.href;
  link.target = '_blank';
  link.rel = 'noopener noreferrer nofollow';
  link.tabIndex = -1;
  link.textContent = piece.text;
  const isolated = document.createElement('bdi');
  isolated.dir = 'ltr';
  isolated.append(link, isDisguised(piece) ? `\u00a0(${piece.host})` : '');
  return isolated;
}
