// Address, delivery, payment. The forms are real, but nothing typed into them leaves the page.

import { html } from "../html.js";
import { measure } from "../layer.js";
import { euros } from "../money.js";
import { go } from "../router.js";
import * as shop from "../shop.js";
import { cartPage } from "./cart.js";
import { placeOrder } from "./order.js";

const STEPS = ["Address", "Delivery", "Payment"];

const DELIVERIES = [
  ["hand", "By hand", "A member of the house comes at the hour you choose. Nine cities."],
  ["courier", "Insured courier", "Two days in Europe, four elsewhere; signed for by you."],
  ["boutique", "In a boutique", "Ready tomorrow from three o’clock, with time to try it."],
];

const PAYMENTS = [
  ["transfer", "Bank transfer", "We hold the piece for five days."],
  ["boutique", "In a boutique", "When you come for it."],
  ["link", "A payment link", "Sent by your advisor, when you have spoken."],
];

export function addressPage() {
  const field = (id, label, value, autocomplete) => html`
    <p class="row"><label for="${id}">${label}</label><input class="field" id="${id}" value="${value}" autocomplete="${autocomplete}" required></p>`;
  return step(0, {
    lead: "An invented address is filled in, so that you need not give yours.",
    fields: html`
      ${field("name", "Name", "Camille Aubertin", "off")}
      ${field("street", "Street", "14, allée des Horloges", "off")}
      ${field("city", "Postcode and city", "00100 Beaurivage", "off")}
      ${field("country", "Country", "France", "off")}`,
    next: "Continue to delivery",
    tell: measure.checkout,
    done: () => go("/demo/checkout/delivery"),
  });
}

export function deliveryPage() {
  return step(1, {
    lead: "Each is with our compliments.",
    fields: choices("delivery", "How it should reach you", DELIVERIES),
    next: "Continue to payment",
    done: (lines, form) => {
      measure.shipping(lines, form.get("delivery"));
      go("/demo/checkout/payment");
    },
  });
}

export function paymentPage() {
  return step(2, {
    lead: "No card is asked for here: there is nothing to pay.",
    fields: choices("payment", "How you would settle it", PAYMENTS),
    next: "Place the order",
    done: (lines, form) => {
      measure.payment(lines, form.get("payment"));
      placeOrder(lines);
      go("/demo/order");
    },
  });
}

function choices(name, legend, list) {
  return html`<fieldset class="ways"><legend>${legend}</legend>
    ${list.map(
      (
        [value, label, note],
        i,
      ) => html`<label class="way"><input type="radio" name="${name}" value="${value}"${i === 0 ? html` checked` : ""}>
      <span><b>${label}</b><br>${note}</span></label>`,
    )}</fieldset>`;
}

function step(index, { lead, fields, next, tell, done }) {
  const lines = shop.bag();
  if (!lines.length) return cartPage();
  return {
    title: `${STEPS[index]}, Aurelle`,
    markup: html`
      <header class="head head-left">
        <ol class="steps">${STEPS.map((s, i) => html`<li${i === index ? html` aria-current="step"` : ""}>${s}</li>`)}</ol>
        <h1>${STEPS[index]}</h1><p>${lead}</p>
      </header>
      <div class="bag">
        <form class="form">${fields}<button class="button button-ink">${next}</button></form>
        <aside class="sum" aria-label="Your order">
          <ul>${lines.map((l) => html`<li><span>${l.piece.name}, ${l.variant.toLowerCase()}</span><span>${euros(l.piece.price * l.quantity)}</span></li>`)}</ul>
          <dl><dt>Total</dt><dd class="sum-total">${euros(shop.total(lines))}</dd></dl>
        </aside>
      </div>`,
    tell: () => tell?.(lines),
    enter: (main) => {
      main.querySelector("form").addEventListener("submit", (event) => {
        event.preventDefault();
        done(lines, new FormData(event.target));
      });
    },
  };
}
