import { html } from "../html.js";
import { dialLight, gradient, hand, metal, signature, strap } from "./watch.js";

const HOURS = [
  [200, 163, "XII"],
  [236, 171, "I"],
  [250, 200, "II"],
  [252, 244, "III"],
  [250, 288, "IIII"],
  [236, 317, "V"],
  [200, 325, "VI"],
  [164, 317, "VII"],
  [151, 288, "VIII"],
  [148, 244, "IX"],
  [151, 200, "X"],
  [164, 171, "XI"],
];

/** Petite Heure: an oblong case, bent to the wrist, with its hours in Roman figures. */
export function petiteHeure({ dial, ink, strap: hide }, id) {
  return html`
  <defs>${gradient(`${id}s`, hide, { x2: 1, y2: 0 })}${metal(`${id}m`, "yellow")}${dialLight(`${id}d`, dial)}</defs>
  ${strap(`${id}s`, { half: 46, top: 132, bottom: 348, thread: "#e9cfc4" })}
  <path d="M136 112 Q200 102 264 112 Q272 113 273 121 C282 200 282 280 273 359 Q272 367 264 368 Q200 378 136 368 Q128 367 127 359 C118 280 118 200 127 121 Q128 113 136 112Z" fill="url(#${id}m)"/>
  <path d="M139 124 Q200 115 261 124 C270 200 270 280 261 356 Q200 365 139 356 C130 280 130 200 139 124Z" fill="none" stroke="#fff" stroke-opacity=".6"/>
  <rect x="279" y="231" width="9" height="18" rx="3" fill="url(#${id}m)"/><circle cx="290" cy="240" r="4.500" fill="#1d1d20"/>
  <path d="M142 136 Q200 128 258 136 C264 200 264 280 258 344 Q200 352 142 344 C136 280 136 200 142 136Z" fill="#6b5024"/>
  <path d="M143.500 137.500 Q200 129.500 256.500 137.500 C262.500 200 262.500 280 256.500 342.500 Q200 350.500 143.500 342.500 C137.500 280 137.500 200 143.500 137.500Z" fill="url(#${id}d)"/>
  <rect x="172" y="190" width="56" height="100" rx="2" fill="none" stroke="${ink}" stroke-width=".7" opacity=".55"/>
  <rect x="176" y="194" width="48" height="92" rx="1" fill="none" stroke="${ink}" stroke-width="3" stroke-dasharray=".7 4.200" opacity=".6"/>
  <g class="dial-hours" fill="${ink}" text-anchor="middle" font-size="14">${HOURS.map(([x, y, figure]) => html`<text x="${x}" y="${y}">${figure}</text>`)}</g>
  ${signature(214, ink, 6.4)}
  ${hand({ length: 36, half: 3.4, tail: 9, angle: 306, ink })}
  ${hand({ length: 62, half: 2.8, tail: 10, angle: 28, ink })}
  <circle cx="200" cy="240" r="3" fill="${ink}"/><circle cx="200" cy="240" r="1" fill="#f0d996"/>
  <path d="M146 140 Q190 133 214 135 C176 190 156 250 146 300 C140 250 140 190 146 140Z" fill="#fff" opacity=".07"/>`;
}
