/** When a request may expect the floor, in words: the server's range, in minutes from now. */
import type { ExpectationView } from '$protocol';
import { t } from './i18n.svelte.ts';

const MINUTE_MS = 60_000;

/** "in about 9 to 18 minutes"; empty where the server gives no range. Reactive. */
export function expectationWords(expected: ExpectationView | null | undefined, now_ms: number): string {
  if (!expected) return '';
  const from = Math.max(0, Math.floor((expected.earliest_ms - now_ms) / MINUTE_MS));
  const to = Math.max(0, Math.ceil((expected.latest_ms - now_ms) / MINUTE_MS));
  if (to <= 1) return t('expected-soon');
  if (from === to) return t('expected-about', { minutes: to });
  return from === 0 ? t('expected-within', { minutes: to }) : t('expected-between', { from, minutes: to });
}
