import { html } from "../html.js";
import { measure } from "../layer.js";
import { redraw } from "../router.js";
import * as shop from "../shop.js";
import { tiles } from "./tiles.js";

export function wishesPage() {
  const pieces = shop.wishes();
  return {
    title: "Your wish list, Aurelle",
    markup: html`
      <header class="head"><h1>Your wish list</h1>
        <p>${pieces.length ? "Kept here until you change your mind." : "Nothing yet. Pieces you keep for later wait here."}</p></header>
      ${pieces.length ? tiles(pieces) : html`<p class="centre"><a class="button" href="/demo/watches">See the watches</a></p>`}
      ${
        pieces.length
          ? html`<ul class="quiet-list">${pieces.map(
              (p) => html`
        <li><button type="button" class="plain" data-unwish="${p.id}">Take ${p.name} off the list</button></li>`,
            )}</ul>`
          : ""
      }`,
    enter: (main) =>
      main.querySelectorAll("[data-unwish]").forEach((button) =>
        button.addEventListener("click", () => {
          const piece = pieces.find((p) => p.id === button.dataset.unwish);
          shop.toggleWish(piece);
          measure.unwish(piece);
          redraw();
          main.querySelector("h1").focus();
        }),
      ),
  };
}
