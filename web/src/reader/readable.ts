/** Files that can be read in the page. */
import type { FileKind } from '$protocol';

/** A file, and where it is. */
export interface Readable {
  name: string;
  kind: FileKind;
  href: string;
  language: string;
}

/** What kind of file it is, for readers. */
export function kindOf({ kind }: Pick<Readable, 'kind'>): string {
  return kind === 'text' ? 'TXT' : kind.toUpperCase();
}

/** Where what a file says is read, line by line. */
export function textUrl({ kind, href }: Pick<Readable, 'kind' | 'href'>): string {
  return kind === 'text' ? href : `${href}/text`;
}
