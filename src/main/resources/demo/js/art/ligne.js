import { html } from "../html.js";
import { gradient } from "./watch.js";

const HOURS = Array.from({ length: 13 }, (_, i) => 24 + i * 17);
const RAYS = Array.from({ length: 19 }, (_, i) => -90 + i * 10);

/** Ligne: a silk square, the hours of a day as arcs, one corner turned over. */
export function ligne({ cloth, line }, id) {
  const [light, shade] = cloth;
  return html`
  <defs>${gradient(`${id}g`, [light, shade])}${gradient(`${id}t`, [shade, light], { x2: 1, y2: 1 })}
    <clipPath id="${id}k"><path d="M70 112 H330 V330 L288 372 H70Z"/></clipPath></defs>
  <g transform="rotate(-5 200 242)">
    <path d="M70 112 H330 V330 L288 372 H70Z" fill="#000" opacity=".09" transform="translate(6 9)"/>
    <g clip-path="url(#${id}k)">
      <rect x="70" y="112" width="260" height="260" fill="${light}"/>
      <rect x="88" y="130" width="224" height="224" fill="url(#${id}g)"/>
      <g fill="none" stroke="${line}" stroke-width=".9" opacity=".85">
        ${HOURS.map((r) => html`<path d="M${200 - r} 300 A${r} ${r} 0 0 1 ${200 + r} 300"/>`)}
        ${RAYS.map((a) => html`<path d="M200 108V60" transform="rotate(${a} 200 300)" opacity=".9"/>`)}
        <path d="M70 300 H330M70 312 H330M70 330 H330" opacity=".7"/></g>
      <circle cx="200" cy="300" r="24" fill="${light}" stroke="${line}" stroke-width="1"/>
      <path d="M70 300H330V372H70Z" fill="${shade}" opacity=".55"/>
      <g fill="none" stroke="${line}" stroke-width=".8" opacity=".7">${[308, 318, 330, 344].map((y, i) => html`<path d="M${150 - i * 16} ${y} Q200 ${y + 5} ${250 + i * 16} ${y}"/>`)}</g>
      <path d="M70 112h260v18H70ZM70 354h260v18H70ZM70 112h18v260H70ZM312 112h18v260h-18Z" fill="${line}"/>
      <rect x="79" y="121" width="242" height="242" fill="none" stroke="${light}" stroke-width=".8"/>
      <text class="dial-name" x="278" y="348" font-size="7" text-anchor="end" fill="${line}">AURELLE</text>
      <path d="M130 112 C150 200 118 290 150 372M236 112 C214 210 262 280 238 372" fill="none" stroke="#fff" stroke-width="9" opacity=".13"/>
    </g>
    <path d="M330 330 C312 330 300 332 292 336 C288 344 288 358 288 372Z" fill="url(#${id}t)" stroke="${line}" stroke-width=".8"/>
    <path d="M70 112 H330 V330M288 372 H70 V112" fill="none" stroke="${line}" stroke-width="1.600" stroke-linejoin="round"/>
  </g>`;
}
