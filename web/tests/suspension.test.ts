import { describe, expect, it } from 'vitest';
import { endsAfter } from '../src/chair/suspension.ts';

const at = (time: string) => Date.parse(`2021-02-24T${time}Z`);

describe('the end of a suspension', () => {
  it('is a time that is easily said, and never sooner than asked for', () => {
    expect(endsAfter(at('14:09:30'), 15)).toBe(at('14:25:00'));
    expect(endsAfter(at('14:10:00'), 15)).toBe(at('14:25:00'));
    expect(endsAfter(at('14:10:01'), 15)).toBe(at('14:30:00'));
    expect(endsAfter(at('23:50:00'), 30)).toBe(Date.parse('2021-02-25T00:20:00Z'));
  });
});
