#!/usr/bin/env bash
# Node 22.23.3 (ICU 78.3, CLDR 48): among the 22 members of the League of Arab States, Arabic writes February and 1234.5
# in three ways each and July in four, and no locale writes the month as the United Nations does.
#
# Guess: `ar` is one language; a date formatted for it is read alike by every delegation, and a page may pass the
# browser's own tag (`ar-LB`, `ar-DZ`) to Intl.
# Seen: فبراير, شباط and فيفري; 1,234.5, 1.234,5 and ١٬٢٣٤٫٥; يوليو, تموز, جويلية and Morocco's يوليوز. Iraq, Jordan,
# Lebanon, Palestine and Syria read شباط, the others do not. The form of the United Nations, شباط/فبراير, is none of
# them, and digits and their marks change with the reader.
#
# For a conference: one page would show a different date to each delegation, and a time limit in other digits than the
# chair reads out. Plenary formats with `ar` and Latin digits for everybody and writes both months
# (web/src/i18n/times.ts; web/tests/times.test.ts).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund node@22.23.3
cat >look.mjs <<'JS'
import assert from 'node:assert/strict';

const states = 'DZ BH KM DJ EG IQ JO KW LB LY MR MA OM PS QA SA SO SD SY TN AE YE'.split(' ');
const month = (tag, number) => new Intl.DateTimeFormat(tag, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2021, number - 1, 24));
const groups = (of) => {
  const found = new Map();
  for (const state of states) found.set(of(`ar-${state}`), [...(found.get(of(`ar-${state}`)) ?? []), state].sort());
  for (const [text, who] of found) console.log(`${text}: ${who.join(' ')}`);
  return found;
};

console.log(`Node ${process.version}, ICU ${process.versions.icu}, CLDR ${process.versions.cldr}`);
const february = groups((tag) => month(tag, 2));
assert.deepEqual([...february.keys()].sort(), ['شباط', 'فبراير', 'فيفري'].sort());
assert.deepEqual(february.get('شباط'), ['IQ', 'JO', 'LB', 'PS', 'SY']);
const july = groups((tag) => month(tag, 7));
assert.equal(july.size, 4);
const numbers = groups((tag) => new Intl.NumberFormat(tag).format(1234.5));
assert.deepEqual([...numbers.keys()].sort(), ['1,234.5', '1.234,5', '١٬٢٣٤٫٥'].sort());
JS
node_modules/.bin/node look.mjs
