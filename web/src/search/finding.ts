/** What finds words: in a session, and in one room of its chat. One file, for a page learns the name of each. */
export { default as ChatSearch } from '../chat/Search.svelte';
export { default as SearchDialog } from './SearchDialog.svelte';
