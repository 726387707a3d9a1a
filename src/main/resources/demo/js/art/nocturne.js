import { html } from "../html.js";
import { gradient } from "./watch.js";

const GOWN =
  "M164 66 C166 92 160 112 150 126 C158 150 166 172 164 196 C160 236 140 300 122 366 C112 404 98 432 84 450 Q142 470 204 466 Q264 470 318 448 C300 430 290 400 280 364 C262 300 242 236 238 196 C236 172 242 150 250 126 C240 112 234 92 236 66 C230 96 216 118 200 122 C184 118 170 96 164 66Z";
const FOLDS = [
  "M182 196 C176 262 158 350 128 456",
  "M196 200 C196 280 182 372 168 463",
  "M212 200 C220 280 226 380 222 465",
  "M226 198 C240 276 262 366 284 458",
  "M172 210 C162 268 138 344 108 440",
  "M232 208 C246 268 270 342 300 448",
];

/** Nocturne: a gown on the bias, from the shoulder to the floor. */
export function nocturne({ cloth, line }, id) {
  const [light, shade] = cloth;
  return html`
  <defs>${gradient(`${id}c`, [light, shade], { x2: 0.5, y2: 1 })}
    <linearGradient id="${id}l" x1="0" y1="0" x2="1" y2="0"><stop offset="0" stop-color="${shade}"/><stop offset=".32" stop-color="${light}"/>
      <stop offset=".5" stop-color="${shade}"/><stop offset=".68" stop-color="${light}"/><stop offset="1" stop-color="${shade}"/></linearGradient>
    <clipPath id="${id}k"><path d="${GOWN}"/></clipPath></defs>
  <ellipse cx="202" cy="460" rx="136" ry="9" fill="#000" opacity=".08"/>
  <path d="M150 126 C166 138 184 143 200 143 C216 143 234 138 250 126 C244 116 236 96 236 66 C230 96 216 118 200 122 C184 118 170 96 164 66 C164 96 156 116 150 126Z" fill="${shade}" opacity=".55"/>
  <path d="${GOWN}" fill="url(#${id}c)"/>
  <g clip-path="url(#${id}k)">
    <path d="M150 196 H250 L330 480 H70Z" fill="url(#${id}l)" opacity=".55"/>
    <path d="M168 150 C182 170 218 170 234 148 C226 186 178 188 168 150Z" fill="${shade}" opacity=".5"/>
    <path d="M160 132 C178 160 222 160 240 132 C228 176 172 176 160 132Z" fill="${light}" opacity=".5"/>
    <g fill="none" stroke="${line}" stroke-width=".9" opacity=".5">${FOLDS.map((d) => html`<path d="${d}"/>`)}
      <path d="M161 130 C180 158 220 158 239 130M164 142 C182 174 218 174 236 142M164 196 Q200 210 238 196"/></g>
    <path d="M190 204 C186 290 168 380 150 470 L164 470 C182 380 194 290 196 204Z" fill="#fff" opacity=".05"/>
    <path d="M220 204 C234 290 254 380 262 470 L274 470 C262 380 238 290 226 204Z" fill="#fff" opacity=".05"/>
  </g>
  <path d="${GOWN}" fill="none" stroke="${line}" stroke-width="1" opacity=".75"/>
  <path d="M164 66 C166 56 168 46 170 36M236 66 C234 56 232 46 230 36" fill="none" stroke="${line}" stroke-width="2.200"/>`;
}
