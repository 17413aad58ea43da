/** Begins the page: its language, then its screens. */
import './styles/base.css';
import { flushSync, mount } from 'svelte';
import App from './App.svelte';
import { showLocale } from './i18n/i18n.svelte.ts';
import { route } from './route.svelte.ts';
import { leaveComposing } from './ui/composing.ts';
import { tellFaults } from './ui/faults.ts';
import { firstLanguage } from './ui/language.ts';
import { keepOpening } from './ui/opening.ts';

leaveComposing();
tellFaults();
const letGo = keepOpening();
const first = route();
await showLocale(firstLanguage('link' in first ? first.link : ''));

const target = document.getElementById('page');
// Where the server has written the page, it is taken over; sound that plays in it already goes on, and the page with it.
const isHeard = [...document.querySelectorAll('audio')].some((audio) => !audio.paused);
if (target && !isHeard) mount(App, { target });
// Screens that wait have been mounted, and keep it themselves.
flushSync();
if (!isHeard) letGo();
