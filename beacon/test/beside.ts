import { vi } from 'vitest';

/** The script beside the first one, which tests have at hand without a network; `missing` while it cannot be fetched. */
vi.mock('../src/load', () => ({
  load: async () => {
    if ((globalThis as any).missing) throw new TypeError('Failed to fetch dynamically imported module');
    return import('../src/talk/index');
  },
}));
