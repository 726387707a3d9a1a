import { html } from "../html.js";
import { dialLight, gradient, marks, metal, signature, track } from "./watch.js";

/** One row of links: a broad one between two narrow. */
function row(id, y, half) {
  return html`
    <rect x="${200 - half}" y="${y}" width="${half * 0.5}" height="20" rx="2.500" fill="url(#${id}b)"/>
    <rect x="${200 - half * 0.48}" y="${y - 10}" width="${half * 0.96}" height="20" rx="2.500" fill="url(#${id}c)"/>
    <rect x="${200 + half * 0.5}" y="${y}" width="${half * 0.5}" height="20" rx="2.500" fill="url(#${id}b)"/>`;
}

const UPPER = [
  [-12, 41],
  [9, 42],
  [30, 43],
  [51, 44],
  [72, 45],
  [93, 47],
  [114, 49],
];

/** Sémaphore: a steel watch on its bracelet, broad hands, a turning bezel. */
export function semaphore({ dial, ink, strap: steel }, id) {
  return html`
  <defs>${gradient(`${id}b`, steel, { x2: 1, y2: 0.2 })}${gradient(`${id}c`, ["#f4f6f7", steel[1]], { x2: 1, y2: 0.1 })}
    ${metal(`${id}m`, "steel")}${dialLight(`${id}d`, dial)}${gradient(`${id}z`, [dial[1], "#0f1418"])}</defs>
  ${UPPER.map(([y, half]) => html`${row(id, y, half)}${row(id, 460 - y, half)}`)}
  <path d="M134 168 C140 146 144 134 150 120 H250 C256 134 260 146 266 168 V312 C260 334 256 346 250 360 H150 C144 346 140 334 134 312Z" fill="url(#${id}m)"/>
  <rect x="316" y="228" width="17" height="24" rx="3" fill="url(#${id}m)"/>
  <path d="M320 229v22M324 228.500v23M328 229v22" stroke="#59626a" stroke-width=".8"/>
  <path d="M306 208 q14 10 14 32 t-14 32" fill="url(#${id}m)"/>
  <circle cx="200" cy="240" r="121" fill="url(#${id}m)"/>
  ${track({ r: 119, count: 120, thick: 0.45, long: 5, ink: "#5a636a", opacity: 0.55 })}
  <circle cx="200" cy="240" r="114" fill="url(#${id}z)"/>
  ${track({ r: 104, count: 60, thick: 0.08, long: 7, ink: "#e9e7df", opacity: 0.8 })}
  ${track({ r: 104, count: 12, thick: 0.05, long: 12, ink: "#f3f1ea" })}
  <path d="M200 128l6.500 11h-13Z" fill="#f3f1ea"/>
  <circle cx="200" cy="240" r="95" fill="url(#${id}m)"/><circle cx="200" cy="240" r="92.500" fill="url(#${id}d)"/>
  ${track({ r: 88, count: 60, thick: 0.08, long: 4, ink, opacity: 0.8 })}
  ${marks({ from: 62, to: 80, width: 7, ink, skip: [0, 3] })}
  <path d="M190 160h20l-10 20Z" fill="${ink}"/>
  <rect x="258" y="232" width="20" height="16" rx="1.500" fill="#fdfcf8" stroke="${dial[1]}"/>
  <text class="dial-hours" x="268" y="244.500" font-size="12" text-anchor="middle" fill="#20262b">14</text>
  ${signature(206, ink)}
  <g transform="rotate(304 200 240)"><path d="M196 252h8V204l-4-10-4 10Z" fill="${ink}" stroke="#4b535a" stroke-width="1.200"/></g>
  <g transform="rotate(54 200 240)"><path d="M196.500 254h7V172l-3.500-9-3.500 9Z" fill="${ink}" stroke="#4b535a" stroke-width="1.200"/></g>
  <g transform="rotate(192 200 240)"><path d="M199.300 264h1.400V158h-1.400Z" fill="#d06a3a"/><circle cx="200" cy="178" r="4" fill="#d06a3a"/></g>
  <circle cx="200" cy="240" r="5" fill="#cfd4d8"/><circle cx="200" cy="240" r="2" fill="#6a737a"/>
  <path d="M122 200 A88 88 0 0 1 212 153 C172 168 140 194 122 200Z" fill="#fff" opacity=".06"/>`;
}
