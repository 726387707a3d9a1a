import { html } from "../html.js";
import { gradient } from "./watch.js";

/** Feuillet: a card holder, leaning, with a card just showing. */
export function feuillet({ hide, thread }, id) {
  const [light, shade] = hide;
  return html`
  <defs>${gradient(`${id}b`, hide, { x2: 0.5, y2: 1 })}${gradient(`${id}k`, ["#ffffff", "#e9e4d8"])}</defs>
  <g transform="rotate(-9 200 250)">
    <rect x="83" y="184" width="236" height="168" rx="9" fill="#000" opacity=".09" transform="translate(6 10)"/>
    <rect x="80" y="166" width="236" height="176" rx="9" fill="${shade}"/>
    <rect x="98" y="146" width="200" height="110" rx="6" fill="url(#${id}k)" stroke="#cfc8b8" stroke-width=".8"/>
    <path d="M112 163h58M112 171h36" stroke="#b9ae98" stroke-width="1"/>
    <path d="M80 186 Q80 177 89 177 H132 Q142 177 146 186 Q158 206 198 206 Q238 206 250 186 Q254 177 264 177 H307 Q316 177 316 186 V337 Q316 348 305 348 H91 Q80 348 80 337Z" fill="url(#${id}b)"/>
    <path d="M86 190 Q86 183 92 183 H130 Q138 183 142 190 Q156 212 198 212 Q240 212 254 190 Q258 183 266 183 H304 Q310 183 310 190 V335 Q310 342 303 342 H93 Q86 342 86 335Z" fill="none" stroke="${thread}" stroke-width="1" stroke-dasharray="4.500 3"/>
    ${[248, 282].map(
      (
        y,
      ) => html`<path d="M80 ${y} H316" stroke="${shade}" stroke-width="1.600"/><path d="M80 ${y + 1.6} H316" stroke="${light}" stroke-width="1" opacity=".9"/>
      <path d="M88 ${y + 7} H308" stroke="${thread}" stroke-width=".9" stroke-dasharray="4.500 3" opacity=".8"/>`,
    )}
    <text class="dial-name" x="198" y="322" font-size="9" text-anchor="middle" fill="${thread}">AURELLE</text>
  </g>`;
}
