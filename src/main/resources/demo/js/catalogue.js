import { couture } from "./catalogue/couture.js";
import { leather } from "./catalogue/leather.js";
import { watches } from "./catalogue/watches.js";

export const CATEGORIES = [
  {
    id: "watches",
    name: "Watches",
    line: "Time, kept by hand",
    say: "Four movements, wound and regulated by one watchmaker from first screw to last.",
  },
  {
    id: "leather",
    name: "Leather",
    line: "Saddle stitch, two needles",
    say: "Full-grain hides, cut once, sewn by hand, and mended for as long as you keep them.",
  },
  {
    id: "couture",
    name: "Couture",
    line: "Cut for one",
    say: "Three fittings, a mannequin to your measure, and the patience cloth asks for.",
  },
];

const PIECES = [...watches, ...leather, ...couture];

export const all = () => PIECES;
export const find = (id) => PIECES.find((p) => p.id === id);
export const category = (id) => CATEGORIES.find((c) => c.id === id);
export const inCategory = (id) => PIECES.filter((p) => p.category === id);

/** Neighbours first from the same category, then the nearest in price. */
export function near(piece, howMany = 3) {
  const distance = (p) => (p.category === piece.category ? 0 : 1e6) + Math.abs(p.price - piece.price);
  return PIECES.filter((p) => p !== piece)
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, howMany);
}

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Pieces in which every word of the term occurs, accents and case apart. */
export function search(term) {
  const words = plain(term).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  return PIECES.filter((p) => {
    const text = plain([p.id, p.name, p.kind, p.category, p.line, p.text, p.details.materials].join(" "));
    return words.every((w) => text.includes(w));
  });
}
