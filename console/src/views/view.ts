import { LitElement } from 'lit';
import type { House } from '../house';

/** A part of the screen, drawn anew whenever something the house knows has changed. */
export abstract class View extends LitElement {
  static override properties = { house: { attribute: false } };
  declare house: House;
  private stop?: () => void;

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = this.house.listen(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
  }

  /** The first of these in it, if it is there. */
  protected find<Kind extends HTMLElement>(selector: string): Kind | null {
    return this.renderRoot.querySelector<Kind>(selector);
  }
}
