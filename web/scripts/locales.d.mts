import type { Plugin } from 'vite';
export function readLocale(folder: string, language: string): string;
export function locales(folder: string): Plugin;
export const PARTS: readonly string[];
export function isOf(part: string, name: string): boolean;
