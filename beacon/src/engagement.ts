import { on, safe } from './guard';
import type { Params } from './wire';

const SLICE = 10000;
/** A sleeping machine stops timers, not clocks: what is much longer than a slice was not spent here. */
const LONGEST = 1.5 * SLICE;
/** Below this a slice is the space between two events of one click. */
const SHORTEST = 100;

/**
 * Time spent looking, in slices that follow one another and never overlap: while the page is visible and has the
 * focus, cut every ten seconds and whenever what she looks at changes. `active` says whether she touched anything
 * in that slice.
 */
export const createEngagement = (emit: (params: Params) => void) => {
  let since = 0;
  let active = false;
  let subject: Params = {};

  const cut = () => {
    const now = Date.now();
    const spent = now - since;
    if (since && spent >= SHORTEST) emit({ engagement_time_msec: Math.min(spent, LONGEST), ...subject, active });
    since = document.visibilityState == 'visible' && document.hasFocus() ? now : 0;
    active = false;
  };

  // Not `scroll`: a carousel scrolls by itself.
  on(window, 'pointerdown pointermove keydown wheel touchmove', () => {
    active = true;
  });
  on(window, 'focus blur pagehide', cut);
  on(document, 'visibilitychange', cut);
  setInterval(safe(cut), SLICE);

  return {
    /** From here on she looks at something else. */
    _look(next: Params) {
      cut();
      subject = next;
    },
  };
};
