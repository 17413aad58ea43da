// The vite plugin that makes chunks of the locales: `virtual:locale/<language>` is the .ftl files that every page may
// need in one string, without the comments; `virtual:locale/<language>/<part>` is those of one screen.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PREFIX = 'virtual:locale/';
/** Screens and dialogs whose words come with them, not before: those of `chair.ftl` and of `chair-….ftl`. What the
 * chair reads out is read in a language of its own; `written` is the server's alone. */
export const PARTS = [
  'booth',
  'chair',
  'chat',
  'motions',
  'podium',
  'polls',
  'proceedings',
  'public',
  'room',
  'schedule',
  'script',
  'sheet',
  'statement',
  'written',
];
/** What all screens of a session show, whose words are in several files. */
const ROOM = ['podium', 'questions', 'sound', 'stage'];
/** Whether a file of words is of a part. */
export const isOf = (part, name) =>
  name === `${part}.ftl` ||
  name.startsWith(`${part}-`) ||
  (part === 'room' && ROOM.some((one) => isOf(one, name)));

/** All messages of a language, file after file in order of name. */
export function readLocale(folder, language) {
  const parts = readdirSync(join(folder, language)).filter((name) => name.endsWith('.ftl'));
  return parts
    .sort()
    .map((name) => readFileSync(join(folder, language, name), 'utf8'))
    .join('\n');
}

/** A part of a language, or what is left without the parts. */
function readPart(folder, language, part) {
  const files = readdirSync(join(folder, language)).filter((name) =>
    part ? isOf(part, name) : !PARTS.some((one) => isOf(one, name)),
  );
  return files.map((name) => readFileSync(join(folder, language, name), 'utf8')).join('\n');
}

/** @returns {import('vite').Plugin} */
export function locales(folder) {
  return {
    name: 'plenary-locales',
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined;
      const [language, part] = id.slice(PREFIX.length + 1).split('/');
      for (const name of readdirSync(join(folder, language))) this.addWatchFile(join(folder, language, name));
      const text = readPart(folder, language, part).replace(/^#.*\n/gm, '');
      return `export default ${JSON.stringify(text)};`;
    },
  };
}
