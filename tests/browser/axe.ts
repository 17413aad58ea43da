/** Whether a screen is sound: no axe violation and nothing out of reach, in every language. */
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

/** Fails where the page is not, naming what it shows. */
export async function isSound(page: Page, what: string): Promise<void> {
  for (const tongue of TONGUES) {
    await speak(page, tongue);
    expect(await violations(page), `${what} in ${tongue}`).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, `${what} in ${tongue} is wider than the window`).toBeLessThanOrEqual(0);
  }
}
