import { html } from "../html.js";
import { dialLight, gradient, hand, marks, metal, signature, strap, track } from "./watch.js";

const STARS = [
  [184, 276, 1],
  [214, 271, 0.8],
  [221, 284, 1.1],
  [178, 288, 0.7],
  [206, 266, 0.6],
  [190, 266, 0.7],
];
const DUST = [
  [146, 190],
  [170, 168],
  [238, 176],
  [262, 204],
  [276, 252],
  [132, 228],
  [150, 292],
  [254, 300],
  [224, 160],
  [186, 222],
  [222, 214],
];

function counter(cx, cy, ink, count, angle) {
  return html`
    <circle cx="${cx}" cy="${cy}" r="22" fill="none" stroke="${ink}" stroke-opacity=".45" stroke-width=".6"/>
    ${track({ cx, cy, r: 18.5, count, thick: 0.05, long: 4, ink, opacity: 0.8 })}
    ${hand({ cx, cy, length: 17, half: 1.1, tail: 5, angle, ink })}`;
}

/** Solstice: a perpetual calendar, three counters and a moon over a horizon. */
export function solstice({ dial, ink, strap: hide }, id) {
  return html`
  <defs>${gradient(`${id}s`, hide, { x2: 1, y2: 0 })}${metal(`${id}m`, "platinum")}${dialLight(`${id}d`, dial)}
    <clipPath id="${id}c"><path d="M168 296 A32 32 0 0 1 232 296 Q224 287 216 296 Q200 282 184 296 Q176 287 168 296Z"/></clipPath></defs>
  ${strap(`${id}s`, { half: 48, top: 134, bottom: 346, thread: "#d7dbe2" })}
  <g fill="url(#${id}m)">
    <path d="M138 160 C142 138 143 122 147 108 H163 C162 128 163 140 168 150Z"/>
    <path d="M262 160 C258 138 257 122 253 108 H237 C238 128 237 140 232 150Z"/>
    <path d="M138 320 C142 342 143 358 147 372 H163 C162 352 163 340 168 330Z"/>
    <path d="M262 320 C258 342 257 358 253 372 H237 C238 352 237 340 232 330Z"/>
    <rect x="322" y="230" width="13" height="20" rx="3"/>
  </g>
  <circle cx="200" cy="240" r="124" fill="url(#${id}m)"/>
  <circle cx="200" cy="240" r="116" fill="none" stroke="#fff" stroke-opacity=".8" stroke-width="1.400"/>
  <circle cx="200" cy="240" r="111" fill="#4b525a"/>
  <circle cx="200" cy="240" r="109.500" fill="url(#${id}d)"/>
  <g fill="${ink}" opacity=".5">${DUST.map(([x, y]) => html`<circle cx="${x}" cy="${y}" r=".8"/>`)}</g>
  ${track({ r: 102, count: 60, thick: 0.06, long: 4, ink, opacity: 0.75 })}
  ${marks({ from: 82, to: 96, width: 2.2, ink, skip: [6] })}
  ${signature(186, ink, 8)}
  ${counter(152, 240, ink, 7, 128)}${counter(248, 240, ink, 12, 38)}
  <path d="M168 296 A32 32 0 0 1 232 296Z" fill="#0e1a38"/>
  <g clip-path="url(#${id}c)"><rect x="160" y="260" width="80" height="40" fill="#16264c"/>
    <g fill="#f4ead0">${STARS.map(([x, y, r]) => html`<circle cx="${x}" cy="${y}" r="${r}"/>`)}</g>
    <circle cx="200" cy="281" r="10.500" fill="#ecd9a4"/><path d="M196 275q3 2 1 5M203 282q3 0 4 3M197 286q2-1 4 1" fill="none" stroke="#c2a96b" stroke-width=".8"/></g>
  <path d="M168 296 A32 32 0 0 1 232 296" fill="none" stroke="${ink}" stroke-opacity=".6" stroke-width=".8"/>
  ${track({ cy: 296, r: 36.5, count: 60, thick: 0.08, long: 3, ink, opacity: 0.35 })}
  ${hand({ length: 60, half: 4.2, angle: 306, ink })}
  ${hand({ length: 92, half: 3.4, angle: 48, ink })}
  <circle cx="200" cy="240" r="3.800" fill="${ink}"/><circle cx="200" cy="240" r="1.300" fill="${dial[1]}"/>
  <path d="M109 196 A102 102 0 0 1 216 139 C168 158 132 190 109 196Z" fill="#fff" opacity=".05"/>`;
}
