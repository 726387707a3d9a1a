// What watches have in common: metal, straps, tracks, marks and hands.

import { html } from "../html.js";

const METALS = {
  rose: ["#f7ddca", "#c98f6f", "#8f5a40", "#efc9b0"],
  yellow: ["#fbeec6", "#cfa95c", "#8f6d2c", "#f0d996"],
  platinum: ["#fdfdfd", "#b9bfc4", "#737a81", "#e4e7ea"],
  steel: ["#f6f8f9", "#a9b1b7", "#666f76", "#d9dee2"],
};

export function gradient(id, [light, shade], { x2 = 0, y2 = 1 } = {}) {
  return html`<linearGradient id="${id}" x1="0" y1="0" x2="${x2}" y2="${y2}">
    <stop offset="0" stop-color="${light}"/><stop offset="1" stop-color="${shade}"/></linearGradient>`;
}

export function metal(id, name) {
  const [a, b, c, d] = METALS[name];
  return html`<linearGradient id="${id}" x1="0" y1="0" x2="1" y2="1">
    <stop offset="0" stop-color="${a}"/><stop offset=".36" stop-color="${b}"/><stop offset=".55" stop-color="${d}"/>
    <stop offset=".78" stop-color="${c}"/><stop offset="1" stop-color="${d}"/></linearGradient>`;
}

/** The dial's light comes from the upper left. */
export function dialLight(id, [light, shade]) {
  return html`<radialGradient id="${id}" cx=".38" cy=".3" r=".85">
    <stop offset="0" stop-color="${light}"/><stop offset="1" stop-color="${shade}"/></radialGradient>`;
}

/** A strap in two lengths, tapering away from a case whose lugs end at `top` and `bottom`. */
export function strap(id, { half, top, bottom, thread }) {
  const far = half - 9;
  const stitch = half - 7;
  return html`
    <path d="M${200 - half} ${top} C${200 - half + 2} ${top - 60} ${200 - far} 30 ${200 - far} -12 H${200 + far} C${200 + far} 30 ${200 + half - 2} ${top - 60} ${200 + half} ${top}Z" fill="url(#${id})"/>
    <path d="M${200 - half} ${bottom} C${200 - half + 2} ${bottom + 60} ${200 - far} 450 ${200 - far} 492 H${200 + far} C${200 + far} 450 ${200 + half - 2} ${bottom + 60} ${200 + half} ${bottom}Z" fill="url(#${id})"/>
    <g fill="none" stroke="${thread}" stroke-width="1" stroke-dasharray="5 3.4" opacity=".75">
      <path d="M${200 - stitch} ${top - 4} C${200 - stitch + 2} ${top - 60} ${200 - stitch + 8} 30 ${200 - stitch + 9} -12"/>
      <path d="M${200 + stitch} ${top - 4} C${200 + stitch - 2} ${top - 60} ${200 + stitch - 8} 30 ${200 + stitch - 9} -12"/>
      <path d="M${200 - stitch} ${bottom + 4} C${200 - stitch + 2} ${bottom + 60} ${200 - stitch + 8} 450 ${200 - stitch + 9} 492"/>
      <path d="M${200 + stitch} ${bottom + 4} C${200 + stitch - 2} ${bottom + 60} ${200 + stitch - 8} 450 ${200 + stitch - 9} 492"/>
    </g>`;
}

/** A ring of `count` short strokes, drawn as one dashed circle that starts at twelve. */
export function track({ cx = 200, cy = 240, r, count, thick, long, ink, opacity = 1 }) {
  return html`<circle cx="${cx}" cy="${cy}" r="${r}" fill="none" stroke="${ink}" stroke-width="${long}" pathLength="${count}"
    stroke-dasharray="${thick} ${1 - thick}" stroke-dashoffset="${thick / 2}" transform="rotate(-90 ${cx} ${cy})" opacity="${opacity}"/>`;
}

/** Applied hour marks, from radius `from` to `to`; `skip` leaves room for what else is on the dial. */
export function marks({ from, to, width, ink, skip = [], cx = 200, cy = 240 }) {
  return Array.from({ length: 12 }, (_, hour) => hour)
    .filter((h) => !skip.includes(h))
    .map(
      (h) =>
        html`<rect x="${cx - width / 2}" y="${cy - to}" width="${width}" height="${to - from}" rx="${width / 3}" fill="${ink}"
      transform="rotate(${h * 30} ${cx} ${cy})"/>`,
    );
}

/** A slender leaf, split by light along its length. */
export function hand({ length, half, tail = 14, angle, ink, cx = 200, cy = 240 }) {
  const tip = cy - length;
  const belly = cy - length * 0.42;
  return html`<g transform="rotate(${angle} ${cx} ${cy})">
    <path d="M${cx} ${tip} Q${cx + half * 1.6} ${belly} ${cx + half * 0.45} ${cy + tail} H${cx - half * 0.45} Q${cx - half * 1.6} ${belly} ${cx} ${tip}Z" fill="${ink}"/>
    <path d="M${cx} ${tip} Q${cx + half * 1.6} ${belly} ${cx + half * 0.45} ${cy + tail} H${cx}Z" fill="#fff" opacity=".22"/>
  </g>`;
}

export function signature(y, ink, size = 8.4) {
  return html`<text class="dial-name" x="200" y="${y}" font-size="${size}" fill="${ink}" text-anchor="middle">AURELLE</text>`;
}
