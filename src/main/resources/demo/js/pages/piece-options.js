import { html } from "../html.js";
import { measure } from "../layer.js";

/** Colours, then what the house can do to a piece before it leaves. */
export function options(piece) {
  return html`
    <fieldset class="choice">
      <legend>Colour</legend>
      ${piece.variants.map((v, i) => html`<label class="pick"><input type="radio" name="variant" value="${i}"${i === 0 ? html` checked` : ""}><span>${v.name}</span></label>`)}
    </fieldset>
    ${piece.options.map((o) => (o.choices ? choice(o) : words(o)))}`;
}

function choice(option) {
  return html`<fieldset class="choice" data-option="${option.id}">
    <legend>${option.name}</legend>
    ${option.choices.map((c, i) => html`<label class="pick"><input type="radio" name="${option.id}" value="${i}"${i === 0 ? html` checked` : ""}><span>${c}</span></label>`)}
    <p class="choice-note">${option.note}</p>
  </fieldset>`;
}

function words(option) {
  return html`<div class="choice" data-option="${option.id}">
    <label class="choice-label" for="option-${option.id}">${option.name}</label>
    <input class="field choice-words" id="option-${option.id}" maxlength="${option.maxLength}" autocomplete="off" spellcheck="false"
      aria-describedby="note-${option.id}">
    <p class="choice-note" id="note-${option.id}">${option.prompt}. ${option.note}</p>
  </div>`;
}

export function wireOptions(root, piece, onVariant) {
  root.querySelectorAll('input[name="variant"]').forEach((radio) =>
    radio.addEventListener("change", () => {
      const variant = piece.variants[Number(radio.value)];
      measure.variant(piece, variant.name);
      onVariant(variant);
    }),
  );
  root
    .querySelectorAll("[data-option]")
    .forEach((group) => group.addEventListener("change", () => measure.customize(piece, group.dataset.option)));
}
