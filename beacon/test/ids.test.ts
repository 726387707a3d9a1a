import { describe, expect, it } from 'vitest';
import { backoff, newId, shardOf } from '../src/ids';

/** The published algorithm, whole: what the shortcut must agree with. */
const fnv1a32 = (text: string) => {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
};

describe('identifiers', () => {
  it('are valid as visitor, session and source, and never the same', () => {
    const ids = Array.from({ length: 1000 }, newId);
    expect(ids.every((id) => /^[A-Za-z0-9_-]{22,32}$/.test(id))).toBe(true);
    expect(new Set(ids).size).toBe(1000);
  });

  it('belong to the shard of the low byte of FNV-1a-32', () => {
    const ids = ['', 'a', 'foobar', ...Array.from({ length: 200 }, newId)];
    const expected = ids.map((id) => (fnv1a32(id) & 255).toString(16).padStart(2, '0'));
    expect(ids.map(shardOf)).toEqual(expected);
  });
});

describe('backoff', () => {
  it('stays between half a second and twenty', () => {
    const pauses = Array.from({ length: 2000 }, (_, i) => backoff(i % 40));
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(500);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(20000);
  });
});
