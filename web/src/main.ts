/** Begins the page: its language, then its screens. */
import './styles/base.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { showLocale } from './i18n/i18n.svelte.ts';
import { route } from './route.svelte.ts';
import { firstLanguage } from './ui/language.ts';

const first = route();
await showLocale(firstLanguage('link' in first ? first.link : ''));

const target = document.getElementById('page');
if (target) mount(App, { target });
