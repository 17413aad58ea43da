/** The proceedings as a document of its own: for paper, for a file, for another program. */
import type { ParagraphView, SessionView } from '$protocol';
import { directionOf, type Locale, tIn, wordedFor } from '../i18n/i18n.svelte.ts';
import { day, dayKey, timeInRecord } from '../i18n/times.ts';
import { pieces, plain } from './wording.ts';

/** What a document is made of. */
export interface Proceedings {
  readonly locale: Locale;
  readonly session: SessionView;
  readonly paragraphs: readonly ParagraphView[];
}

/** Paragraphs with the day on which each is the first of that day, in the host's time. */
export function withDays(
  locale: Locale,
  zone: string,
  paragraphs: readonly ParagraphView[],
): { paragraph: ParagraphView; day: string | null }[] {
  return paragraphs.map((paragraph, at) => {
    const earlier = paragraphs[at - 1];
    const begins = !earlier || dayKey(zone, earlier.at_ms) !== dayKey(zone, paragraph.at_ms);
    return { paragraph, day: begins ? day(locale, zone, paragraph.at_ms) : null };
  });
}

/** The lines over the paragraphs. */
function head({ locale, session }: Proceedings): { title: string; lines: string[] } {
  const lines = [
    wordedFor(locale, session.conference_name),
    wordedFor(locale, session.title),
    wordedFor(locale, session.notice),
    tIn(locale, 'proceedings-note'),
    tIn(locale, 'proceedings-zone'),
  ];
  return { title: tIn(locale, 'proceedings'), lines: lines.filter(Boolean) };
}

/** The document as an element of a page, to be printed or written to a file. */
export function sheet(proceedings: Proceedings): HTMLElement {
  const { locale, session, paragraphs } = proceedings;
  const zone = session.time_zone;
  const article = element('article', '');
  article.className = 'sheet';
  article.lang = locale;
  article.dir = directionOf(locale);
  const { title, lines } = head(proceedings);
  article.append(element('h1', title), ...lines.map((line) => element('p', line)));
  let list: HTMLElement | null = null;
  for (const { paragraph, day } of withDays(locale, zone, paragraphs)) {
    if (day !== null || list === null) {
      list = element('ol', '');
      article.append(element('h2', day ?? ''), list);
    }
    const item = document.createElement('li');
    item.value = paragraph.number;
    const time = element('time', timeInRecord(locale, zone, paragraph.at_ms));
    const words = element('p', '');
    words.append(...pieces(paragraph, { locale, zone }).map(run));
    item.append(time, words);
    list.append(item);
  }
  return article;
}

function run({ text, strong }: { text: string; strong: boolean }): Node {
  return strong ? element('b', text) : document.createTextNode(text);
}

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

/** How a document in a file looks; it stands alone. */
const STYLE = `body{font:12pt/1.5 "IBM Plex Sans","IBM Plex Sans Arabic",Georgia,serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#111}
h1{font-size:1.5em;margin:0 0 .4em}h2{font-size:1.1em;margin:1.4em 0 .4em}p{margin:0 0 .3em}ol{padding-inline-start:2.6em;margin:0}
li{margin:0 0 .7em;break-inside:avoid}time{font-size:.85em;color:#444}`;

/** The document as an HTML file. */
export function htmlFile(proceedings: Proceedings): string {
  const { locale } = proceedings;
  const page = document.implementation.createHTMLDocument(tIn(locale, 'proceedings'));
  page.documentElement.lang = locale;
  page.documentElement.dir = directionOf(locale);
  const charset = page.createElement('meta');
  charset.setAttribute('charset', 'utf-8');
  const style = page.createElement('style');
  style.textContent = STYLE;
  page.head.append(charset, style);
  page.body.append(page.importNode(sheet(proceedings), true));
  return `<!doctype html>\n${page.documentElement.outerHTML}\n`;
}

/** The document as plain text. */
export function plainText(proceedings: Proceedings): string {
  const { locale, session, paragraphs } = proceedings;
  const zone = session.time_zone;
  const { title, lines } = head(proceedings);
  const told = withDays(locale, zone, paragraphs).flatMap(({ paragraph, day }) => [
    ...(day === null ? [] : ['', day, '']),
    `${paragraph.number}. ${timeInRecord(locale, zone, paragraph.at_ms)}  ${plain(paragraph, { locale, zone })}`,
  ]);
  return `${[title, ...lines, ...told].join('\n')}\n`;
}
