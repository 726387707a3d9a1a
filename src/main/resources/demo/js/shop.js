// The shop's own memory: bag and wish list, in this browser. It needs no consent, because nothing
// of it leaves the browser and the shop cannot work without it.

import { find } from "./catalogue.js";

const listeners = new Set();

function read(key, fallback) {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? fallback;
  } catch {
    return fallback;
  }
}

function write(key, value) {
  localStorage.setItem(key, JSON.stringify(value));
  listeners.forEach((tell) => tell());
}

export const onChange = (tell) => listeners.add(tell);

/** Lines as `{piece, variant, quantity}`; what the catalogue no longer knows is left out. */
export function bag() {
  return read("aurelle.bag", [])
    .map(({ id, variant, quantity }) => ({ piece: find(id), variant, quantity }))
    .filter((line) => line.piece);
}

const keep = (lines) =>
  write(
    "aurelle.bag",
    lines.map(({ piece, variant, quantity }) => ({ id: piece.id, variant, quantity })),
  );

const same = (a, b) => a.piece.id === b.piece.id && a.variant === b.variant;

export function add(line) {
  const lines = bag();
  const there = lines.find((l) => same(l, line));
  if (there) there.quantity += line.quantity;
  else lines.push(line);
  keep(lines);
}

export function remove(line) {
  keep(bag().filter((l) => !same(l, line)));
}

export function empty() {
  keep([]);
}

export const total = (lines = bag()) => lines.reduce((sum, l) => sum + l.piece.price * l.quantity, 0);
export const count = () => bag().reduce((sum, l) => sum + l.quantity, 0);

export const wishes = () => read("aurelle.wishes", []).map(find).filter(Boolean);
export const isWished = (piece) => wishes().includes(piece);

/** Returns whether the piece is on the list afterwards. */
export function toggleWish(piece) {
  const ids = wishes().map((p) => p.id);
  const wished = !ids.includes(piece.id);
  write("aurelle.wishes", wished ? [...ids, piece.id] : ids.filter((id) => id !== piece.id));
  return wished;
}
