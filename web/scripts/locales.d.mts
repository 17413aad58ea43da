import type { Plugin } from 'vite';
export function partOf(name: string): string | null;
export function languagesOf(folder: string): string[];
export function partsOf(folder: string): string[];
export function readLocale(folder: string, language: string): string;
export function locales(folder: string): Plugin;
