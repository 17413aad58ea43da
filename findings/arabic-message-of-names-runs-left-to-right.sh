#!/usr/bin/env bash
# @fluent/bundle 0.19.1 and the bidirectional algorithm (UAX #9; bidi-js 1.0.3): an Arabic message made of names alone
# runs from left to right.
#
# Guess: a message in an Arabic bundle, filled with Arabic names, is Arabic, and `dir="auto"` (or
# `unicode-bidi: plaintext`) draws it from right to left.
# Seen: Fluent puts each name into isolates (U+2068 … U+2069), as it should. Rule P2 looks for the first strong letter
# and passes over what is isolated, so in "{ $delegation }، { $person }" it finds none, and the paragraph is given level
# 0: the person stands left of the delegation's comma, where an Arabic reader looks for the delegation's end. One Arabic
# word outside the isolates turns it to level 1; so does U+200F at the front.
#
# For a conference: "I give the floor to Iraq, Mr. …" shown as parts has its parts in the wrong order, on the chair's
# script and the name plate. Plenary marks such messages (web/src/i18n, `directed`; tests/i18n.test.ts).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund @fluent/bundle@0.19.1 bidi-js@1.0.3
cat >look.mjs <<'JS'
import assert from 'node:assert/strict';
import { FluentBundle, FluentResource } from '@fluent/bundle';
import bidiFactory from 'bidi-js';

const bundle = new FluentBundle('ar');
bundle.addResource(new FluentResource('names = { $delegation }، { $person }\nsentence = الكلمة لـ { $delegation }\n'));
const filled = (id) => bundle.formatPattern(bundle.getMessage(id).value, { delegation: 'لبنان', person: 'ليلى' });
const level = (text) => bidiFactory().getEmbeddingLevels(text).paragraphs[0].level;

for (const [what, text, expected] of [
  ['names alone', filled('names'), 0],
  ['names alone, U+200F before them', `\u200f${filled('names')}`, 1],
  ['a word outside the isolates', filled('sentence'), 1],
]) {
  console.log(`${what}: paragraph level ${level(text)} (${level(text) === 0 ? 'left to right' : 'right to left'})`);
  assert.equal(level(text), expected, what);
}
JS
node look.mjs
