import type { Plugin } from 'vite';
export function readLocale(folder: string, language: string): string;
export function locales(folder: string): Plugin;
