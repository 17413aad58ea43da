/** Before each file of tests: the words that every screen of a session has with it. */
import { needPart, showLocale } from '../src/i18n/i18n.svelte.ts';

await showLocale('en');
await needPart('room');
