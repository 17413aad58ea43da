import type { Plugin } from 'vite';
export function ahead(words: Record<string, string>): void;
export function headStart(): Plugin;
