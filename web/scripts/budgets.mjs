// Fails where dist is larger than a person on a slow network should have to load. Sizes are gzip, in KB of 1000.
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const dist = new URL('../dist/', import.meta.url).pathname;
const assets = readdirSync(`${dist}assets`);
const html = readFileSync(`${dist}index.html`, 'utf8');

const size = (name) => {
  const bytes = readFileSync(`${dist}assets/${name}`);
  return (name.endsWith('.woff2') ? bytes.length : gzipSync(bytes, { level: 9 }).length) / 1000;
};
const total = (names) => names.reduce((sum, name) => sum + size(name), 0);
const like = (pattern) => assets.filter((name) => pattern.test(name));

const inHtml = (pattern) => [...html.matchAll(pattern)].map((match) => match[1]);
const entry = inHtml(/assets\/([^"]+\.js)"/g);
const entryCss = inHtml(/assets\/([^"]+\.css)"/g);
const locale = (language) => like(new RegExp(`^locale-${language}-.*\\.js$`));
const part = (name, language) => like(new RegExp(`^words-${name}-${language}-.*\\.js$`));
const lazy = (name) => like(new RegExp(`^${name}-.*\\.js$`));
/** Chunks and all that they cannot do without. */
const closure = (names, found = new Set()) => {
  for (const name of names.filter((one) => !found.has(one))) {
    found.add(name);
    const text = readFileSync(`${dist}assets/${name}`, 'utf8');
    closure(
      [...text.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)].map((match) => match[1]),
      found,
    );
  }
  return [...found];
};
const fonts = (...names) => names.flatMap((name) => like(new RegExp(`^${name}-[^-]+.*\\.woff2$`)));

const latin = fonts('plex-latin-400', 'plex-latin-600', 'serif-latin-600');
const arabic = fonts('plex-arabic-400', 'plex-arabic-600', 'naskh-arabic-600');

const BUDGETS = [
  ['session room, JavaScript', closure([...entry, ...lazy('Session')]), 80, 100],
  ['chair, JavaScript', lazy('Chair'), 60, 60],
  ["interpreter's console, JavaScript", lazy('Booth'), 20, 20],
  ['public page, JavaScript', lazy('Public'), 10, 10],
  ['proceedings, JavaScript', lazy('Proceedings'), 10, 10],
  ['podium, JavaScript', lazy('Podium'), 60, 60],
  ["the desk's order in the chat, JavaScript", lazy('Order'), 10, 10],
  // Each console brings its own style on top of what all share; nobody is at two of them.
  [
    'CSS without the consoles',
    like(/\.css$/).filter(
      (name) =>
        !/^(Booth|Chair|Cue|DeskPolls|FromChair|MotionAlert|MotionDialog|Order|Podium|PollScreen|Proceedings|Public|Result|RunSheet|ScheduleDialog|motions|polls|settled|StatementDialog)-/.test(
          name,
        ),
    ),
    15,
    18,
  ],
  ["the desk's order in the chat, CSS", like(/^Order-.*\.css$/), 2, 2],
  ['motions, CSS', like(/^(Motion(Alert|Dialog)|motions)-.*\.css$/), 2, 2],
  ['podium, CSS', like(/^Podium-.*\.css$/), 1, 1],
  ['a poll on the podium, JavaScript', lazy('PollScreen'), 2, 2],
  ['a poll on the podium, CSS', like(/^PollScreen-.*\.css$/), 1, 1],
  ['statement, CSS', like(/^StatementDialog-.*\.css$/), 2, 2],
  ['statement, JavaScript', lazy('StatementDialog'), 10, 10],
  ['making a recording, JavaScript', lazy('recording'), 90, 120],
  ['proceedings, CSS', like(/^Proceedings-.*\.css$/), 2, 2],
  ["chair's console, CSS", like(/^(Chair|settled)-.*\.css$/), 5, 5],
  ["interpreter's console, CSS", like(/^Booth-.*\.css$/), 5, 5],
  ['polls and the run sheet, JavaScript', lazy('(Cue|DeskPolls|Result|RunSheet|polls)'), 15, 15],
  ['polls and the run sheet, CSS', like(/^(Cue|DeskPolls|Result|RunSheet|polls)-.*\.css$/), 3, 3],
  ['time and title, JavaScript', lazy('ScheduleDialog'), 5, 5],
  ['time and title, CSS', like(/^ScheduleDialog-.*\.css$/), 1, 1],
  ['public page, CSS', like(/^Public-.*\.css$/), 5, 5],
  ...['en', 'ar', 'fr'].flatMap((language) => [
    [`locale ${language}`, locale(language), 11, 11],
    [`chat ${language}`, part('chat', language), 4, 4],
    [`interpreter's console ${language}`, part('booth', language), 4, 4],
    [`chair's console ${language}`, part('chair', language), 7, 7],
    [`what the chair reads out ${language}`, part('script', language), 2, 2],
    [`motions ${language}`, part('motions', language), 3, 3],
    [`polls ${language}`, part('polls', language), 3, 3],
    [`run sheet ${language}`, part('sheet', language), 2, 2],
    [`proceedings ${language}`, part('proceedings', language), 3, 3],
    [`public page ${language}`, part('public', language), 2, 2],
    [`time and title ${language}`, part('schedule', language), 2, 2],
    [`statement ${language}`, part('statement', language), 1.5, 1.5],
  ]),
  ['first visit, English', [...entry, ...entryCss, ...locale('en'), ...latin], 190, 190],
  ['first visit, Arabic', [...entry, ...entryCss, ...locale('ar'), ...latin, ...arabic], 225, 225],
];

let over = false;
for (const [what, names, budget, limit] of BUDGETS) {
  const kb = total(names);
  const verdict = names.length === 0 ? 'MISSING' : kb > limit ? 'OVER' : kb > budget ? 'above the aim' : 'ok';
  over ||= verdict === 'OVER' || verdict === 'MISSING';
  console.log(
    `${what.padEnd(34)} ${kb.toFixed(1).padStart(7)} KB of ${String(budget).padStart(3)}  ${verdict}`,
  );
}
process.exitCode = over ? 1 : 0;
