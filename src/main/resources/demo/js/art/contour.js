import { html } from "../html.js";
import { gradient } from "./watch.js";

const SLEEVE = "M107 124 C92 134 86 152 83 172 C74 232 66 294 66 352 Q79 360 95 355 C102 304 114 250 122 204 C120 172 112 146 107 124Z";

/** Contour: a tailored jacket, peak lapels, a waist where it should be. */
export function contour({ cloth, line }, id) {
  const [light, shade] = cloth;
  return html`
  <defs>${gradient(`${id}c`, cloth, { x2: 0.6, y2: 1 })}${gradient(`${id}d`, [light, shade], { x2: 1, y2: 0.3 })}${gradient(`${id}e`, [shade, light], { x2: 1, y2: 0.6 })}</defs>
  <path d="M166 92 Q200 108 234 92 L204 250Z" fill="#f8f5ee"/><path d="M172 98 Q200 112 228 98 L222 118 Q200 126 178 118Z" fill="${shade}" opacity=".85"/>
  <g stroke="${line}" stroke-width="1" stroke-opacity=".75">
    <path d="${SLEEVE}" fill="url(#${id}d)"/><path d="${SLEEVE}" fill="${shade}" transform="matrix(-1 0 0 1 400 0)"/>
  </g>
  <path d="M150 100 C136 106 118 114 106 124 C116 170 128 204 130 238 C126 284 116 330 108 372 Q148 388 196 384 C202 340 204 300 203 256 C186 206 168 150 160 96Z" fill="url(#${id}c)" stroke="${line}" stroke-opacity=".75"/>
  <path d="M250 100 C264 106 282 114 294 124 C284 170 272 204 270 238 C274 284 284 330 292 372 Q252 388 210 384 C204 340 203 300 203 256 C216 206 232 150 240 96Z" fill="${shade}" stroke="${line}" stroke-opacity=".75"/>
  <path d="M162 88 C154 96 148 104 146 114 L126 158 L150 160 L136 172 L203 256 C194 204 176 150 172 104Z" fill="url(#${id}d)" stroke="${line}" stroke-opacity=".8"/>
  <path d="M238 88 C246 96 252 104 254 114 L274 158 L250 160 L264 172 L203 256 C212 204 224 150 228 104Z" fill="url(#${id}e)" stroke="${line}" stroke-opacity=".8"/>
  <path d="M162 88 C170 98 174 104 172 104 L160 152 L150 160M238 88 C230 98 226 104 228 104 L240 152 L250 160" fill="none" stroke="${line}" stroke-opacity=".6"/>
  <g fill="none" stroke="${line}" stroke-opacity=".55" stroke-width=".9">
    <path d="M152 190 C156 224 154 262 146 300M248 190 C244 224 246 262 254 300"/>
    <path d="M122 306 L162 300 L163 309 L121 315Z" fill="${shade}" fill-opacity=".4"/><path d="M278 306 L238 300 L237 309 L279 315Z" fill="${light}" fill-opacity=".25"/>
    <path d="M258 196 L280 192" stroke-width="1.600"/><path d="M68 334 Q80 340 97 336M332 334 Q320 340 303 336"/></g>
  <g fill="${line}"><circle cx="200" cy="266" r="4.200"/><circle cx="200" cy="300" r="4.200"/>
    <circle cx="90" cy="346" r="1.600"/><circle cx="91" cy="340" r="1.600"/><circle cx="310" cy="346" r="1.600"/><circle cx="309" cy="340" r="1.600"/></g>
  <g fill="#fff" opacity=".35"><circle cx="198.800" cy="264.800" r="1.200"/><circle cx="198.800" cy="298.800" r="1.200"/></g>`;
}
