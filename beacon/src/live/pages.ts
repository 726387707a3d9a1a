import { on, safe } from '../guard';

/**
 * Calls `seen` when the address changes without a page load. A fragment is the same page, and so is another query put
 * in the place of this one: a variant was chosen, or a campaign taken out of the address.
 */
export const watchPages = (seen: () => void): void => {
  let last = '';
  let path = location.pathname;
  const moved = () => last != (last = location.href.split('#')[0]!);
  moved();
  const check = safe((replaced?: boolean) => {
    const elsewhere = path != (path = location.pathname);
    if (moved() && (!replaced || elsewhere)) seen();
  });
  for (const name of ['pushState', 'replaceState'] as const) {
    const original = history[name];
    history[name] = (...args) => {
      original.apply(history, args);
      check(name == 'replaceState');
    };
  }
  on('popstate', () => check());
};
