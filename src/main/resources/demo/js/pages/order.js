import { html } from "../html.js";
import { measure } from "../layer.js";
import * as shop from "../shop.js";

const KEY = "aurelle.order";

/** Ends the checkout: the purchase is told once, and the bag is empty. */
export function placeOrder(lines) {
  const number = `A-${crypto.getRandomValues(new Uint32Array(1))[0].toString(36).toUpperCase().padStart(7, "0")}`;
  sessionStorage.setItem(KEY, number);
  measure.purchase(lines, number);
  shop.empty();
}

export function orderPage() {
  const number = sessionStorage.getItem(KEY);
  return {
    title: "Thank you, Aurelle",
    markup: html`<header class="head"><h1>${number ? "Thank you" : "No order yet"}</h1>
      <p>${
        number
          ? html`Order ${number} is in our ledger, in ink. It will never be carried out: you are in a demonstration.`
          : "When there is one, its number will be here."
      }</p></header>
      <p class="centre"><a class="button" href="/demo/">Return to the house</a></p>`,
  };
}
