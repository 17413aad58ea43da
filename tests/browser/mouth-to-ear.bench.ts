/**
 * From mouth to ear on one machine: the time from a tone beginning in a speaker's microphone stream until the listener's
 * page plays it, over each transport. What a device adds at either end is not in it; how late the page's own thread reads the
 * clock is.
 */
import type { Page } from '@playwright/test';
import { expect, test } from './conference.ts';
import { onset, sing } from './ear.ts';
import { TONE, delegate, give, hearsOnly, observe, openSession } from './hall.ts';

/** Tones begun, each after a silence of this length in milliseconds and up to one frame of sound more. */
const ONSETS = 40;
const SILENCE_MS = 400;
const FRAME_MS = 20;
/** How long a tone lasts after it was heard. */
const TONE_MS = 100;

async function mouthToEar(mouth: Page, ear: Page): Promise<number[]> {
  const took: number[] = [];
  for (let number = 0; number < ONSETS; number += 1) {
    await sing(mouth, 0);
    // Tones begin at every place within a frame.
    await ear.waitForTimeout(SILENCE_MS + ((number * 7) % FRAME_MS));
    const began_ms = await sing(mouth, TONE.iraq);
    took.push((await onset(ear, began_ms)) - began_ms);
    await ear.waitForTimeout(TONE_MS);
  }
  return took;
}

/** The value below which a part of others lies. */
function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}

for (const transport of ['udp', 'tcp', 'ws'] as const) {
  test(`mouth to ear over ${transport}`, async ({ conference }) => {
    test.setTimeout(120_000);
    const chair = await openSession(conference);
    const iraq = await delegate(conference, 'iraq', transport);
    const observer = await observe(conference, transport);
    await give(chair, 'Iraq');
    await hearsOnly(observer, TONE.iraq);
    // The chair's page has nothing to do with it, and its drawing takes the processor from those that do.
    await chair.close();
    const took = await mouthToEar(iraq, observer);
    expect(took.every(Number.isFinite), 'every tone was heard').toBe(true);
    const told = [0, 0.5, 0.95, 1].map((part) => Math.round(quantile(took, part)));
    const [least, median, p95, most] = told;
    console.log(`mouth to ear over ${transport}: median ${median} ms, p95 ${p95} ms, ${least} to ${most} ms, of ${ONSETS} tones`);
  });
}
