import { afterEach, describe, expect, it, vi } from 'vitest';
import { newKey } from '../src/key.ts';

afterEach(() => vi.unstubAllGlobals());

describe('a key', () => {
  it('is a UUID of version 4, another each time, also where the page is not secure', () => {
    const { crypto } = globalThis;
    const getRandomValues = crypto.getRandomValues.bind(crypto);
    vi.stubGlobal('crypto', { getRandomValues });
    const keys = Array.from({ length: 500 }, newKey);
    for (const key of keys)
      expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(keys).size).toBe(500);
  });
});
