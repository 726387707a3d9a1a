import { html } from "../html.js";
import { gradient } from "./watch.js";

/** Aube: a standing bag, a flap like an eyelid, a lock turned with one finger. */
export function aube({ hide, thread }, id) {
  const [light, shade] = hide;
  return html`
  <defs>${gradient(`${id}b`, hide, { x2: 0.35, y2: 1 })}${gradient(`${id}f`, [light, shade], { x2: 0.2, y2: 1.3 })}
    ${gradient(`${id}p`, ["#fbfbfa", "#9da3a7"], { x2: 1, y2: 1 })}${gradient(`${id}g`, [shade, "#000000"], { x2: 1, y2: 0 })}</defs>
  <ellipse cx="200" cy="391" rx="138" ry="8" fill="#000" opacity=".09"/>
  <g fill="none" stroke-linecap="round">
    <path d="M142 206 C142 92 258 92 258 206" stroke="${shade}" stroke-width="13"/>
    <path d="M139 206 C139 88 261 88 261 206" stroke="${light}" stroke-width="3.500" opacity=".7"/>
    <path d="M142 200 C143 96 257 96 258 200" stroke="${thread}" stroke-width=".9" stroke-dasharray="4 3" opacity=".8"/>
  </g>
  <path d="M84 214 L70 372 Q70 388 88 388 L104 388 L98 214Z" fill="url(#${id}g)" opacity=".55"/>
  <path d="M316 214 L330 372 Q330 388 312 388 L296 388 L302 214Z" fill="url(#${id}g)" opacity=".6"/>
  <path d="M92 206 H308 L322 374 Q323 389 308 389 H92 Q77 389 78 374Z" fill="url(#${id}b)"/>
  <path d="M86 370 Q86 381 96 381 H304 Q314 381 314 370" fill="none" stroke="${thread}" stroke-width=".9" stroke-dasharray="4 3" opacity=".75"/>
  <path d="M86 208 Q200 190 314 208 L317 242 Q318 258 304 266 Q200 336 96 266 Q82 258 83 242Z" fill="#000" opacity=".16" transform="translate(0 5)"/>
  <path d="M88 204 Q88 196 97 195 Q200 185 303 195 Q312 196 312 204 L316 238 Q317 255 303 263 Q200 330 97 263 Q83 255 84 238Z" fill="url(#${id}f)"/>
  <path d="M91 236 Q90 250 102 257 Q200 319 298 257 Q310 250 309 236" fill="none" stroke="${thread}" stroke-width=".9" stroke-dasharray="4 3" opacity=".85"/>
  <path d="M97 199 Q200 189 303 199" fill="none" stroke="#fff" stroke-width="1" opacity=".25"/>
  <g fill="url(#${id}p)" stroke="#7c8286" stroke-width=".6">
    <path d="M134 198h16l3 22q-11 8-22 0Z"/><path d="M250 198h16l3 22q-11 8-22 0Z"/>
    <circle cx="142" cy="210" r="3" fill="#8b9195"/><circle cx="258" cy="210" r="3" fill="#8b9195"/>
    <rect x="180" y="274" width="40" height="25" rx="12.500"/>
    <rect x="184" y="278" width="32" height="17" rx="8.500" fill="none" stroke="#fff" stroke-opacity=".7"/>
    <rect x="191" y="283" width="18" height="7" rx="3.500" fill="#858b90"/>
  </g>`;
}
