/** The clock of a turn is the server's, whatever is done to the clock of a machine that shows it. */
import { expect, test } from './conference.ts';
import { wording, words } from './words.ts';

test('a machine whose clock is set during a turn goes on showing the time that is left', async ({ conference }) => {
  const chair = await conference.join('chair', 'en', 'chair');
  await chair.getByRole('button', { name: words('en', 'chair-open-session') }).click();
  await chair.getByRole('button', { name: wording('en', 'chair-open-list-name', { list: 'List of speakers' }) }).click();
  const iraq = await conference.join('iraq', 'en');
  const podium = await conference.join('display', 'en', 'podium');
  await iraq.getByRole('button', { name: words('en', 'floor-ask') }).click();
  await iraq.getByRole('dialog').getByRole('button', { name: words('en', 'floor-ask') }).click();
  await chair.getByRole('button', { name: wording('en', 'chair-give', { name: 'Iraq' }) }).first().click();

  for (const step_ms of [60_000, -3_600_000]) {
    const timer = podium.getByRole('timer').locator('.big');
    await expect(timer).toHaveText(/^\d:\d\d$/);
    /** What it shows before and, for three seconds of its own, after. */
    const shown = await timer.evaluate((clock, by_ms) => {
      const real = Date.now;
      const texts = [clock.textContent ?? ''];
      Date.now = () => real() + by_ms;
      return new Promise<string[]>((done) => {
        const watch = new MutationObserver(() => {
          texts.push(clock.textContent ?? '');
          if (texts.length < 4) return;
          watch.disconnect();
          done(texts);
        });
        watch.observe(clock, { characterData: true, childList: true, subtree: true });
      });
    }, step_ms);
    const seconds = shown.map((text) => Number(text.split(':')[0]) * 60 + Number(text.split(':')[1]));
    const [before = 0] = seconds;
    // A slow machine may skip some; a clock that was set skips sixty.
    for (const left of seconds) expect(before - left, shown.join(' ')).toBeLessThan(20);
    expect(seconds, shown.join(' ')).toEqual(seconds.toSorted((a, b) => b - a));
  }
});
