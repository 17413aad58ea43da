/** Each line of what people write runs by its own first strong letter, on every screen: delegations write in two languages at once. */
import { expect, it } from 'vitest';
import { filesOf, placesOf } from './sources.ts';

it('text that keeps its lines has the one rule for them', () => {
  // The editor of the outcome document asks for it, and each of its paragraphs runs as its language does; over the picture of a
  // page of a PDF its words stand where the picture has them.
  expect(filesOf(placesOf(/white-space: pre/))).toEqual(['outcome/Column.svelte', 'reader/Pages.svelte']);
});

it('no text of several lines is given one direction', () => {
  // Fields decide by themselves, line by line; what else is of one line.
  const marked = placesOf(/dir="auto"/, (code) => code.includes('>{'));
  expect(filesOf(marked)).toEqual(['chat/Composer.svelte', 'chat/Message.svelte']);
  // The words of the page itself in another language than the rest of it, and fields for a language, which begin as it does.
  expect(filesOf(placesOf(/dir=\{directionOf/))).toEqual([
    'captioner/Abbreviations.svelte',
    'captioner/Entry.svelte',
    'chair/LookedAt.svelte',
    'chair/MainBox.svelte',
    'chair/RuleDialog.svelte',
    'chair/Script.svelte',
    'chair/SuspendDialog.svelte',
    'chat/Order.svelte',
    'enter/Nowhere.svelte',
    'moderator/Script.svelte',
    'podium/Calm.svelte',
    'questions/AskDialog.svelte',
    'rapporteur/Summary.svelte',
    'rapporteur/SummaryField.svelte',
    'reader/Reader.svelte',
    'texts/TextForm.svelte',
  ]);
});
