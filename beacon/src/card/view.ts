import { later, safe } from '../guard';
import { data } from '../tag';
import type { Advisor, Copy, Message } from '../wire';
import css from './card.css';

const NAME = 'overture-card';
/** A live region must be there before its words are, or nobody hears them. */
const BREATH = 100;

export type Action = [part: string, label: string | undefined | false, act: () => void];

let host: HTMLElement | undefined;
let root: ShadowRoot;
let card: HTMLElement;
let said: HTMLElement;
let log: HTMLElement;
let form: HTMLFormElement;
let field: HTMLInputElement;
let actions: HTMLElement;
let cross: HTMLElement;

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

const dress = () => {
  try {
    // A policy without 'unsafe-inline' lets this pass.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Browsers older than that: there the shop's nonce does it.
    make(root, 'style', '', { textContent: css, nonce: data.nonce! });
  }
};

const mount = (close: () => void, send: (text: string) => void) => {
  if (!customElements.get(NAME)) customElements.define(NAME, class extends HTMLElement {});
  host = document.createElement(NAME);
  root = host.attachShadow({ mode: 'open' });
  dress();
  card = make(root, 'section', 'card', { role: 'region' });
  said = make(card, 'div', 'words', { role: 'status' });
  log = make(card, 'div', 'log', { role: 'log' });
  form = make(card, 'form', 'form', {
    onsubmit: safe((event: Event) => {
      event.preventDefault();
      const text = field.value.trim();
      field.value = '';
      if (text) send(text);
    }),
  });
  field = make(form, 'input', 'field', { maxLength: 500 });
  actions = make(card, 'div', 'actions');
  cross = make(card, 'button', 'close', { onclick: safe(close) });
};

export const shown = (): boolean | undefined => host?.isConnected;

/** Draws the card in its own shadow, fixed over the page: nothing of the shop moves, no style of either leaks. */
export const draw = (
  language: string,
  copy: Partial<Copy>,
  advisor: Partial<Advisor>,
  offered: Action[],
  placeholder: string | false | undefined,
  close: () => void,
  send: (text: string) => void,
): void => {
  if (!host) mount(close, send);
  const first = !shown();
  const focused = root.activeElement;
  card.lang = language;
  card.dir = /^(ar|fa|he|ur)/.test(language) ? 'rtl' : 'ltr';
  card.ariaLabel = copy.title || advisor.name || '';
  cross.ariaLabel = copy.close || copy.decline || '×';
  form.hidden = !placeholder;
  field.placeholder = field.ariaLabel = placeholder || '';
  said.textContent = actions.textContent = '';
  later(
    () =>
      [copy.title, copy.text, advisor.name, advisor.title].forEach((textContent, i) => {
        if (textContent) make(said, 'p', ['title', 'text', 'advisor', 'role'][i]!, { textContent });
      }),
    first ? BREATH : 0,
  );
  for (const [part, textContent, act] of offered)
    if (textContent) make(actions, 'button', part, { textContent, onclick: safe(act) });
  if (first) document.body.appendChild(host!);
  // The focus is hers: where it was in the card it stays in the card, and elsewhere it is not touched.
  if (focused && !focused.isConnected) cross.focus();
};

export const line = ({ from, text }: Message): void =>
  make(log, 'p', 'message ' + from, { textContent: text, dir: 'auto' }).scrollIntoView();

export const remove = (): void => host?.remove();
