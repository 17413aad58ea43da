/** What the room shows of motions: it comes after the page, with its words, for there are seldom any. */
import { needPart } from '../i18n/i18n.svelte.ts';

export { default as MotionAlert } from './MotionAlert.svelte';
export { default as MotionDialog } from './MotionDialog.svelte';
export { default as Told } from './Told.svelte';

await needPart('motions');
