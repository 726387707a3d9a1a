import { html } from "../html.js";
import { measure } from "../layer.js";

const TOPICS = {
  sizing: "Size and fit",
  materials: "Materials",
  provenance: "Provenance",
  delivery: "Delivery",
  care: "Care",
  returns: "Returns",
};

/** What reassures, folded: opening one is a look, and looks are what an advisor may answer. */
export function details(piece) {
  return html`<div class="details">${Object.entries(TOPICS).map(
    ([topic, label]) => html`
    <details data-topic="${topic}">
      <summary>${label}</summary>
      <p>${piece.details[topic]}</p>
    </details>`,
  )}</div>`;
}

export function wireDetails(root, piece) {
  root.querySelectorAll("details[data-topic]").forEach((fold) =>
    fold.addEventListener("toggle", () => {
      if (fold.open) measure.detail(piece, fold.dataset.topic);
    }),
  );
}
