// Couture. `variants` carry the cloth's light, its shade and the line it is drawn with.

const DELIVERY = "On a hanger, in a closed case, at an hour you choose; or tried on with us, in the salon.";
const RETURNS = "What is cut to your measure is altered until it is right. Anything else, thirty days.";
const ATELIER = "Cut, basted and sewn in one workroom of nineteen. The toile is kept, with your name on it.";

const measure = {
  id: "measure",
  name: "To your measure",
  choices: ["House size", "Made to measure, three fittings"],
  note: "Fittings in the salon, or at home in nine cities.",
};
const lining = {
  id: "lining",
  name: "Lining",
  choices: ["Silk twill, ivory", "Silk twill, bottle green", "Printed, from the archive"],
  note: "Changed at no charge.",
};

export const couture = [
  {
    id: "C-330",
    name: "Nocturne",
    kind: "Evening gown",
    category: "couture",
    line: "evening",
    price: 16500,
    art: "nocturne",
    variants: [
      { name: "Ink", cloth: ["#38445f", "#161d30"], line: "#0c1120" },
      { name: "Oyster", cloth: ["#f2ece2", "#cdc2b2"], line: "#7c705e" },
    ],
    options: [measure, lining],
    text: "One length of satin on the bias, falling from the shoulder and deciding for itself where the floor is.",
    details: {
      sizing: "House sizes 34 to 46. Length taken with your shoes on, at the second fitting.",
      materials: "Silk satin, double-faced; hem weighted with a fine chain.",
      provenance: ATELIER,
      delivery: DELIVERY,
      care: "We clean it ourselves, and keep it for you out of season if you wish.",
      returns: RETURNS,
    },
  },
  {
    id: "C-310",
    name: "Vesper",
    kind: "Long coat",
    category: "couture",
    line: "tailoring",
    price: 7200,
    art: "vesper",
    variants: [
      { name: "Camel", cloth: ["#cfae83", "#a98457"], line: "#6d5231" },
      { name: "Fir", cloth: ["#3c5c53", "#213a34"], line: "#12231f" },
    ],
    options: [measure, lining],
    text: "Closed by a single button and a good deal of cutting. The collar stands up by itself when the wind does.",
    details: {
      sizing: "House sizes 34 to 48; falls to mid-calf. The shoulder is set on you, not on a number.",
      materials: "Double-faced cashmere, horn button, seams closed by hand.",
      provenance: ATELIER,
      delivery: DELIVERY,
      care: "A clothes brush and a broad hanger. Moth-proof storage is ours to give.",
      returns: RETURNS,
    },
  },
  {
    id: "C-370",
    name: "Contour",
    kind: "Tailored jacket",
    category: "couture",
    line: "tailoring",
    price: 3300,
    art: "contour",
    variants: [
      { name: "Charcoal", cloth: ["#5a5d63", "#36383d"], line: "#1b1c1f" },
      { name: "Ivory", cloth: ["#f6f2ea", "#d9d2c4"], line: "#857a68" },
    ],
    options: [measure, lining],
    text: "The waist is where it should be; so is everything else. Made to be forgotten by ten in the morning.",
    details: {
      sizing: "House sizes 34 to 48. Sleeves are finished on you.",
      materials: "Wool barathea, canvassed by hand with horsehair and linen.",
      provenance: ATELIER,
      delivery: DELIVERY,
      care: "Steam, rest, a brush. A press from us each season.",
      returns: RETURNS,
    },
  },
  {
    id: "C-350",
    name: "Ligne",
    kind: "Silk square, 90 cm",
    category: "couture",
    line: "silk",
    price: 520,
    art: "ligne",
    variants: [
      { name: "Dawn", cloth: ["#f3ddd2", "#d9907a"], line: "#1c3a36" },
      { name: "Sea", cloth: ["#d9e6e6", "#5f93a0"], line: "#27323d" },
    ],
    options: [
      { ...measure, id: "edge", name: "Edge", choices: ["Rolled by hand, tone on tone", "Rolled by hand, contrast"], note: "No charge." },
    ],
    text: "The hours of a single day, drawn as arcs and printed in twenty-six screens. Folded, it is always a different one.",
    details: {
      sizing: "90 by 90 cm. Also cut, to order, at 140 cm.",
      materials: "Silk twill of eighteen momme, rolled edge of one hundred and thirty stitches a side.",
      provenance: "Drawn in the house, printed flat-bed by one family since 1958.",
      delivery: DELIVERY,
      care: "Cool water, a drop of shampoo, an iron on the wrong side while damp.",
      returns: RETURNS,
    },
  },
];
