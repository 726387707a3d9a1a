import { vi } from 'vitest';

/** The scripts beside the first one, at hand without a network: `missing` they cannot be fetched, `slow` they take their time. */
vi.mock('../src/load', () => ({
  load: async (name: string) => {
    // Where the test did not say otherwise, the connection is there before anything else happens.
    if (name == 'live') return (globalThis as any).live ?? Promise.reject(new TypeError('Failed to fetch'));
    const { missing, slow } = globalThis as any;
    if (slow) await slow;
    if (missing) throw new TypeError('Failed to fetch dynamically imported module');
    if (name == 'debug') return import('../src/debug/index');
    return name == 'card' ? import('../src/card/index') : import('../src/talk/index');
  },
}));
