import { now as clock, on, safe } from './guard';
import type { Params } from './wire';

const SLICE = 10000;
/** A sleeping machine stops timers, not clocks: what is much longer than a slice was not spent here. */
const LONGEST = 15000;
/** Less than this lies between two events of one click. */
const SHORTEST = 100;

let since = 0;
let active = false;
let subject: Params = {};
let emit: (slice: Params) => void;

const cut = () => {
  const now = clock();
  const spent = since && now - since;
  const slice = { engagement_time_msec: spent, ...subject, active };
  since = !document.hidden && document.hasFocus() ? now : 0;
  active = false;
  if (spent > SHORTEST && spent < LONGEST) emit(slice);
};

/** From here on she looks at something else. */
export const look = (next: Params): void => {
  cut();
  subject = next;
};

/**
 * Measures time spent looking, in slices that follow one another and never overlap: while the page is visible and has
 * the focus, cut every ten seconds and whenever what she looks at changes. `active` says whether she touched anything
 * in that slice.
 */
export const measure = (sliced: typeof emit): void => {
  emit = sliced;
  // Not `scroll`: a carousel scrolls by itself.
  on('pointerdown pointermove keydown wheel', () => {
    active = true;
  });
  on('focus blur visibilitychange pagehide', cut);
  setInterval(safe(cut), SLICE);
};
