// Makes the committed fonts in src/fonts from the @fontsource packages: one weight each, only the characters and the
// features that the interface's languages need, without hints, which screens of today do without. Run after an update of
// those packages.
import { readFileSync, writeFileSync } from 'node:fs';
import subsetFont from 'subset-font';

const from = new URL('../node_modules/', import.meta.url).pathname;
const to = new URL('../src/fonts/', import.meta.url).pathname;

const range = (first, last) =>
  String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, i) => first + i));
const PUNCTUATION =
  range(0x2010, 0x2027) + range(0x2030, 0x203a) + String.fromCodePoint(0x2044, 0x20ac, 0x2122, 0x2212);
const LATIN = range(0x20, 0x7e) + range(0xa0, 0x17f) + PUNCTUATION;
// The letters of Arabic, with those that Persian, Kurdish and Moroccan names add; other scripts of the block are left
// to the reader's own fonts.
const ARABIC =
  range(0x621, 0x63a) +
  range(0x640, 0x655) +
  range(0x660, 0x66d) +
  range(0x6f0, 0x6f9) +
  '\u060c\u061b\u061f\u0670\u0671\u067e\u0686\u0698\u06a4\u06a9\u06ad\u06af\u06c6\u06cc\u06ce' +
  ' \u00ab\u00bb\u200c\u200d\u200e\u200f\u25cc';

/** Joining and placing of letters, and digits of one width; not fractions and the like. */
const FEATURES = 'calt ccmp fina init isol kern liga lnum locl mark medi mkmk rlig tnum'.split(' ');

const FONTS = [
  [
    '@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-400-normal.woff2',
    'plex-arabic-400',
    ARABIC,
  ],
  [
    '@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-600-normal.woff2',
    'plex-arabic-600',
    ARABIC,
  ],
  ['@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff2', 'plex-latin-400', LATIN],
  ['@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-600-normal.woff2', 'plex-latin-600', LATIN],
  ['@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-ext-400-normal.woff2', 'plex-latin-ext-400', null],
  ['@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-ext-600-normal.woff2', 'plex-latin-ext-600', null],
  [
    '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
    'serif-latin-600',
    LATIN,
    600,
  ],
  [
    '@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal.woff2',
    'naskh-arabic-600',
    ARABIC,
    600,
  ],
];

for (const [path, name, characters, weight] of FONTS) {
  const original = readFileSync(from + path);
  const font = await subsetFont(original, characters ?? '', {
    targetFormat: 'woff2',
    noHinting: true,
    keepFeatures: FEATURES,
    keepAllGlyphs: characters === null,
    ...(weight ? { variationAxes: { wght: weight } } : {}),
  });
  writeFileSync(`${to}${name}.woff2`, font);
  console.log(
    `${name}.woff2  ${(original.length / 1024).toFixed(1)} → ${(font.length / 1024).toFixed(1)} KiB`,
  );
}
