// The shop's page must never feel us: whatever the page or the browser calls goes through here.

export const safe =
  <A extends unknown[]>(f: (...args: A) => void) =>
  (...args: A): void => {
    try {
      f(...args);
    } catch {
      // Nothing of ours is worth an error in a boutique.
    }
  };

/** Whole milliseconds, whatever a page has made of `Date`. */
export const now = (): number => Math.floor(Date.now());

export const later = (f: () => void, ms: number) => setTimeout(safe(f), ms);

/** An alarm for `f` that rings once, after the `ms` it was last set to; set to nothing it is silent. */
export const alarm = (f: () => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (ms?: number): void => {
    clearTimeout(timer);
    if (ms != null) timer = later(f, ms);
  };
};

/** Listens at the window, where all we need arrives by bubbling. */
export const on = (names: string, f: (event: any) => void): void => names.split(' ').forEach((name) => addEventListener(name, safe(f)));
