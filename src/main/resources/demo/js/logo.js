import { html } from "./html.js";

const THIN =
  "M0 24 9.500 0M4 16H15.500M-3 24h6.500M14 24h9M29 0h7M32.500 15Q32.500 24 40.500 24T48.500 15V0M45 0h7M58 0H68Q75 0 75 6T68 12H60.500M57 24h7M85 0H101V5M88 12H97M97 9V15M85 24H102V19M110 0h7M110 24H125.500V18.500M133 0h7M133 24H148.500V18.500M156 0H172V5M159 12H168M168 9V15M156 24H173V19M76 24h3";
const THICK =
  "M9.500 0 18.500 24M32.500 0V15M60.500 0V24M74.800 3.500V8.500M67 12 75.500 24M88.500 0V24M113.500 0V24M136.500 0V24M159.500 0V24";

/** The name, drawn: the one thing on the page that must not depend on the reader's fonts. */
export const logo = html`<svg class="logo" viewBox="-4 -2 179 28" aria-hidden="true" focusable="false">
  <path d="${THIN}" fill="none" stroke="currentColor" stroke-width=".9"/>
  <path d="${THICK}" fill="none" stroke="currentColor" stroke-width="2.700"/></svg>`;
