/** Documents of the conference: how they are put together, and how a file is given. */
import type { DocumentOf, FileView, GivenFile } from '$protocol';
import { call, type Outcome } from '../api.ts';
import { t, worded } from '../i18n/i18n.svelte.ts';
import type { OwnDocument, OwnProgramme } from '../programme/own.ts';

/** Documents that belong to one thing. */
export interface Group {
  /** What that is, for keys. */
  key: string;
  /** What it is called. */
  title: string;
  documents: readonly OwnDocument[];
}

/** A name of what documents belong to that no other has. */
export function keyOf(of: DocumentOf): string {
  if (of.of === 'session') return `session ${of.session}`;
  return of.of === 'item' ? `item ${of.item}` : 'conference';
}

/** What documents can belong to, in the order in which it is listed: the conference, its items, its sessions. */
export function placesOf({ items, sessions }: Pick<OwnProgramme, 'items' | 'sessions'>): DocumentOf[] {
  return [
    { of: 'conference' },
    ...items.map(({ id }): DocumentOf => ({ of: 'item', item: id })),
    ...sessions.map(({ id }): DocumentOf => ({ of: 'session', session: id })),
  ];
}

/** What something that documents belong to is called. */
export function nameOf(
  of: DocumentOf,
  { items, sessions }: Pick<OwnProgramme, 'items' | 'sessions'>,
): string {
  switch (of.of) {
    case 'conference':
      return t('documents-of-conference');
    case 'item':
      return worded(items.find(({ id }) => id === of.item)?.title ?? {});
    case 'session':
      return worded(sessions.find(({ id }) => id === of.session)?.title ?? {});
  }
}

/** The documents by what they belong to, without what has none. */
export function grouped(lobby: Pick<OwnProgramme, 'items' | 'sessions' | 'documents'>): Group[] {
  return placesOf(lobby).flatMap((of) => {
    const key = keyOf(of);
    const documents = lobby.documents.filter((one) => keyOf(one.of) === key);
    return documents.length === 0 ? [] : [{ key, title: nameOf(of, lobby), documents }];
  });
}

/** The files of a document in the order of the conference's languages. */
export function filesOf(
  { files }: Pick<OwnDocument, 'files'>,
  languages: readonly string[],
): { language: string; file: FileView }[] {
  return languages.flatMap((language) => {
    const file = files[language];
    return file ? [{ language, file }] : [];
  });
}

/** How large a file is, in words. */
export function sizeOf({ bytes }: Pick<FileView, 'bytes'>): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1_000));
  if (kilobytes < 1_000) return t('documents-size-kb', { size: String(kilobytes) });
  return t('documents-size-mb', { size: (kilobytes / 1_000).toFixed(1) });
}

/** Where the newest file of a document in a language is read. */
export function fileUrl(link: string, document: string, language: string): string {
  return `/as/${link}/api/documents/${document}/${language}`;
}

/** Where a file is read that another took the place of, by its number. */
export function earlierUrl(link: string, document: string, language: string, version: number): string {
  return `${fileUrl(link, document, language)}?version=${version}`;
}

/** Gives a file of a document. */
export function giveFile(
  link: string,
  document: string,
  language: string,
  file: File,
): Promise<Outcome<GivenFile>> {
  const name = new URLSearchParams({ name: file.name });
  return call(`${fileUrl(link, document, language)}?${name}`, { method: 'PUT', body: file });
}
