import { safe } from '../guard';
import css from './talk.css';

const NAME = 'overture-talk';

let sheet: CSSStyleSheet | undefined;

/** Words are only ever text, never markup: they come from outside. */
export const make = <K extends keyof HTMLElementTagNameMap>(
  parent: Node,
  tag: K,
  part: string,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
): HTMLElementTagNameMap[K] => {
  const made = Object.assign(document.createElement(tag), properties);
  if (part) made.setAttribute('part', part);
  return parent.appendChild(made);
};

export const button = (parent: Node, part: string, textContent: string, act: () => void): HTMLButtonElement =>
  make(parent, 'button', part, { type: 'button', textContent, onclick: safe(act) });

/** Says it only where that changes something, so that no reader hears it twice; without words it is not there. */
export const say = (element: HTMLElement, words: string | undefined): void => {
  if (element.textContent != words) element.textContent = words || '';
  element.hidden = !words;
};

/** A root of our own over the page: nothing of the shop moves, no style of either leaks. */
export const mount = (): HTMLElement => {
  if (!customElements.get(NAME)) customElements.define(NAME, class extends HTMLElement {});
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  const host = document.createElement(NAME);
  host.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet];
  // What she writes is no shortcut of the shop's.
  for (const name of ['keydown', 'keypress', 'keyup']) host.addEventListener(name, (event) => event.stopPropagation());
  return document.body.appendChild(host);
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
