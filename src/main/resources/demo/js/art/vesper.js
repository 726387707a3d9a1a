import { html } from "../html.js";
import { gradient } from "./watch.js";

const BODY =
  "M152 66 C140 72 128 78 120 86 C128 140 136 190 134 220 C128 290 112 370 106 440 Q154 452 200 451 Q246 452 294 440 C288 370 272 290 266 220 C264 190 272 140 280 86 C272 78 260 72 248 66 L200 92Z";
const SLEEVE = "M121 86 C106 94 100 110 97 128 C88 186 76 250 74 306 Q85 313 100 309 C108 260 124 204 131 158 C130 130 126 108 121 86Z";

/** Vesper: a long coat, a high collar, one button. */
export function vesper({ cloth, line }, id) {
  const [light, shade] = cloth;
  return html`
  <defs>${gradient(`${id}c`, cloth, { x2: 0.7, y2: 1 })}${gradient(`${id}d`, [light, shade], { x2: 1, y2: 0.4 })}</defs>
  <ellipse cx="200" cy="450" rx="112" ry="7" fill="#000" opacity=".08"/>
  <path d="M168 62 Q200 80 232 62 L226 98 H174Z" fill="${shade}"/>
  <g stroke="${line}" stroke-width="1" stroke-opacity=".7">
    <path d="${SLEEVE}" fill="url(#${id}d)"/>
    <path d="${SLEEVE}" fill="${shade}" transform="matrix(-1 0 0 1 400 0)"/>
    <path d="${BODY}" fill="url(#${id}c)"/>
  </g>
  <path d="M204 232 C206 310 206 380 206 451 Q250 452 294 440 C288 370 272 290 266 220 C250 228 224 232 204 232Z" fill="${shade}" opacity=".35"/>
  <path d="M146 236 C140 310 128 384 124 444 M254 236 C260 310 272 384 276 444" fill="none" stroke="${line}" stroke-width=".8" opacity=".4"/>
  <path d="M206 228 C209 300 209 380 208 451" fill="none" stroke="${line}" stroke-width="1.100" opacity=".75"/>
  <path d="M163 42 C150 48 144 62 146 78 L138 128 L160 136 L152 146 L204 226 C196 180 176 128 172 92 C170 74 172 60 178 50Z" fill="url(#${id}d)" stroke="${line}" stroke-width="1" stroke-opacity=".7"/>
  <path d="M237 42 C250 48 256 62 254 78 L262 128 L240 136 L248 146 L206 226 C210 180 224 128 228 92 C230 74 228 60 222 50Z" fill="${shade}" stroke="${line}" stroke-width="1" stroke-opacity=".7"/>
  <path d="M163 42 C174 54 226 54 237 42 C234 58 230 66 222 72 H178 C170 66 166 58 163 42Z" fill="${light}" opacity=".9" stroke="${line}" stroke-width="1" stroke-opacity=".6"/>
  <path d="M146 78 Q158 92 172 96M254 78 Q242 92 228 96" fill="none" stroke="${line}" stroke-width=".9" opacity=".6"/>
  <g fill="none" stroke="${line}" stroke-opacity=".65" stroke-width="1"><path d="M136 290 L166 284 L167 291 L136 297Z" fill="${shade}" fill-opacity=".35"/><path d="M264 290 L234 284 L233 291 L264 297Z" fill="${shade}" fill-opacity=".5"/>
    <path d="M78 290 Q88 296 103 292M322 290 Q312 296 297 292"/></g>
  <circle cx="200" cy="240" r="5.200" fill="${line}"/><circle cx="198.600" cy="238.600" r="1.500" fill="#fff" opacity=".5"/>`;
}
