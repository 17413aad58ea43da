import type { Rolldown } from 'vite';
export function chunks(entry: string): Rolldown.CodeSplittingOptions;
