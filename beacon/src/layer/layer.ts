import { later, safe } from '../guard';
import { focused } from './free';
import { below, taken } from './sight';

/** A key that browsers leave to pages, and that no shop is known to use: to what stands over the page, and back. */
export const KEY = 'F8';
/** Taken away so many times, each sooner than this after the last, it waits as long: no shop's script is to be fought with. */
const MOST_RETURNS = 10;
const BREATHER = 1000;
/** A dialog that covered us has closed: found out so often. */
const TURN = 500;

/** What was scrolled, and how far: kept at the element, since a shop may call something of its own `Map`. */
interface Scrolled extends Element {
  _top?: number;
}

interface Ours extends HTMLElement {
  /** Where the focus was before it came in. Kept at the element, so that another script of ours finds it. */
  cameFrom?: HTMLElement | undefined;
  removed?: () => void;
}

export interface Acts {
  /** Escape was pressed with the focus within. */
  _escape(): void;
  /** What takes the focus when the visitor asks for us. */
  _entrance(): HTMLElement | undefined;
}

const define = (name: string) => {
  if (customElements.get(name)) return;
  customElements.define(
    name,
    class extends HTMLElement {
      /** A page that keeps copies of its body, and puts one back, has copied an empty shell. */
      connectedCallback() {
        if (!this.shadowRoot) this.remove();
      }
      disconnectedCallback() {
        (this as Ours).removed?.();
      }
    },
  );
};

/**
 * An element of ours over the page, in a shadow of its own: in the browser's top layer where there is one, so that no
 * ancestor clips, moves or covers it. When the page replaces its body, it is back before the next frame, with focus and
 * scrolling as they were.
 */
export class Layer {
  readonly _host: Ours;
  readonly _root: ShadowRoot;
  private readonly _turns: ReturnType<typeof setInterval>;
  private _held: HTMLElement | undefined;
  private _put = 0;
  private _returns = 0;

  constructor(
    name: string,
    sheet: CSSStyleSheet,
    private readonly _acts: Acts,
  ) {
    define(name);
    this._host = document.createElement(name);
    this._root = this._host.attachShadow({ mode: 'open' });
    this._root.adoptedStyleSheets = [sheet];
    this._host.setAttribute('popover', 'manual');
    this._host.removed = safe(() => {
      this._returns = Date.now() - this._put < BREATHER ? this._returns + 1 : 0;
      if (this._returns > MOST_RETURNS) later(() => this._place(), BREATHER);
      else queueMicrotask(safe(() => this._place()));
    });
    this._root.addEventListener('scroll', ({ target }) => ((target as Scrolled)._top = (target as Element).scrollTop), true);
    this._host.addEventListener('focusin', (event) => this._came(event));
    this._host.addEventListener('focusout', (event) => this._went(event));
    this._host.addEventListener(
      'keydown',
      safe((event: KeyboardEvent) => this._pressed(event)),
    );
    addEventListener('keydown', this._called);
    this._turns = setInterval(
      safe(() => this._raise()),
      TURN,
    );
    this._place();
  }

  private _place() {
    if (!this._host.removed || this._host.isConnected) return;
    this._put = Date.now();
    document.body.append(this._host);
    this._raise();
    for (const each of this._root.querySelectorAll<Scrolled>('*')) if (each._top) each.scrollTop = each._top;
    if (this._held && document.activeElement == document.body) this._held.focus({ preventScroll: true });
  }

  /** Enters the top layer, or leaves it to what is not to be covered. */
  _raise(): void {
    try {
      if (document.hidden) return;
      const open = this._host.matches(':popover-open');
      if (open == !(taken() || below(this._host))) return;
      if (open) this._host.hidePopover();
      else this._host.showPopover();
    } catch {
      // A browser without popovers: its layer is a z-index.
    }
  }

  private _came({ relatedTarget }: FocusEvent) {
    const from = relatedTarget as Ours | null;
    if (from && !this._root.contains(from)) this._host.cameFrom = from.cameFrom || from;
    this._held = this._root.activeElement as HTMLElement;
  }

  private _went({ relatedTarget }: FocusEvent) {
    if (relatedTarget && !this._root.contains(relatedTarget as Node)) this._host.cameFrom = undefined;
    // The page removing us is not the visitor leaving.
    later(() => {
      if (!this._inside() && this._host.isConnected) this._held = undefined;
    }, 0);
  }

  private _pressed(event: KeyboardEvent) {
    const leaves = event.key == 'Escape' && !event.isComposing && event.keyCode != 229;
    if (!leaves && !isKey(event)) return;
    event.preventDefault();
    event.stopPropagation();
    if (leaves) this._acts._escape();
    else this._giveBack();
  }

  private readonly _called = safe((event: KeyboardEvent) => {
    const entrance = this._acts._entrance();
    if (!entrance || !isKey(event) || event.defaultPrevented || this._inside()) return;
    event.preventDefault();
    const from = focused();
    entrance.focus();
    this._host.cameFrom = from && from != document.body ? from : undefined;
  });

  _inside(): boolean {
    return !!this._root.activeElement;
  }

  /** The focus goes back where it was, if it is here and that is still there; says whether. */
  _giveBack(): boolean {
    const to = this._host.cameFrom;
    if (!this._inside()) return false;
    (this._root.activeElement as HTMLElement).blur();
    if (!to?.isConnected) return false;
    to.focus({ preventScroll: true });
    return true;
  }

  _remove(): void {
    this._giveBack();
    delete this._host.removed;
    removeEventListener('keydown', this._called);
    clearInterval(this._turns);
    this._host.remove();
  }
}

const isKey = ({ key, ctrlKey, altKey, shiftKey, metaKey }: KeyboardEvent) => key == KEY && !ctrlKey && !altKey && !shiftKey && !metaKey;
