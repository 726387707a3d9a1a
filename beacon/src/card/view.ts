import { later, safe } from '../guard';
import type { Advisor, Copy } from '../wire';
import css from './card.css';

const NAME = 'overture-card';
/** A live region must be there before what it announces, or nobody hears it. */
const BREATH = 100;

export type Action = [part: string, label: string | undefined, act: () => void];

let host: HTMLElement | undefined;
let root: ShadowRoot;
/** Announced politely when a card comes into it. */
let live: HTMLElement;

/** Words are only ever `textContent`, never markup: they come from outside. */
const make = <K extends keyof HTMLElementTagNameMap>(
  parent: Node,
  tag: K,
  part: string,
  properties?: Partial<HTMLElementTagNameMap[K]>,
) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.setAttribute('part', part);
  return parent.appendChild(made) as HTMLElementTagNameMap[K];
};

const mount = () => {
  if (!customElements.get(NAME)) customElements.define(NAME, class extends HTMLElement {});
  // A policy without 'unsafe-inline' lets this pass. Where it is unknown (before 2023) no card appears.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  host = document.createElement(NAME);
  root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet];
  live = make(root, 'output', 'live');
  document.body.appendChild(host);
};

const named = (advisor?: Advisor) => advisor && advisor.name + (advisor.title ? ', ' + advisor.title : '');

export const shown = (): boolean => !!host;

export const remove = (): void => {
  host?.remove();
  host = undefined;
};

/** Draws the card in its own shadow, fixed over the page: nothing of the shop moves, no style of either leaks. */
export const draw = (
  lang: string,
  { title, text, close, decline }: Copy,
  advisor: Advisor | undefined,
  offered: Action[],
  dismiss: () => void,
): void => {
  if (!host) mount();
  // Whole and at once, so that nothing moves once it is seen.
  later(() => {
    const focused = root.activeElement;
    live.textContent = '';
    const card = make(live, 'section', 'card', {
      lang,
      dir: /^(ar|fa|he|ur)/.test(lang) ? 'rtl' : 'ltr',
      ariaLabel: title,
    });
    const words = make(card, 'div', 'words');
    Object.entries({ title, text, advisor: named(advisor) }).forEach(([part, textContent]) => {
      if (textContent) make(words, 'p', part, { textContent });
    });
    for (const [part, textContent, act] of offered)
      if (textContent) make(card, 'button', part, { textContent, onclick: safe(act) });
    const cross = make(card, 'button', 'close', {
      textContent: '×',
      ariaLabel: (close || decline)!,
      onclick: safe(dismiss),
    });
    // The focus is hers: where it was in the card it stays in the card, and elsewhere it is not touched.
    if (focused) cross.focus();
  }, BREATH);
};
