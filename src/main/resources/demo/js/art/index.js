// Every piece is drawn here, by hand, in one frame of 400 × 480, in the colours of its variant.

import { html } from "../html.js";
import { aube } from "./aube.js";
import { contour } from "./contour.js";
import { feuillet } from "./feuillet.js";
import { fil } from "./fil.js";
import { ligne } from "./ligne.js";
import { meridienne } from "./meridienne.js";
import { nocturne } from "./nocturne.js";
import { passage } from "./passage.js";
import { petiteHeure } from "./petite-heure.js";
import { semaphore } from "./semaphore.js";
import { solstice } from "./solstice.js";
import { vesper } from "./vesper.js";

const DRAWINGS = {
  aube,
  contour,
  feuillet,
  fil,
  ligne,
  meridienne,
  nocturne,
  passage,
  petiteHeure,
  semaphore,
  solstice,
  vesper,
};

// Gradients are found by id, and one page may hold the same piece twice.
let drawn = 0;

/** `alone`: the drawing is all there is to name the piece; else it stands beside its name, and is silent. */
export function draw(piece, { variant = piece.variants[0], alone = false } = {}) {
  const inner = DRAWINGS[piece.art](variant, `art${++drawn}`);
  const label = `${piece.name}, ${piece.kind.toLowerCase()}, in ${variant.name.toLowerCase()}`;
  return alone
    ? html`<svg class="art" viewBox="0 0 400 480" role="img" aria-label="${label}">${inner}</svg>`
    : html`<svg class="art" viewBox="0 0 400 480" aria-hidden="true" focusable="false">${inner}</svg>`;
}
