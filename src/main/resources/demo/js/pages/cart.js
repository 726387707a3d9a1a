import { draw } from "../art/index.js";
import { html } from "../html.js";
import { measure } from "../layer.js";
import { euros } from "../money.js";
import { redraw } from "../router.js";
import * as shop from "../shop.js";

export function cartPage() {
  const lines = shop.bag();
  return {
    title: "Your bag, Aurelle",
    markup: lines.length ? full(lines) : bare(),
    enter: (main) => enter(main, lines),
    tell: () => measure.bag(lines),
  };
}

function bare() {
  return html`<header class="head"><h1>Your bag</h1><p>It is empty, and weighs nothing.</p></header>
    <p class="centre"><a class="button" href="/demo/leather">Find something to put in it</a></p>`;
}

function full(lines) {
  return html`
    <header class="head"><h1>Your bag</h1></header>
    <div class="bag">
      <ul class="lines">${lines.map(
        (l, i) => html`
        <li class="line">
          <div class="plate line-plate">${draw(l.piece, { variant: l.piece.variants.find((v) => v.name === l.variant) })}</div>
          <div>
            <h2><a href="/demo/piece/${l.piece.id}">${l.piece.name}</a></h2>
            <p class="tile-kind">${l.variant}${l.quantity > 1 ? `, ${l.quantity} pieces` : ""}</p>
            <button type="button" class="plain" data-remove="${i}">Remove<span class="unseen"> ${l.piece.name}</span></button>
          </div>
          <p class="price">${euros(l.piece.price * l.quantity)}</p>
        </li>`,
      )}</ul>
      <aside class="sum" aria-label="Total">
        <dl><dt>Delivery</dt><dd>With our compliments</dd><dt>Total</dt><dd class="sum-total">${euros(shop.total(lines))}</dd></dl>
        <a class="button button-ink" href="/demo/checkout">Go to checkout</a>
        <p class="choice-note">Duties and taxes included. Nothing is charged in this demonstration.</p>
      </aside>
    </div>`;
}

function enter(main, lines) {
  main.querySelectorAll("[data-remove]").forEach((button) =>
    button.addEventListener("click", () => {
      const line = lines[Number(button.dataset.remove)];
      shop.remove(line);
      measure.remove(line);
      redraw();
      main.querySelector("h1").focus();
    }),
  );
}
