// Fails where dist is larger than a person on a slow network should have to load. Sizes are what the server sends to a browser
// by HTTPS, in kB of 1,000: brotli where there is one. `npm run build` comes first.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { languagesOf, partsOf } from './locales.mjs';

const dist = new URL('../dist/', import.meta.url).pathname;
const assets = readdirSync(`${dist}assets`).filter((name) => !/\.(br|gz)$/.test(name));
const html = readFileSync(`${dist}index.html`, 'utf8');

const size = (name) => {
  const path = name === 'index.html' ? `${dist}${name}` : `${dist}assets/${name}`;
  return statSync(existsSync(`${path}.br`) ? `${path}.br` : path).size / 1000;
};
const total = (names) => names.reduce((sum, name) => sum + size(name), 0);
const like = (pattern) => assets.filter((name) => pattern.test(name));
const script = (name) => like(new RegExp(`^${name}-.*\\.js$`));
const style = (name) => like(new RegExp(`^${name}-.*\\.css$`));
const font = (...names) => names.flatMap((name) => like(new RegExp(`^${name}-.*\\.woff2$`)));

const inHtml = (pattern) => [...html.matchAll(pattern)].map((match) => match[1]);
const entry = [
  'index.html',
  ...inHtml(/src="\/assets\/([^"]+\.js)"/g),
  ...inHtml(/href="\/assets\/([^"]+\.css)"/g),
];
const locale = (language) => script(`locale-${language}`);
const source = new URL('../src/locales', import.meta.url).pathname;
/** What words of a part may weigh where it is not 3; the session room comes with those of the chat. */
const WORDS = {
  booth: 4,
  chair: 9,
  office: 4,
  outcome: 4,
  public: 2,
  schedule: 2,
  script: 2,
  sheet: 2,
  statement: 1.5,
};
const PARTS = partsOf(source).filter((part) => part !== 'room' && part !== 'chat');
const words = (part, language) => script(`words-${part}-${language}`);

/** Chunks, all that they cannot do without, and the styles of those. */
const closure = (names, found = new Set()) => {
  for (const name of names.filter((one) => one.endsWith('.js') && !found.has(one))) {
    found.add(name);
    const text = readFileSync(`${dist}assets/${name}`, 'utf8');
    closure(
      [...text.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g)].map((match) => match[1]),
      found,
    );
  }
  return [...found];
};
const styled = (names) => names.flatMap((name) => style(name.split('-')[0]));
const without = (names, others) => [...new Set(names)].filter((name) => !others.includes(name));
const js = (names) => names.filter((name) => name.endsWith('.js'));

const first = js(entry);
const room = closure([...first, ...script('Session')]);
const rooms = [...room, ...styled(room)];
/** What a part adds to the session room, or to that and others. */
const added = (name, ...others) => {
  const all = closure(script(name));
  return without([...all, ...styled(all)], [...rooms, ...others]);
};
const chat = added('Chat');
const latin = font('plex-latin-400', 'plex-latin-600', 'serif-latin-600');
const arabic = font('plex-arabic-400', 'plex-arabic-600', 'naskh-arabic-600');

const BUDGETS = [
  ['first page, without words and fonts', entry, 40],
  ['session room, JavaScript', room, 80],
  ['session room, CSS', styled(room), 15],
  // Shown a moment after the room is drawn, or on a press.
  ['chat', chat, 14],
  ['what opens from the dock', added('Sheets'), 8],
  ["chair's desk", added('Chair'), 56],
  ["interpreter's console", added('Booth'), 26],
  ['podium', added('Podium'), 30],
  ["technician's page", added('Technician'), 20],
  ["rapporteur's desk", added('Rapporteur'), 30],
  ["what the rapporteur's desk asks", added('DeskDialogs', ...added('Rapporteur')), 10],
  ['documents of the record', added('ExportsDialog', ...added('Rapporteur')), 6],
  ['public page', without([...closure(script('Public')), ...style('Public')], entry), 15],
  ['outcome document, to read', added('Outcome'), 10],
  // The editor is its writers' alone.
  ['outcome document, to write', added('Writing', ...added('Outcome')), 100],
  ['proceedings', added('Proceedings'), 10],
  ["the desk's order in the chat", added('Order', ...chat), 4],
  ['statement', added('StatementDialog'), 15],
  ['time and title', added('ScheduleDialog'), 15],
  ['making a recording', added('recording'), 110],
  ...languagesOf(source).flatMap((language) => [
    [`words of every page, ${language}`, locale(language), 2.5],
    [`words of the session room, ${language}`, [...words('room', language), ...words('chat', language)], 12],
    ...PARTS.map((part) => [`words of ${part}, ${language}`, words(part, language), WORDS[part] ?? 3]),
  ]),
  // Heads and what the server tells of the lobby come on top: 120 and 150 on the wire.
  ['first visit, English', [...entry, ...locale('en'), ...latin], 90],
  ['first visit, Arabic', [...entry, ...locale('ar'), ...latin, ...arabic], 130],
];

let over = false;
for (const [what, names, budget] of BUDGETS) {
  const kb = total(names);
  const verdict = names.length === 0 ? 'MISSING' : kb > budget ? 'OVER' : 'ok';
  over ||= verdict !== 'ok';
  console.log(
    `${what.padEnd(42)} ${kb.toFixed(1).padStart(7)} kB of ${String(budget).padStart(3)}  ${verdict}`,
  );
}
process.exitCode = over ? 1 : 0;
