// Leather goods. `variants` carry the hide's light and shade, and the thread's colour.

const DELIVERY = "Wrapped in cotton, in a box that folds flat. Two days in Europe, four elsewhere; by hand in nine cities.";
const RETURNS = "Thirty days, collected from your door. Initials make a piece yours for good.";
const PROVENANCE = "One saddler from first cut to last stitch; the mark inside says who, and which week.";

const initials = {
  id: "initials",
  name: "Initials",
  prompt: "Up to three letters, blind-stamped by hand",
  maxLength: 3,
  note: "No charge. Allow four days.",
};
const lining = {
  id: "lining",
  name: "Lining",
  choices: ["Suede, tone on tone", "Linen, natural", "Silk, bottle green"],
  note: "Sewn in to order, three weeks.",
};

const hides = {
  tan: { name: "Chestnut", hide: ["#b47a4c", "#83502c"], thread: "#efdcc0" },
  fir: { name: "Fir", hide: ["#3a5f55", "#1f3d36"], thread: "#cfd9c9" },
  wine: { name: "Mulberry", hide: ["#7d3a44", "#54222b"], thread: "#e5c3bd" },
  black: { name: "Black", hide: ["#44454a", "#212226"], thread: "#b7b4ac" },
  chalk: { name: "Chalk", hide: ["#efe9dd", "#cfc6b4"], thread: "#8a7a61" },
};

export const leather = [
  {
    id: "L-210",
    name: "Aube",
    kind: "Top-handle bag",
    category: "leather",
    line: "bags",
    price: 5400,
    art: "aube",
    variants: [hides.fir, hides.tan, hides.chalk],
    options: [initials, lining],
    text: "A flap like an eyelid, a lock that turns with one finger. It stands by itself on a table and waits, which few bags do well.",
    details: {
      sizing: "28 by 21 by 12 cm; the handle drops 11 cm. Holds a folded newspaper, or a small evening.",
      materials: "Full-grain calf, edges burnished in nine coats, fittings in solid brass plated with palladium.",
      provenance: PROVENANCE,
      delivery: DELIVERY,
      care: "A soft brush; a little balm in spring. Edges are redone here, free, for as long as you own it.",
      returns: RETURNS,
    },
  },
  {
    id: "L-230",
    name: "Passage",
    kind: "Weekend bag",
    category: "leather",
    line: "travel",
    price: 3900,
    art: "passage",
    variants: [hides.tan, hides.black],
    options: [initials, lining],
    text: "Three days in the country, or one very long lunch. The straps run right under, so that the weight is theirs and not the seams’.",
    details: {
      sizing: "48 by 29 by 24 cm, 1.9 kg. Goes under the seat in front.",
      materials: "Bridle leather over canvas, brass slide, strap in one length of hide.",
      provenance: PROVENANCE,
      delivery: DELIVERY,
      care: "Rain is no enemy: wipe, stuff with paper, leave to dry far from a fire.",
      returns: RETURNS,
    },
  },
  {
    id: "L-270",
    name: "Fil",
    kind: "Shoulder bag",
    category: "leather",
    line: "bags",
    price: 2900,
    art: "fil",
    variants: [hides.wine, hides.tan, hides.black],
    options: [initials, lining],
    text: "A half-moon held by one continuous thread: four hundred and twelve stitches, and not a knot among them.",
    details: {
      sizing: "24 by 18 by 7 cm; the strap adjusts from 85 to 115 cm.",
      materials: "Box calf, linen thread waxed by hand, fittings in palladium.",
      provenance: PROVENANCE,
      delivery: DELIVERY,
      care: "A dry cloth. Scratches go with the warmth of a thumb.",
      returns: RETURNS,
    },
  },
  {
    id: "L-250",
    name: "Feuillet",
    kind: "Card holder",
    category: "leather",
    line: "small leather",
    price: 450,
    art: "feuillet",
    variants: [hides.chalk, hides.wine, hides.fir],
    options: [initials],
    text: "Four cards and a folded note. A first thing to own, or a last thing to forget.",
    details: {
      sizing: "10 by 7.5 cm, 5 mm thin.",
      materials: "Goatskin, lined with itself, edges painted in tone.",
      provenance: PROVENANCE,
      delivery: DELIVERY,
      care: "Carry it. That is what it likes.",
      returns: RETURNS,
    },
  },
];
