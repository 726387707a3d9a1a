import { draw } from "../art/index.js";
import { category, near } from "../catalogue.js";
import { announce } from "../frame.js";
import { fill, html } from "../html.js";
import { measure } from "../layer.js";
import { euros } from "../money.js";
import * as shop from "../shop.js";
import { details, wireDetails } from "./piece-details.js";
import { options, wireOptions } from "./piece-options.js";
import { tiles } from "./tiles.js";

export function piecePage(piece) {
  const neighbours = near(piece);
  return {
    title: `${piece.name}, ${piece.kind.toLowerCase()}, Aurelle`,
    markup: html`
      <nav class="crumbs" aria-label="Where you are"><a href="/demo/${piece.category}">${category(piece.category).name}</a>
        <span aria-hidden="true">/</span> <span>${piece.name}</span></nav>
      <article class="piece">
        <div class="piece-plate plate">${draw(piece, { alone: true })}</div>
        <div class="piece-words">
          <h1>${piece.name}</h1>
          <p class="piece-kind">${piece.kind}. Reference ${piece.id}</p>
          <p class="price piece-price">${euros(piece.price)}</p>
          <p class="piece-text">${piece.text}</p>
          ${options(piece)}
          <div class="piece-acts">
            <button type="button" class="button button-ink" data-act="add">Place in the bag</button>
            <button type="button" class="button" data-act="wish" aria-pressed="${shop.isWished(piece)}">${wishLabel(piece)}</button>
          </div>
          <p class="piece-said"></p>
          ${details(piece)}
        </div>
      </article>
      <section class="beside">
        <h2 class="title">Beside it</h2>
        ${tiles(neighbours, { level: 3 })}
      </section>`,
    enter: (main) => enter(main, piece),
    tell: () => {
      measure.list("beside", "Beside it", neighbours);
      measure.piece(piece);
    },
  };
}

const wishLabel = (piece) => (shop.isWished(piece) ? "On your wish list" : "Keep for later");

function enter(main, piece) {
  wireDetails(main, piece);
  let variant = piece.variants[0];
  wireOptions(main, piece, (chosen) => {
    variant = chosen;
    fill(main.querySelector(".piece-plate"), draw(piece, { variant, alone: true }));
  });
  main.querySelector('[data-act="add"]').addEventListener("click", () => {
    const line = { piece, variant: variant.name, quantity: 1 };
    shop.add(line);
    measure.add(line);
    fill(main.querySelector(".piece-said"), html`It is in <a href="/demo/cart">your bag</a>.`);
    announce(`${piece.name} is in your bag.`);
  });
  main.querySelector('[data-act="wish"]').addEventListener("click", ({ currentTarget: button }) => {
    const wished = shop.toggleWish(piece);
    (wished ? measure.wish : measure.unwish)(piece);
    button.setAttribute("aria-pressed", wished);
    button.textContent = wishLabel(piece);
  });
}
