// Writes src/i18n/keys.gen.ts: the type of every message and its arguments, from the English source, and the names of the
// languages and of the parts that there are.
import { readFileSync, writeFileSync } from 'node:fs';
import { parse, Visitor } from '@fluent/syntax';
import { languagesOf, partsOf, readLocale } from './locales.mjs';

const source = new URL('../src/locales', import.meta.url).pathname;
const target = new URL('../src/i18n/keys.gen.ts', import.meta.url).pathname;

class Variables extends Visitor {
  found = new Set();
  constructor(messages) {
    super();
    this.messages = messages;
  }
  visitVariableReference(node) {
    this.found.add(node.id.name);
  }
  /** A message within a message takes the same arguments. */
  visitMessageReference(node) {
    const message = this.messages.find((one) => one.id.name === node.id.name);
    if (!message) throw new Error(`${node.id.name}: is named in a message but not given`);
    this.visit(message);
  }
}

/** Arguments a message takes, in order of name. */
function variablesOf(message, messages) {
  const variables = new Variables(messages);
  variables.visit(message);
  return [...variables.found].sort();
}

/** Messages of a language as `[key, arguments]`; throws at what Fluent cannot read. */
export function messagesOf(text) {
  const { body } = parse(text, {});
  const junk = body.find((entry) => entry.type === 'Junk');
  if (junk) throw new Error(`not Fluent: ${junk.content.trim()}`);
  const messages = body.filter((entry) => entry.type === 'Message');
  return messages.map((message) => [message.id.name, variablesOf(message, messages)]);
}

function line([key, variables]) {
  const args = variables.map((name) => `${name}: Argument`).join('; ');
  return `  '${key}': ${variables.length ? `{ ${args} }` : 'undefined'};`;
}

if (import.meta.url === `file://${process.argv[1]}`) {
  const messages = messagesOf(readLocale(source, 'en'));
  const twice = messages.find(([key], at) => messages.findIndex(([other]) => other === key) !== at);
  if (twice) throw new Error(`${twice[0]}: is given twice in src/locales/en; rename one`);
  const either = (names) => names.map((name) => `'${name}'`).join(' | ');
  const text = `// Made from src/locales by scripts/keys.mjs. Not to be edited by hand.

export type Locale = ${either(languagesOf(source))};

export type Part = ${either(partsOf(source))};

export type Argument = string | number;

export interface Messages {
${messages.map(line).join('\n')}
}
`;
  const before = (() => {
    try {
      return readFileSync(target, 'utf8');
    } catch {
      return '';
    }
  })();
  if (before !== text) writeFileSync(target, text);
}
