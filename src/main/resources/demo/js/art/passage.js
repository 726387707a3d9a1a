import { html } from "../html.js";
import { gradient } from "./watch.js";

/** Passage: a weekend bag whose straps run right under it. */
export function passage({ hide, thread }, id) {
  const [light, shade] = hide;
  return html`
  <defs>${gradient(`${id}b`, hide, { x2: 0.15, y2: 1 })}${gradient(`${id}s`, [light, shade], { x2: 1, y2: 0.3 })}
    ${gradient(`${id}e`, [shade, light], { x2: 1, y2: 0 })}${gradient(`${id}p`, ["#f3e3b2", "#9c7b37"], { x2: 1, y2: 1 })}</defs>
  <ellipse cx="200" cy="383" rx="166" ry="8" fill="#000" opacity=".1"/>
  <path d="M128 224 C128 104 272 104 272 224" fill="none" stroke="${shade}" stroke-width="9" opacity=".6" transform="translate(8 -6)"/>
  <path d="M60 236 Q66 214 92 212 H308 Q334 214 340 236 L352 344 Q354 380 322 380 H78 Q46 380 48 344Z" fill="url(#${id}b)"/>
  <path d="M60 236 Q66 214 92 212 Q74 240 72 296 Q71 350 84 380 H78 Q46 380 48 344Z" fill="url(#${id}e)" opacity=".75"/>
  <path d="M340 236 Q334 214 308 212 Q326 240 328 296 Q329 350 316 380 H322 Q354 380 352 344Z" fill="${shade}" opacity=".65"/>
  <path d="M92 212 Q76 240 74 296 Q73 350 86 380M308 212 Q324 240 326 296 Q327 350 314 380" fill="none" stroke="${thread}" stroke-width=".9" stroke-dasharray="4 3" opacity=".7"/>
  <path d="M90 218 Q200 206 310 218" fill="none" stroke="#000" stroke-opacity=".35" stroke-width="5"/>
  <path d="M90 218 Q200 206 310 218" fill="none" stroke="#d9bd7b" stroke-width="1.800" stroke-dasharray="1.600 1.600"/>
  <rect x="278" y="213" width="12" height="7" rx="2" fill="url(#${id}p)"/><path d="M289 217l15 9" stroke="url(#${id}p)" stroke-width="3.200" stroke-linecap="round"/>
  ${[118, 262].map(
    (x) => html`
    <path d="M${x} 212h20v168h-20Z" fill="url(#${id}s)"/>
    <path d="M${x + 3} 214v164M${x + 17} 214v164" fill="none" stroke="${thread}" stroke-width=".9" stroke-dasharray="4 3" opacity=".85"/>
    <rect x="${x - 2}" y="250" width="24" height="16" rx="2" fill="none" stroke="url(#${id}p)" stroke-width="3.400"/>
    <circle cx="${x + 10}" cy="284" r="2.300" fill="url(#${id}p)"/>`,
  )}
  <path d="M128 226 C128 84 272 84 272 226" fill="none" stroke="${shade}" stroke-width="11"/>
  <path d="M125.500 226 C125.500 80 274.500 80 274.500 226" fill="none" stroke="${light}" stroke-width="3.400"/>
  <path d="M128 222 C129 88 271 88 272 222" fill="none" stroke="${thread}" stroke-width=".9" stroke-dasharray="4 3" opacity=".8"/>
  <path d="M174 121 Q200 112 226 121 L227 134 Q200 125 173 134Z" fill="${light}" stroke="${shade}" stroke-width=".8"/>
  <path d="M180 300h40q6 0 6 6v34q0 6-6 6h-40q-6 0-6-6v-34q0-6 6-6Z" fill="none" stroke="#000" stroke-opacity=".18"/>
  <text class="dial-name" x="200" y="326" font-size="8" text-anchor="middle" fill="${thread}" opacity=".9">AURELLE</text>`;
}
