/** Who of the others writes where, told by the updates that come of them. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { type Place, placesOf, WRITES_MS, Writers } from '../src/outcome/writers.ts';

/** What each change of a text touches, where it touches anything: Yjs tidies up in changes of their own. */
function watched(): { doc: Y.Doc; told: Place[][] } {
  const doc = new Y.Doc();
  const told: Place[][] = [];
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    const places = placesOf(transaction);
    if (places.length > 0) told.push(places);
  });
  return { doc, told };
}

function paragraph(id: string, words: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph');
  element.setAttribute('id', id);
  element.insert(0, [new Y.XmlText(words)]);
  return element;
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('each change is told with its language and its paragraph, as another page takes it in', () => {
  const [mine, theirs] = [watched(), watched()];
  for (const language of ['ar', 'en']) theirs.doc.getXmlFragment(language);
  mine.doc.on('update', (update: Uint8Array) => Y.applyUpdate(theirs.doc, update));
  const [arabic, english] = [mine.doc.getXmlFragment('ar'), mine.doc.getXmlFragment('en')];
  english.insert(0, [paragraph('p1', 'Data are shared.'), paragraph('p2', 'Rights are upheld.')]);
  arabic.insert(0, [paragraph('p1', 'تُتبادَل البيانات.')]);
  (arabic.get(0) as Y.XmlElement).setAttribute('of', 'mark');
  const words = (english.get(1) as Y.XmlElement).get(0) as Y.XmlText;
  words.insert(0, 'All ');
  words.format(0, 3, { bracket: { by: 'Iraq' } });
  words.delete(0, 4);
  const touched = [
    [
      { language: 'en', paragraph: 'p1' },
      { language: 'en', paragraph: 'p2' },
    ],
    [{ language: 'ar', paragraph: 'p1' }],
    [{ language: 'ar', paragraph: 'p1' }],
    [{ language: 'en', paragraph: 'p2' }],
    [{ language: 'en', paragraph: 'p2' }],
    [{ language: 'en', paragraph: 'p2' }],
  ];
  expect(mine.told).toEqual(touched);
  expect(theirs.told).toEqual(touched);
});

it('somebody who breaks a paragraph is in the new one, and one that is taken away is nowhere', () => {
  const { doc, told } = watched();
  const english = doc.getXmlFragment('en');
  english.insert(0, [paragraph('p1', 'Data are shared. Rights are upheld.')]);
  doc.transact(() => {
    ((english.get(0) as Y.XmlElement).get(0) as Y.XmlText).delete(16, 19);
    english.insert(1, [paragraph('p2', 'Rights are upheld.')]);
  });
  expect(told.at(-1)?.at(-1)).toEqual({ language: 'en', paragraph: 'p2' });
  const before = told.length;
  english.delete(1, 1);
  expect(told).toHaveLength(before);
});

it('whoever writes is at one place, the last, and nowhere once they have stopped', () => {
  const writers = new Writers();
  const at = (paragraph: string) => writers.at('en', paragraph);
  writers.note('amal', [{ language: 'en', paragraph: 'p1' }]);
  writers.note('karim', [{ language: 'en', paragraph: 'p1' }]);
  expect(at('p1')).toEqual(['amal', 'karim']);
  vi.advanceTimersByTime(WRITES_MS - 1);
  writers.note('amal', [
    { language: 'en', paragraph: 'p1' },
    { language: 'en', paragraph: 'p2' },
  ]);
  writers.note('karim', []);
  expect([at('p1'), at('p2'), writers.at('ar', 'p2')]).toEqual([['karim'], ['amal'], []]);
  vi.advanceTimersByTime(1);
  expect([at('p1'), at('p2')]).toEqual([[], ['amal']]);
  vi.advanceTimersByTime(WRITES_MS);
  expect(at('p2')).toEqual([]);
});
