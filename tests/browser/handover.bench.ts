/**
 * The silence that a listener hears where colleagues of one booth hand over, over each transport: from the last 10 ms in which
 * the one is heard to the first in which the other is. Six pages encode, decode and play on this machine meanwhile.
 */
import type { Page } from '@playwright/test';
import { expect, test } from './conference.ts';
import { changed } from './ear.ts';
import { TONE, delegate, give, goOnAir, handOver, hearsOnly, interpreter, listenTo, observe, openSession, withoutOriginal } from './hall.ts';

/** Times that the channel goes from one to the other. */
const HANDOVERS = 10;
/** What is looked at after each, in seconds; nothing of the handover before it may be in it. */
const LOOKED_AT = 3;

for (const transport of ['udp', 'tcp', 'ws'] as const) {
  test(`handover over ${transport}`, async ({ conference }) => {
    const chair = await openSession(conference);
    await delegate(conference, 'iraq', transport);
    const en = { page: await interpreter(conference, 'interpreter-en-1', TONE.en, transport), tone: TONE.en as number };
    const mate = { page: await interpreter(conference, 'interpreter-en-2', TONE.mate, transport), tone: TONE.mate as number };
    const observer = await observe(conference, transport);
    await give(chair, 'Iraq');
    await goOnAir(en.page);
    await listenTo(observer, 'English');
    await withoutOriginal(observer);
    await hearsOnly(observer, TONE.en);
    const gaps_ms: number[] = [];
    for (let number = 0; number < HANDOVERS; number += 1) {
      const [from, to] = number % 2 === 0 ? [en, mate] : [mate, en];
      gaps_ms.push(await gapBetween(observer, from, to));
    }
    expect(gaps_ms).toHaveLength(HANDOVERS);
    const sorted = gaps_ms.toSorted((a, b) => a - b);
    const told = [0, HANDOVERS / 2, HANDOVERS - 1].map((at) => Math.round(sorted[at] ?? Number.NaN));
    console.log(`handover over ${transport}: median ${told[1]} ms, ${told[0]} to ${told[2]} ms, of ${HANDOVERS}`);
  });
}

interface Voice {
  page: Page;
  tone: number;
}

async function gapBetween(observer: Page, from: Voice, to: Voice): Promise<number> {
  await observer.waitForTimeout(LOOKED_AT * 1000);
  await handOver(from.page, to.page);
  await hearsOnly(observer, to.tone);
  return (await changed(observer, from.tone, to.tone, LOOKED_AT)).gap_ms;
}
