import { html } from "../html.js";
import { gradient } from "./watch.js";

/** Fil: a half-moon on a long strap, edged by one thread. */
export function fil({ hide, thread }, id) {
  const [light, shade] = hide;
  return html`
  <defs>${gradient(`${id}b`, hide, { x2: 0.3, y2: 1 })}${gradient(`${id}f`, [light, shade], { x2: 0.1, y2: 1.6 })}
    ${gradient(`${id}p`, ["#fbfbfa", "#9da3a7"], { x2: 1, y2: 1 })}</defs>
  <ellipse cx="200" cy="413" rx="94" ry="7" fill="#000" opacity=".09"/>
  <g fill="none" stroke-linecap="round">
    <path d="M96 246 C92 130 150 44 208 50 C268 56 306 150 304 246" stroke="${shade}" stroke-width="8"/>
    <path d="M94.500 246 C90 128 150 42 208 48 C270 54 307 150 305.500 246" stroke="${light}" stroke-width="2.400" opacity=".8"/>
  </g>
  <path d="M72 262 Q72 246 88 245 H312 Q328 246 328 262 C326 350 268 410 200 410 C132 410 74 350 72 262Z" fill="url(#${id}b)"/>
  <path d="M81 266 C84 344 138 401 200 401 C262 401 316 344 319 266" fill="none" stroke="${thread}" stroke-width="1.200" stroke-dasharray="5 3.200"/>
  <path d="M74 250 Q200 262 326 250 L325 274 C290 318 246 330 200 330 C154 330 110 318 75 274Z" fill="#000" opacity=".15" transform="translate(0 5)"/>
  <path d="M72 258 Q72 240 90 239 H310 Q328 240 328 258 L326 268 C292 314 246 325 200 325 C154 325 108 314 74 268Z" fill="url(#${id}f)"/>
  <path d="M81 268 C116 306 158 316 200 316 C242 316 284 306 319 268" fill="none" stroke="${thread}" stroke-width="1.200" stroke-dasharray="5 3.200"/>
  <path d="M90 243 H310" stroke="#fff" stroke-opacity=".22"/>
  <g fill="url(#${id}p)" stroke="#7c8286" stroke-width=".6"><circle cx="97" cy="248" r="9"/><circle cx="303" cy="248" r="9"/>
    <circle cx="97" cy="248" r="3.400" fill="#858b90"/><circle cx="303" cy="248" r="3.400" fill="#858b90"/>
    <circle cx="200" cy="311" r="8.500"/><circle cx="200" cy="311" r="5.500" fill="none" stroke="#fff" stroke-opacity=".8"/></g>`;
}
