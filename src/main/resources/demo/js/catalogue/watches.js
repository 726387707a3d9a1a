// Watches. `variants` carry the colours that their drawing takes.

const DELIVERY = "By an insured courier, in your hands, at an hour you choose. Two days in Europe, four elsewhere.";
const RETURNS = "Thirty days, collected from your door. An engraved case is yours for good.";

const engraving = {
  id: "engraving",
  name: "Engraving",
  prompt: "Up to twelve letters, cut by hand inside the case back",
  maxLength: 12,
  note: "No charge. Allow nine days.",
};
const strap = (choices) => ({ id: "strap", name: "Strap", choices, note: "A second strap comes with the watch." });

export const watches = [
  {
    id: "W-100",
    name: "Méridienne",
    kind: "Watch, 38 mm",
    category: "watches",
    line: "dress",
    price: 12500,
    art: "meridienne",
    variants: [
      { name: "Ivory", dial: ["#fbf8f0", "#e6dfce"], ink: "#23303a", strap: ["#6b4a33", "#4c3221"] },
      { name: "Fir", dial: ["#2f5a50", "#16332d"], ink: "#efe6cf", strap: ["#23403a", "#142924"] },
      { name: "Slate", dial: ["#4c5864", "#262f38"], ink: "#eef0f1", strap: ["#33383e", "#1b1f23"] },
    ],
    options: [engraving, strap(["Calfskin, saddle stitched", "Grained goatskin", "Silk canvas"])],
    text: "Two hands and a small second, set a little low, where the eye rests. At noon they close into a single line, and for that minute the dial is only light.",
    details: {
      sizing: "38 mm across, 7.2 mm high, 46 mm from lug to lug. Wrists from 150 to 195 mm; a shorter strap is cut on request.",
      materials: "Case in rose gold, dial in grand feu enamel, hands in blued steel. Calibre A1, wound by hand, sixty hours.",
      provenance: "Assembled and regulated by one watchmaker, whose initials are under the balance bridge. Numbered in our ledger.",
      delivery: DELIVERY,
      care: "A service every six years. The first is ours. Between times: a dry cloth, and out of the bath.",
      returns: RETURNS,
    },
  },
  {
    id: "W-120",
    name: "Solstice",
    kind: "Perpetual calendar, 40 mm",
    category: "watches",
    line: "complication",
    price: 48000,
    art: "solstice",
    variants: [
      { name: "Night", dial: ["#253a5c", "#0f1a30"], ink: "#f0e9d8", strap: ["#27324a", "#131a2b"] },
      { name: "Frost", dial: ["#fbfbfa", "#dfe3e6"], ink: "#27323d", strap: ["#7c838a", "#575d64"] },
    ],
    options: [engraving, strap(["Calfskin, saddle stitched", "Grained goatskin"])],
    text: "It knows the long months from the short ones, and the moon from memory. Left on its winder, it asks for nothing until the first of March 2100.",
    details: {
      sizing: "40 mm across, 9.8 mm high, 48 mm from lug to lug. Wrists from 155 to 200 mm.",
      materials: "Case in platinum, dial in aventurine glass, moon in gold leaf. Calibre A7, self-winding, seventy-two hours.",
      provenance: "Eleven a year. Each leaves with the bench diary of the fourteen months it took.",
      delivery: "Brought by the watchmaker or a member of the house, wherever you are, and set with you.",
      care: "A service every five years, with a watch lent in the meantime.",
      returns: RETURNS,
    },
  },
  {
    id: "W-140",
    name: "Petite Heure",
    kind: "Watch, 22 × 30 mm",
    category: "watches",
    line: "dress",
    price: 6800,
    art: "petiteHeure",
    variants: [
      { name: "Champagne", dial: ["#f7ecd6", "#e0cda6"], ink: "#3a2d1c", strap: ["#7e3b34", "#5a2622"] },
      { name: "Night", dial: ["#3a4250", "#1b2029"], ink: "#efe8d9", strap: ["#2c2f36", "#17191d"] },
    ],
    options: [engraving, strap(["Calfskin, saddle stitched", "Satin"])],
    text: "An oblong case, curved to the wrist until it stops being noticed. Made to be read at a glance across a dinner table, and by no one else.",
    details: {
      sizing: "22 by 30 mm, 6.4 mm high. Wrists from 135 to 175 mm.",
      materials: "Case in yellow gold, lacquered dial, crown set with a cabochon of onyx. Calibre A3, wound by hand, forty-two hours.",
      provenance: "Case bent over a form turned in 1931 and still in use; assembled by one watchmaker.",
      delivery: DELIVERY,
      care: "A service every six years. The lacquer prefers shade to sun.",
      returns: RETURNS,
    },
  },
  {
    id: "W-160",
    name: "Sémaphore",
    kind: "Watch on bracelet, 39 mm",
    category: "watches",
    line: "sport",
    price: 9400,
    art: "semaphore",
    variants: [
      { name: "Harbour", dial: ["#3f6b86", "#1d3d52"], ink: "#f3f1ea", strap: ["#d3d7da", "#8b9298"] },
      { name: "Graphite", dial: ["#4a4d50", "#212325"], ink: "#f0efec", strap: ["#d3d7da", "#8b9298"] },
    ],
    options: [engraving],
    text: "Steel, for the days that are not careful. The turning bezel clicks sixty times and means every one of them.",
    details: {
      sizing: "39 mm across, 10.9 mm high. The bracelet takes out link by link, from 150 to 210 mm.",
      materials:
        "Case and bracelet in steel, brushed along the length; bezel in ceramic. Calibre A5, self-winding, seventy hours, to 200 m.",
      provenance: "Tested under water one by one, and for fifteen days on the bench.",
      delivery: DELIVERY,
      care: "Fresh water after salt. Seals looked at every three years, at no charge.",
      returns: RETURNS,
    },
  },
];
