import { later, safe } from '../guard';
import type { Message } from '../wire';
import css from './card.css';
import type { Face } from './faces';

const NAME = 'overture-card';
/** A live region must be there before its words are, or nobody hears them. */
const BREATH = 100;

const make = <K extends keyof HTMLElementTagNameMap>(parent: Node, tag: K, part: string, text = '', role = '') => {
  const made = document.createElement(tag);
  made.setAttribute('part', part);
  if (role) made.setAttribute('role', role);
  // Never as markup: the words come from outside.
  made.textContent = text;
  return parent.appendChild(made) as HTMLElementTagNameMap[K];
};

const label = (element: Element, text: string) => element.setAttribute('aria-label', text);

const button = (parent: Node, part: string, text: string, act: () => void) => {
  const made = make(parent, 'button', part, text);
  made.onclick = safe(act);
  return made;
};

const dress = (root: ShadowRoot, nonce = '') => {
  try {
    // A policy without 'unsafe-inline' lets this pass.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Browsers older than that: there the shop's nonce does it.
    const style = document.createElement('style');
    style.nonce = nonce;
    style.textContent = css;
    root.appendChild(style);
  }
};

/** Draws a card in its own shadow, fixed over the page: nothing of the shop moves, no style of either leaks. */
export const createView = (nonce: string | undefined, close: () => void) => {
  let host: HTMLElement | undefined;
  let root: ShadowRoot;
  let card: HTMLElement;
  let said: HTMLElement;
  let log: HTMLElement;
  let rest: HTMLElement;
  let cross: HTMLElement;
  let field: HTMLInputElement | undefined;

  const mount = () => {
    if (!customElements.get(NAME)) customElements.define(NAME, class extends HTMLElement {});
    host = document.createElement(NAME);
    root = host.attachShadow({ mode: 'open' });
    dress(root, nonce);
    card = make(root, 'section', 'card', '', 'region');
    said = make(card, 'div', 'words', '', 'status');
    log = make(card, 'div', 'log', '', 'log');
    rest = make(card, 'div', 'actions');
    cross = button(card, 'close', '', close);
    field = undefined;
    document.body.appendChild(host);
  };

  const speak = ({ _title, _text, _advisor }: Face) => {
    said.textContent = '';
    make(said, 'p', 'title', _title);
    if (_text) make(said, 'p', 'text', _text);
    if (_advisor) make(said, 'p', 'advisor', _advisor);
  };

  const write = ({ _label, _button, _send }: NonNullable<Face['_write']>) => {
    const form = make(rest, 'form', 'form');
    // The same field again after a redraw: what she was writing stays.
    if (field) form.appendChild(field);
    else field = make(form, 'input', 'field');
    field.placeholder = _label;
    field.maxLength = 500;
    label(field, _label);
    if (_button) make(form, 'button', 'send', _button);
    form.onsubmit = safe((event: Event) => {
      event.preventDefault();
      const text = field!.value.trim();
      field!.value = '';
      if (text) _send(text);
    });
  };

  return {
    _shown: () => !!host,

    _draw(face: Face) {
      const first = !host;
      if (first) mount();
      const focused = root.activeElement;
      card.lang = face._language;
      card.dir = /^(ar|fa|he|ur)/.test(face._language) ? 'rtl' : 'ltr';
      label(card, face._title);
      label(cross, face._close);
      if (first) later(() => speak(face), BREATH);
      else speak(face);
      rest.textContent = '';
      if (face._write) write(face._write);
      if (face._choices) {
        const choices = make(rest, 'div', 'choices');
        face._choices.forEach(([text, act], i) => button(choices, i ? 'decline' : 'accept', text, act));
      }
      if (face._link) button(rest, 'link', ...face._link);
      // The focus is hers: where it was in the card it stays in the card, and elsewhere it is not touched.
      if (focused) (focused == field ? field! : cross).focus();
    },

    _line({ from, text }: Message) {
      make(log, 'p', 'message ' + from, text).dir = 'auto';
      log.scrollTop = log.scrollHeight;
    },

    _remove() {
      host?.remove();
      host = undefined;
    },
  };
};
