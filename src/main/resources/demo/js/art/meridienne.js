import { html } from "../html.js";
import { dialLight, gradient, hand, marks, metal, signature, strap, track } from "./watch.js";

/** Méridienne: round and thin, two leaf hands, a small second set low. */
export function meridienne({ dial, ink, strap: hide }, id) {
  const accent = ink === "#23303a" ? "#2c4a78" : ink;
  return html`
  <defs>${gradient(`${id}s`, hide, { x2: 1, y2: 0 })}${metal(`${id}m`, "rose")}${dialLight(`${id}d`, dial)}</defs>
  ${strap(`${id}s`, { half: 47, top: 138, bottom: 342, thread: "#f0e2cc" })}
  <g fill="url(#${id}m)">
    <path d="M142 160 C146 138 147 124 150 112 H164 C163 130 164 142 168 152Z"/>
    <path d="M258 160 C254 138 253 124 250 112 H236 C237 130 236 142 232 152Z"/>
    <path d="M142 320 C146 342 147 356 150 368 H164 C163 350 164 338 168 328Z"/>
    <path d="M258 320 C254 342 253 356 250 368 H236 C237 350 236 338 232 328Z"/>
    <rect x="318" y="231" width="13" height="18" rx="3"/>
  </g>
  <g stroke="#6d402c" stroke-width=".7" opacity=".7"><path d="M321 232v16M324 231.500v17M327 232v16"/></g>
  <circle cx="200" cy="240" r="119" fill="url(#${id}m)"/>
  <circle cx="200" cy="240" r="112.500" fill="none" stroke="#fff" stroke-opacity=".55" stroke-width="1.200"/>
  <circle cx="200" cy="240" r="108" fill="#5d3826"/>
  <circle cx="200" cy="240" r="106.500" fill="url(#${id}d)"/>
  ${track({ r: 98, count: 60, thick: 0.07, long: 4.5, ink, opacity: 0.8 })}
  ${marks({ from: 72, to: 91, width: 2.6, ink: accent, skip: [0, 6] })}
  ${[-4, 4].map((dx) => html`<rect x="${198.7 + dx}" y="149" width="2.600" height="21" rx=".9" fill="${accent}"/>`)}
  ${signature(200, ink)}
  <g>
    <circle cx="200" cy="288" r="28" fill="${dial[1]}" fill-opacity=".45"/>
    <circle cx="200" cy="288" r="28" fill="none" stroke="${ink}" stroke-opacity=".35" stroke-width=".6"/>
    ${track({ cy: 288, r: 24.5, count: 12, thick: 0.05, long: 4, ink, opacity: 0.75 })}
    ${hand({ cy: 288, length: 22, half: 1, tail: 7, angle: 214, ink: accent })}
    <circle cx="200" cy="288" r="1.800" fill="${accent}"/>
  </g>
  ${hand({ length: 58, half: 4.6, angle: 304, ink: accent })}
  ${hand({ length: 88, half: 3.7, angle: 52, ink: accent })}
  <circle cx="200" cy="240" r="4" fill="${accent}"/><circle cx="200" cy="240" r="1.400" fill="#f2d8c4"/>
  <path d="M112 196 A98 98 0 0 1 214 143 C168 160 134 190 112 196Z" fill="#fff" opacity=".07"/>`;
}
