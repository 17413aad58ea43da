import { describe, expect, it } from 'vitest';
import { forcedBy, ladderOf } from '../src/sound/ability.ts';
import {
  begin,
  type Climb,
  type Happening,
  PATIENCE_MS,
  type Rung,
  standing,
  step,
} from '../src/sound/paths.ts';

const ALL: readonly Rung[] = ['rtc', 'ws', 'ogg'];

/** A climb with a clock of its own. */
class Story {
  climb: Climb;
  now_ms = 0;

  constructor(ladder: readonly Rung[] = ALL, line = true) {
    this.climb = begin(ladder, line, 0);
  }

  when(happening: Happening): this {
    this.climb = step(this.climb, happening, this.now_ms, 0.5);
    return this;
  }

  /** The attempt in progress comes to nothing. */
  fails(): this {
    return this.when({ type: 'lost', number: this.climb.trying?.number ?? -1 });
  }

  arrives(): this {
    return this.when({ type: 'up', number: this.climb.trying?.number ?? -1 });
  }

  breaks(): this {
    return this.when({ type: 'lost', number: this.climb.up?.number ?? -1 });
  }

  /** Time goes on to the moment at which the machine wants to be woken. */
  sleeps(): this {
    this.now_ms = this.climb.wake_ms ?? this.now_ms;
    return this.when({ type: 'woken' });
  }

  get trying() {
    return this.climb.trying?.rung ?? null;
  }

  get up() {
    return this.climb.up?.rung ?? null;
  }
}

describe('the path of sound', () => {
  it('begins with WebRTC, and is connecting until it is up', () => {
    const story = new Story();
    expect(story.trying).toBe('rtc');
    expect(standing(story.climb)).toBe('connecting');
    story.arrives();
    expect(story.up).toBe('rtc');
    expect(story.climb.wake_ms).toBeNull();
    expect(standing(story.climb)).toBe('on');
  });

  it('falls to the socket when WebRTC is not up within five seconds, and to the stream after that', () => {
    const story = new Story();
    expect(story.climb.wake_ms).toBe(5_000);
    story.sleeps();
    expect(story.trying).toBe('ws');
    story.fails();
    expect(story.trying).toBe('ogg');
    story.arrives();
    expect(story.up).toBe('ogg');
  });

  it('is woken too early without consequence', () => {
    const story = new Story();
    story.now_ms = 4_999;
    story.when({ type: 'woken' });
    expect(story.trying).toBe('rtc');
    expect(story.climb.trying?.number).toBe(1);
  });

  it('says that there is none once all failed, waits longer each time, and climbs again from the top', () => {
    const story = new Story();
    story.fails().fails().fails();
    expect(standing(story.climb)).toBe('none');
    const first_ms = story.climb.wake_ms ?? 0;
    story.sleeps();
    expect(story.trying).toBe('rtc');
    expect(standing(story.climb)).toBe('none');
    story.fails().fails().fails();
    expect((story.climb.wake_ms ?? 0) - story.now_ms).toBeGreaterThan(first_ms);
    story.sleeps().arrives();
    expect(standing(story.climb)).toBe('on');
  });

  it('ignores news of an attempt that was given up', () => {
    const story = new Story();
    const old = story.climb.trying?.number ?? 0;
    story.sleeps();
    story.when({ type: 'up', number: old }).when({ type: 'lost', number: old });
    expect(story.up).toBeNull();
    expect(story.trying).toBe('ws');
  });

  it('tries what worked again when it is lost, before it falls', () => {
    const story = new Story().arrives();
    story.now_ms += PATIENCE_MS.lasting;
    story.breaks();
    expect(story.trying).toBe('rtc');
    expect(standing(story.climb)).toBe('connecting');
    story.fails();
    expect(story.trying).toBe('ws');
  });

  it('takes its time, and more each time, when a path does not last, as when two windows take it from each other', () => {
    const story = new Story();
    const waits: number[] = [];
    for (let time = 0; time < 5; time += 1) {
      story.arrives();
      story.now_ms += 50;
      story.breaks();
      expect(story.trying).toBeNull();
      waits.push((story.climb.wake_ms ?? 0) - story.now_ms);
      story.sleeps();
    }
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 4_000]);
    story.arrives();
    story.now_ms += PATIENCE_MS.lasting;
    story.breaks();
    expect(story.climb.failures).toBe(0);
    expect(story.trying).toBe('rtc');
  });

  it('looks for the better path after a while, beside the one that is up, and moves to it', () => {
    const story = new Story().fails().arrives();
    expect(story.up).toBe('ws');
    expect(story.climb.wake_ms).toBe(PATIENCE_MS.look);
    story.sleeps();
    expect([story.up, story.trying]).toEqual(['ws', 'rtc']);
    expect(standing(story.climb)).toBe('on');
    story.arrives();
    expect([story.up, story.trying]).toEqual(['rtc', null]);
  });

  it('stays where it is when the better path fails, and looks less and less often', () => {
    const story = new Story().fails().arrives();
    const waits: number[] = [];
    for (let look = 0; look < 6; look += 1) {
      story.sleeps().fails();
      expect([story.up, story.trying]).toEqual(['ws', null]);
      waits.push((story.climb.wake_ms ?? 0) - story.now_ms);
    }
    expect(waits).toEqual([120_000, 240_000, 480_000, 600_000, 600_000, 600_000]);
  });

  it('looks from the stream to the socket when WebRTC fails again', () => {
    const story = new Story().fails().fails().arrives().sleeps();
    expect([story.up, story.trying]).toEqual(['ogg', 'rtc']);
    story.fails();
    expect([story.up, story.trying]).toEqual(['ogg', 'ws']);
    story.fails();
    expect([story.up, story.trying]).toEqual(['ogg', null]);
  });

  it('goes on below when what is up breaks during a look', () => {
    const story = new Story().fails().arrives().sleeps().breaks();
    expect([story.up, story.trying]).toEqual([null, 'rtc']);
    story.fails();
    expect(story.trying).toBe('ws');
  });

  it('begins anew when the network changes, beside what still sounds, and keeps that if the new one fails', () => {
    const story = new Story().arrives().when({ type: 'anew' });
    expect([story.up, story.trying]).toEqual(['rtc', 'rtc']);
    story.fails();
    expect([story.up, story.trying, story.climb.wake_ms]).toEqual(['rtc', null, null]);
  });

  it('waits for the line of the session', () => {
    const story = new Story(ALL, false);
    expect([story.trying, story.climb.wake_ms]).toEqual([null, null]);
    expect(standing(story.climb)).toBe('connecting');
    story.when({ type: 'line', live: true });
    expect(story.trying).toBe('rtc');
  });

  it('offers WebRTC anew when the line is back, for the server has forgotten it', () => {
    const story = new Story().arrives().when({ type: 'line', live: false });
    expect([story.up, story.trying]).toEqual(['rtc', null]);
    story.when({ type: 'line', live: true });
    expect([story.up, story.trying]).toEqual(['rtc', 'rtc']);
  });

  it('opens a socket anew, too, when the line is back, and keeps the old one until then', () => {
    const story = new Story().fails().arrives().when({ type: 'line', live: false });
    expect([story.up, story.trying]).toEqual(['ws', null]);
    story.when({ type: 'line', live: true });
    expect([story.up, story.trying]).toEqual(['ws', 'ws']);
    const old = story.climb.up?.number;
    story.arrives();
    expect(story.climb.up?.number).not.toBe(old);
    expect(story.climb.wake_ms).toBe(story.now_ms + PATIENCE_MS.look);
  });

  it('tries nothing without a line', () => {
    const story = new Story().fails().arrives().when({ type: 'line', live: false });
    story.breaks();
    expect([story.up, story.trying, story.climb.wake_ms]).toEqual([null, null, null]);
    story.when({ type: 'line', live: true });
    expect(story.trying).toBe('rtc');
  });

  it('says at once that there is none where the browser has no path at all', () => {
    const story = new Story([]);
    expect(standing(story.climb)).toBe('none');
    expect(story.climb.wake_ms).toBeNull();
  });
});

describe('the ladder', () => {
  it('is what the browser can do, best first', () => {
    expect(ladderOf(new Set<Rung>(['ogg', 'rtc']), null)).toEqual(['rtc', 'ogg']);
  });

  it('is one rung where the address forces one', () => {
    const all = new Set(ALL);
    expect(ladderOf(all, 'tcp')).toEqual(['rtc']);
    expect(ladderOf(all, 'ws')).toEqual(['ws']);
    expect(ladderOf(all, 'ogg')).toEqual(['ogg']);
  });

  it('is forced by known words only', () => {
    expect(forcedBy('?sound=tcp')).toBe('tcp');
    expect(forcedBy('?sound=pigeon')).toBeNull();
    expect(forcedBy('')).toBeNull();
  });
});
