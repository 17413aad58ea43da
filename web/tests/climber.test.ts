import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Climber } from '../src/sound/climber.ts';
import { PATIENCE_MS, type Rung } from '../src/sound/paths.ts';

describe('a climber', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([
    ['back', -3_600_000],
    ['on', 3_600_000],
  ])('waits as long as ever for an attempt while the clock of the machine is set %s', (_, step_ms) => {
    const opened: Rung[] = [];
    const climber = new Climber(
      {
        ladder: ['rtc', 'ws'],
        open(rung) {
          opened.push(rung);
          return { close: () => {} };
        },
        changed: () => {},
        calm: () => true,
      },
      true,
    );
    vi.advanceTimersByTime(2_000);
    vi.setSystemTime(Date.now() + step_ms);
    climber.line(true);
    vi.advanceTimersByTime(PATIENCE_MS.attempt - 2_001);
    expect(opened).toEqual(['rtc']);
    vi.advanceTimersByTime(1);
    expect(opened).toEqual(['rtc', 'ws']);
    climber.end();
  });
});
