import { later } from './guard';
import { load } from './load';
import type { Core, Live } from './wire';

/** A module that cannot be fetched is asked for again so many times, so many milliseconds apart. */
const ATTEMPTS = 5;
const PAUSE = 20000;

/** The connection's module, once it is there. */
export let live: Live | undefined;

let core: Core;
let wanted = false;
let loading = false;
let attempt = 0;
let waiting: ((live: Live) => void)[] = [];

export const link = (to: Core): void => {
  core = to;
};

/** Connects; the first time, the module that can is fetched. Where it cannot be had, it is asked for again. */
export const open = (): void => {
  wanted = true;
  if (live) return live.open();
  if (loading || !core.head()) return;
  loading = true;
  load('live', attempt++)
    .then((module) => {
      live = module.default(core) as Live;
      if (wanted) live.open();
      waiting.splice(0).forEach((f) => f(live!));
    })
    .catch(() => {
      loading = false;
      if (attempt < ATTEMPTS) later(() => wanted && open(), PAUSE);
    });
};

/** Not wanted any more: the page goes, or nobody speaks. */
export const close = (): void => {
  wanted = false;
  waiting = [];
  live?.close();
};

/** Does it now or as soon as the module is there. */
export const connected = (f: (live: Live) => void): void => {
  if (live) f(live);
  else waiting.push(f);
};
