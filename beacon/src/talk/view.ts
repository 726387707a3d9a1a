import { safe } from '../guard';

/** Says it only where that changes something, so that no reader hears it twice; without words it is not there. */
export const say = (element: HTMLElement, words: string | undefined): void => {
  if (element.textContent != words) element.textContent = words || '';
  element.hidden = !words;
};

/** What the visitor writes is no shortcut of the shop's. */
export const muffle = (host: HTMLElement): void => {
  for (const name of ['keydown', 'keypress', 'keyup']) host.addEventListener(name, (event) => event.stopPropagation());
};

/**
 * Keeps the panel above what covers the page from below: a telephone's keyboard shrinks what is seen, not what the page
 * is laid out in. Returns what stops it.
 */
export const fit = (host: HTMLElement): (() => void) => {
  const seen = window.visualViewport;
  if (!seen) return () => {};
  const fitted = safe(() => {
    host.style.setProperty('--lift', Math.max(0, innerHeight - seen.height - seen.offsetTop) + 'px');
    host.style.setProperty('--tall', seen.height + 'px');
  });
  fitted();
  seen.addEventListener('resize', fitted);
  seen.addEventListener('scroll', fitted);
  return () => {
    seen.removeEventListener('resize', fitted);
    seen.removeEventListener('scroll', fitted);
  };
};
