import { inCategory } from "../catalogue.js";
import { html } from "../html.js";
import { measure } from "../layer.js";
import { tiles } from "./tiles.js";

export function listPage(category) {
  const pieces = inCategory(category.id);
  return {
    title: `${category.name}, Aurelle`,
    markup: html`
      <header class="head">
        <h1>${category.name}</h1>
        <p>${category.say}</p>
      </header>
      ${tiles(pieces)}`,
    tell: () => measure.list(category.id, category.name, pieces),
  };
}
