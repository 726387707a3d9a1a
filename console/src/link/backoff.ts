const FLOOR = 500;
const CEILING = 20_000;

/** Full jitter: anywhere between nothing and a bound that doubles with each attempt, and never below half a second. */
export const backoff = (attempt: number, random: () => number): number =>
  Math.max(FLOOR, random() * Math.min(CEILING, FLOOR * 2 ** attempt));
