// The shop's page must never feel us: everything it or the browser calls goes through here.

export const safe =
  <A extends unknown[]>(f: (...args: A) => void) =>
  (...args: A): void => {
    try {
      f(...args);
    } catch {
      // Nothing of ours is worth an error in a boutique.
    }
  };

export const later = (f: () => void, ms: number) => setTimeout(safe(f), ms);

export const on = (target: EventTarget, names: string, f: (event: Event) => void): void =>
  names.split(' ').forEach((name) => target.addEventListener(name, safe(f), { capture: true, passive: true }));
