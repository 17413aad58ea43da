/** Documents: what they belong to, who decides on them, their files. */
import { expect, test } from 'vitest';
import type { DocumentOf } from '$protocol';
import { decidesOn } from '../src/documents/deciding.ts';
import { filesOf, fileUrl, grouped, keyOf, placesOf, sizeOf } from '../src/documents/documents.ts';
import { needPart } from '../src/i18n/i18n.svelte.ts';
import type { OwnDocument, OwnSession } from '../src/programme/own.ts';

await needPart('documents');

const session = (id: string, roles: OwnSession['roles']): OwnSession => ({
  id,
  title: { en: id },
  roles,
  kind: 'plenary',
  starts_at_ms: 0,
  ends_at_ms: 1,
  rescheduled: null,
  objectives: [],
  phase: 'scheduled',
});
const item = { id: 'reports', title: { en: 'Reports' }, closed: false, lists: [] };
const paper = (id: string, of: DocumentOf, files: OwnDocument['files'] = {}): OwnDocument => ({
  id,
  place: 1,
  of,
  title: { en: id },
  symbol: '',
  official: null,
  public: false,
  files,
});
const file = (bytes: number) => ({
  name: 'a.pdf',
  kind: 'pdf' as const,
  bytes,
  words: null,
  version: 1,
  at_ms: 0,
});

test('documents stand by what they belong to: the conference, its items, its sessions', () => {
  const sessions = [session('opening', []), session('closing', [])];
  const documents = [
    paper('a', { of: 'session', session: 'closing' }),
    paper('b', { of: 'conference' }),
    paper('c', { of: 'item', item: 'reports' }),
    paper('d', { of: 'session', session: 'closing' }),
  ];
  const groups = grouped({ items: [item], sessions, documents });
  expect(groups.map(({ title, documents }) => [title, documents.map(({ id }) => id)])).toEqual([
    ['The whole conference', ['b']],
    ['Reports', ['c']],
    ['closing', ['a', 'd']],
  ]);
  const keys = placesOf({ items: [item], sessions }).map(keyOf);
  expect(new Set(keys).size).toBe(4);
});

test('the secretariat of a session decides on its documents, that of all on the rest', () => {
  const all = { sessions: [session('opening', ['secretariat']), session('closing', ['secretariat'])] };
  const one = { sessions: [session('opening', ['secretariat']), session('closing', ['delegate'])] };
  const none = { sessions: [session('opening', ['chair', 'rapporteur'])] };
  const of: DocumentOf[] = [
    { of: 'conference' },
    { of: 'item', item: 'reports' },
    { of: 'session', session: 'opening' },
    { of: 'session', session: 'closing' },
  ];
  expect(of.map((one) => decidesOn(one, all))).toEqual([true, true, true, true]);
  expect(of.map((other) => decidesOn(other, one))).toEqual([false, false, true, false]);
  expect(of.map((one) => decidesOn(one, none))).toEqual([false, false, false, false]);
});

test('files stand in the order of the languages, and say how large they are', () => {
  const files = filesOf(paper('a', { of: 'conference' }, { fr: file(1), ar: file(2) }), ['ar', 'en', 'fr']);
  expect(files.map(({ language }) => language)).toEqual(['ar', 'fr']);
  expect(
    [1, 1_499, 999_499, 1_540_000].map((bytes) => sizeOf(file(bytes)).replace(/[\u2068\u2069]/g, '')),
  ).toEqual(['1 kB', '1 kB', '999 kB', '1.5 MB']);
  expect(fileUrl('l1', 'd-1', 'ar')).toBe('/as/l1/api/documents/d-1/ar');
});
