/** All that is to be heard of floor and booths, over each path of sound, for those who speak and for those who listen. */
import type { Page } from '@playwright/test';
import { type Conference, expect, test } from './conference.ts';
import { ABSENT_DB, changed, loudest, record, sing } from './ear.ts';
import {
  TONE,
  type Transport,
  delegate,
  give,
  goOnAir,
  handOver,
  heardOf,
  hearsOnly,
  interpreter,
  listenTo,
  observe,
  openSession,
  withoutOriginal,
} from './hall.ts';
import { words } from './words.ts';

/**
 * What the server itself would put between two voices if it held the channel for the one that left (half a second), less a
 * margin. Shorter gaps are this machine's: six pages that encode and play on two cores. `make bench-ear` measures them.
 */
const HELD_MS = 400;

/** A hall in session: Iraq has the floor, and those who interpret sit in their booths. */
interface Hall {
  chair: Page;
  iraq: Page;
  en: Page;
  mate: Page;
  fr: Page;
}

async function hall(conference: Conference, transport?: Transport): Promise<Hall> {
  const chair = await openSession(conference);
  const iraq = await delegate(conference, 'iraq', transport);
  const en = await interpreter(conference, 'interpreter-en-1', TONE.en, transport);
  const mate = await interpreter(conference, 'interpreter-en-2', TONE.mate, transport);
  const fr = await interpreter(conference, 'interpreter-fr-1', TONE.fr, transport);
  await give(chair, 'Iraq');
  return { chair, iraq, en, mate, fr };
}

/** The French booth does not understand Arabic: it takes relay from the English channel. */
async function takeRelay(fr: Page): Promise<void> {
  await fr.getByRole('radio', { name: /English/ }).click();
  await expect(fr.getByRole('radio', { name: /English/ })).toBeChecked();
  await fr.getByRole('radio', { name: words('en', 'booth-relay'), exact: true }).click();
  await hearsOnly(fr, TONE.en);
}

/** The chair closes Iraq's microphone, and whatever it sings then reaches nobody. */
async function closed({ chair, iraq }: Hall, listener: Page): Promise<void> {
  await chair.getByRole('button', { name: /^Close the microphone of/ }).click();
  await expect(iraq.getByRole('button', { name: words('ar', 'microphone-closed-by-chair') }).first()).toBeVisible();
  await hearsOnly(listener);
  await sing(iraq, 600);
  await sing(iraq, TONE.iraq);
  await hearsOnly(listener);
}

for (const transport of ['udp', 'tcp', 'ws'] as const) {
  test(`floor, interpretation, relay, handover, cough and switching are heard as they should over ${transport}`, async ({
    conference,
  }) => {
    test.setTimeout(120_000);
    const people = await hall(conference, transport);
    const { en, mate, fr } = people;
    const observer = await observe(conference, transport);

    await test.step('the floor is heard, in the booths too, and the page says by which transport', async () => {
      await hearsOnly(observer, TONE.iraq);
      await expect(observer.getByText(words('en', 'sound-transport', { transport }))).toBeVisible();
      await hearsOnly(en, TONE.iraq);
      // Nobody is on air yet: the channel carries the floor.
      await listenTo(observer, 'English');
      await hearsOnly(observer, TONE.iraq);
    });

    await test.step('a booth on air is heard on its channel', async () => {
      await goOnAir(en);
      await withoutOriginal(observer);
      await hearsOnly(observer, TONE.en);
      // The mate hears the source, and whoever is on air beside it.
      await hearsOnly(mate, TONE.iraq, TONE.en);
    });

    await test.step('relay goes through two booths', async () => {
      await takeRelay(fr);
      await goOnAir(fr);
      await listenTo(observer, 'Français');
      await hearsOnly(observer, TONE.fr);
    });

    await test.step("the floor passes through where its language is the channel's", async () => {
      await listenTo(observer, 'العربية');
      await hearsOnly(observer, TONE.iraq);
    });

    await test.step('a listener switches with hardly a silence', async () => {
      await listenTo(observer, 'English');
      await hearsOnly(observer, TONE.en);
      await listenTo(observer, 'Français');
      await hearsOnly(observer, TONE.fr);
      expect((await changed(observer, TONE.en, TONE.fr)).gap_ms).toBeLessThan(HELD_MS);
    });

    await test.step('colleagues hand over: never two at once, and nobody holds the channel between them', async () => {
      await listenTo(observer, 'English');
      await hearsOnly(observer, TONE.en);
      await handOver(en, mate);
      await hearsOnly(observer, TONE.mate);
      const { gap_ms, both_ms } = await changed(observer, TONE.en, TONE.mate);
      expect(both_ms).toBeLessThanOrEqual(10);
      expect(gap_ms).toBeLessThan(HELD_MS);
      // And nobody hears themselves.
      await hearsOnly(en, TONE.iraq, TONE.mate);
      await hearsOnly(mate, TONE.iraq);
    });

    await test.step('a cough is not heard', async () => {
      await mate.keyboard.down('x');
      await hearsOnly(observer);
      await mate.keyboard.up('x');
      await hearsOnly(observer, TONE.mate);
    });

    await test.step('who comes back hears the channel that they chose', async () => {
      await observer.reload();
      await hearsOnly(observer, TONE.mate);
    });

    await test.step('a microphone that the chair closes is not heard', async () => {
      await listenTo(observer, 'Floor');
      await hearsOnly(observer, TONE.iraq);
      await closed(people, observer);
    });
  });
}

test('a booth whose interpreter drops out carries the floor, until the colleague takes over', async ({ conference }) => {
  test.setTimeout(90_000);
  const { en, mate } = await hall(conference);
  const ar = await interpreter(conference, 'interpreter', TONE.ar);
  const observer = await observe(conference);
  await goOnAir(mate);
  await listenTo(observer, 'English');
  await withoutOriginal(observer);
  await hearsOnly(observer, TONE.mate);
  await mate.context().close();
  await hearsOnly(observer, TONE.iraq);
  await en.getByRole('button', { name: /Go on air|Take over/ }).click();
  await hearsOnly(observer, TONE.en);
  // Where the channel's language is spoken on the floor, the booth is staffed and off air.
  await listenTo(observer, 'العربية');
  await hearsOnly(observer, TONE.iraq);
  // A gap in the floor's sound is a click, which has a little of every tone: no more than of one that nobody sings.
  const sound = await record(observer, 30);
  const click = loudest(sound, (TONE.ar + TONE.en) / 2) + 6;
  expect(loudest(sound, TONE.ar), 'an interpreter off air is never heard').toBeLessThan(Math.max(ABSENT_DB, click));
  expect(await heardOf(ar, TONE.ar), 'nor in their own ears').toBeLessThan(ABSENT_DB);
});

test('who listens by the stream hears the same, some seconds later', async ({ conference }) => {
  test.setTimeout(120_000);
  const people = await hall(conference);
  const { en, mate, fr } = people;
  await goOnAir(en);
  await takeRelay(fr);
  await goOnAir(fr);
  const observer = await observe(conference, 'ogg');
  await hearsOnly(observer, TONE.iraq);
  await expect(observer.getByText(words('en', 'sound-transport', { transport: 'ogg' }))).toBeVisible();
  await listenTo(observer, 'Français');
  await hearsOnly(observer, TONE.fr);
  await listenTo(observer, 'العربية');
  await hearsOnly(observer, TONE.iraq);

  await listenTo(observer, 'English');
  await hearsOnly(observer, TONE.en);
  await handOver(en, mate);
  await hearsOnly(observer, TONE.mate);
  const { gap_ms, both_ms } = await changed(observer, TONE.en, TONE.mate);
  expect(both_ms).toBeLessThanOrEqual(10);
  expect(gap_ms).toBeLessThan(HELD_MS);
  await mate.keyboard.down('x');
  await hearsOnly(observer);
  await mate.keyboard.up('x');
  await hearsOnly(observer, TONE.mate);

  await listenTo(observer, 'Floor');
  await hearsOnly(observer, TONE.iraq);
  await closed(people, observer);
});
