#!/usr/bin/env bash
# y-prosemirror 1.3.7 with Yjs 13.6.33: a paragraph that two people change while they are apart does not come together as its words
# do. Broken in the same place by both, what follows stands twice; a word that one writes behind the place where the other breaks it
# ends up in the paragraph before; and a word that one writes into a paragraph which the other joins to the one before is gone.
#
# Guess: texts converge without loss, so to break a paragraph or to join two is one more edit that merges like any other.
# Seen: all pages do come to the same text, but a break is kept as "these words go, and a new paragraph has them", a join the other
# way round. The words are thus removed and written anew: twice by two who break, and without what others wrote in between.
#
# For a conference: several write the outcome document, one of them in a train. Nothing tells whoever wrote a sentence that
# it is gone, or that an article now stands twice. So the editor of Plenary tells whoever has just written in a paragraph that it was
# taken away, with the words (web/src/outcome/editor.ts; web/tests/outcome.test.ts), gives what stands twice a tie of its own, which
# is shown as missing in the other languages, and keeps each update, so that every earlier text can be had again.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund yjs@13.6.33 y-prosemirror@1.3.7 y-protocols@1.0.7 \
    prosemirror-model@1.25.13 prosemirror-state@1.4.4 prosemirror-view@1.44.0
cat >look.mjs <<'JS'
import assert from 'node:assert/strict';
import { Schema } from 'prosemirror-model';
import { updateYFragment, yXmlFragmentToProseMirrorRootNode } from 'y-prosemirror';
import * as Y from 'yjs';

const schema = new Schema({ nodes: { doc: { content: 'paragraph+' }, paragraph: { content: 'text*' }, text: {} } });
const paragraph = (text) => schema.node('paragraph', null, [schema.text(text)]);
/** Writes as the editor does: by what differs. */
const write = (page, ...texts) =>
  page.transact(() => {
    const meta = { mapping: new Map(), isOMark: new Map() };
    updateYFragment(page, page.getXmlFragment('text'), schema.node('doc', null, texts.map(paragraph)), meta);
  });
const read = (page) =>
  yXmlFragmentToProseMirrorRootNode(page.getXmlFragment('text'), schema).content.content.map((one) => one.textContent);

/** Two pages with the same text, which then write apart and meet again. */
function apart(before, one, other) {
  const pages = [1, 2].map((id) => Object.assign(new Y.Doc(), { clientID: id }));
  write(pages[0], ...before);
  Y.applyUpdate(pages[1], Y.encodeStateAsUpdate(pages[0]));
  write(pages[0], ...one);
  write(pages[1], ...other);
  Y.applyUpdate(pages[0], Y.encodeStateAsUpdate(pages[1]));
  Y.applyUpdate(pages[1], Y.encodeStateAsUpdate(pages[0]));
  assert.deepEqual(read(pages[0]), read(pages[1]));
  return read(pages[0]);
}

const whole = ['States share data. They do so yearly.'];
const broken = ['States share data.', ' They do so yearly.'];

const twice = apart(whole, broken, broken);
console.log('both break it in one place:          ', twice);
assert.deepEqual(twice, ['States share data.', ' They do so yearly.', ' They do so yearly.']);

const astray = apart(whole, broken, ['States share data. They do so twice yearly.']);
console.log('one breaks it, one writes "twice":   ', astray);
assert.deepEqual(astray, ['States share data.twice ', ' They do so yearly.']);

const gone = apart(broken, whole, ['States share data.', ' They do so twice yearly.']);
console.log('one joins the two, one writes "twice":', gone);
assert.deepEqual(gone, ['States share data. They do so yearly.']);
JS
node look.mjs
