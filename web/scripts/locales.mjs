// The vite plugin that makes chunks of the locales: `virtual:locale/<language>` is the .ftl files that every page may
// need in one string, without the comments; `virtual:locale/<language>/<part>` is those of one part, whose words come with
// what shows them; `virtual:locales` tells how each is fetched.
//
// Which languages there are the folders say, and which parts the files: `polls.ftl` and `polls-….ftl` are the part `polls`.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ALL = 'virtual:locales';
const PREFIX = 'virtual:locale/';
/** Files that every page has, instead of a part that comes later. */
const EVERY_PAGE = ['common', 'lobby', 'programme'];
/** The files whose words the server alone shows: pages that it writes, and the record. */
const SERVER = ['written', 'record'];

/** The part of a file of words: none for what every page has or only the server. */
export function partOf(name) {
  const [part] = name.split(/[-.]/);
  return EVERY_PAGE.includes(part) || SERVER.includes(part) ? null : part;
}

const filesOf = (folder, language) =>
  readdirSync(join(folder, language))
    .filter((name) => name.endsWith('.ftl'))
    .sort();
const textOf = (folder, language, names) =>
  names.map((name) => readFileSync(join(folder, language, name), 'utf8')).join('\n');

/** All languages: English, which the others are translated from, then by their names. */
export function languagesOf(folder) {
  const others = readdirSync(folder).filter((one) => one !== 'en');
  return ['en', ...others.sort()];
}

/** All parts, by their names. */
export function partsOf(folder) {
  return [...new Set(filesOf(folder, 'en').map(partOf))].filter((part) => part !== null);
}

/** All messages of a language, file after file in order of name. */
export function readLocale(folder, language) {
  return textOf(folder, language, filesOf(folder, language));
}

/** A part of a language, or what every page has. */
function readPart(folder, language, part = null) {
  const ofServer = (name) => SERVER.some((one) => name === `${one}.ftl`);
  const names = filesOf(folder, language).filter((name) => partOf(name) === part && !ofServer(name));
  return textOf(folder, language, names).replace(/^#.*\n/gm, '');
}

/** How each language and each part of it is fetched, by `ar` and `ar/booth`. */
function fetching(folder) {
  const languages = languagesOf(folder);
  const names = languages.flatMap((one) => [one, ...partsOf(folder).map((part) => `${one}/${part}`)]);
  const sources = names.map((name) => `'${name}': () => import('${PREFIX}${name}')`);
  return `export const LOCALES = ${JSON.stringify(languages)};\nexport const SOURCES = {${sources}};`;
}

/** @returns {import('vite').Plugin} */
export function locales(folder) {
  return {
    name: 'plenary-locales',
    resolveId: (id) => (id === ALL || id.startsWith(PREFIX) ? `\0${id}` : undefined),
    load(id) {
      if (id === `\0${ALL}`) return fetching(folder);
      if (!id.startsWith(`\0${PREFIX}`)) return undefined;
      const [language, part] = id.slice(PREFIX.length + 1).split('/');
      for (const name of readdirSync(join(folder, language))) this.addWatchFile(join(folder, language, name));
      return `export default ${JSON.stringify(readPart(folder, language, part))};`;
    },
  };
}
