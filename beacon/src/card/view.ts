import { button, direction, make, named } from '../layer/make';
import { KEY, Layer } from '../layer/layer';
import { sheet } from '../layer/sheet';
import { met } from '../layer/sight';
import type { Invitation } from '../wire';
import css from './card.css';

export type Action = [part: string, label: string | undefined, act: () => void];

/** How much of the card the window has to hold. */
const WHOLE = 0.98;

/** The card on the page. It begins as an empty live region, which has to be there before what it announces. */
export class View {
  private readonly _layer: Layer;
  private readonly _live: HTMLElement;
  private readonly _observer = new IntersectionObserver((entries) => (this._inWindow = entries.pop()!.intersectionRatio >= WHOLE), {
    threshold: [0, WHOLE, 1],
  });
  private _inWindow = false;
  private _card: HTMLElement | undefined;

  constructor(dismiss: () => void) {
    this._layer = new Layer('overture-card', sheet(css), { _escape: dismiss, _entrance: () => this._card });
    this._live = make(this._layer._root, 'output', 'live');
  }

  /** Draws the card whole and at once, so that nothing moves once it is seen. */
  _draw({ copy, advisor, language }: Invitation, offered: Action[], dismiss: () => void): void {
    const { title, text, close, later, decline } = copy;
    const inside = this._layer._inside();
    this._empty();
    const card = (this._card = make(this._live, 'section', 'card', {
      lang: language,
      dir: direction(language),
      ariaLabel: title,
      tabIndex: -1,
    }));
    card.setAttribute('aria-keyshortcuts', KEY);
    const words = make(card, 'div', 'words');
    Object.entries({ title, text, advisor: named(advisor) }).forEach(([part, textContent]) => {
      if (textContent) make(words, 'p', part, { textContent });
    });
    for (const [part, label, act] of offered) if (label) button(card, part, label, act);
    const cross = button(card, 'close', '×', dismiss);
    cross.ariaLabel = (close || later || decline)!;
    this._observer.observe(card);
    // The focus is the visitor's: where it was in the card it stays in the card, and elsewhere it is not touched.
    if (inside) cross.focus();
  }

  _drawn(): boolean {
    return !!this._card;
  }

  /** Whether nothing covers or hides the card; as of now. */
  _met(): boolean {
    this._layer._raise();
    return met(this._layer._host, this._card!, this._card!.querySelectorAll('p,button'));
  }

  /** Whether the browser saw all of it in the window; as of its last frame. */
  _whole(): boolean {
    return this._inWindow;
  }

  private _empty() {
    this._observer.disconnect();
    this._inWindow = false;
    this._card?.remove();
    this._card = undefined;
  }

  /** The focus goes back where it was. */
  _remove(): void {
    this._observer.disconnect();
    this._layer._remove();
  }
}
