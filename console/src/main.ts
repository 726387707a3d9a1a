import { LitElement, css, html } from 'lit';

class Console extends LitElement {
  static override styles = css`p { font-family: var(--prose); }`;
  override render() {
    return html`<p>Overture</p>`;
  }
}
customElements.define('overture-console', Console);
