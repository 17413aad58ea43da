/** What the room needs of polls, in one chunk: only sessions that have polls load it. */
export { default as Polls } from './Polls.svelte';
