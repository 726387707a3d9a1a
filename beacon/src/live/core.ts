import type { Core } from '../wire';

/** The script that loaded this one. */
export let core: Core;

export const serve = (loader: Core): void => {
  core = loader;
};
