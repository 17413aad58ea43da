// The vite plugin that makes one chunk of each locale: `virtual:locale/<language>` is all its .ftl files in one
// string, without the comments.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PREFIX = 'virtual:locale/';

/** All messages of a language, file after file in order of name. */
export function readLocale(folder, language) {
  const parts = readdirSync(join(folder, language)).filter((name) => name.endsWith('.ftl'));
  return parts
    .sort()
    .map((name) => readFileSync(join(folder, language, name), 'utf8'))
    .join('\n');
}

/** @returns {import('vite').Plugin} */
export function locales(folder) {
  return {
    name: 'plenary-locales',
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined;
      const language = id.slice(PREFIX.length + 1);
      for (const name of readdirSync(join(folder, language))) this.addWatchFile(join(folder, language, name));
      const text = readLocale(folder, language).replace(/^#.*\n/gm, '');
      return `export default ${JSON.stringify(text)};`;
    },
  };
}
