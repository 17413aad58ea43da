/** Whether a screen is sound for everybody: no axe violation in any language, and nothing wider than the window. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Page, expect } from '@playwright/test';
import { speak } from './conference.ts';
import { TONGUES } from './words.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with the page, one line for each place. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    type Found = { violations: { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }[] };
    const axe = (globalThis as unknown as { axe: { run(options: object): Promise<Found> } }).axe;
    const found = await axe.run({ resultTypes: ['violations'] });
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
    );
  });
}

/** The page as it stands, in the language it is in. */
export async function isSoundHere(page: Page, what: string): Promise<void> {
  expect(await violations(page), what).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow, `${what} is wider than the window`).toBeLessThanOrEqual(0);
}

/** The page in each language; the podium's screen, which has no switch of languages, in the display's. */
export async function isSound(page: Page, what: string): Promise<void> {
  if (page.url().endsWith('/podium')) return isSoundHere(page, what);
  for (const tongue of TONGUES) {
    await speak(page, tongue);
    await isSoundHere(page, `${what} in ${tongue}`);
  }
}
