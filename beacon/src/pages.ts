import { on, safe } from './guard';

/** Calls `seen` when the address changes without a page load; a fragment is the same page. */
export const watchPages = (seen: () => void): void => {
  const here = () => location.href.split('#')[0];
  let last = here();
  const check = safe(() => {
    if (last != (last = here())) seen();
  });
  for (const name of ['pushState', 'replaceState'] as const) {
    const original = history[name];
    history[name] = (...args) => {
      original.apply(history, args);
      check();
    };
  }
  on('popstate', check);
};
