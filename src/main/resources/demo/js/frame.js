// What stands around every page: the header with its counts, and the footer.

import { CATEGORIES } from "./catalogue.js";
import * as client from "./client.js";
import { reopen } from "./consent.js";
import { fill, html } from "./html.js";
import { logo } from "./logo.js";
import * as shop from "./shop.js";

export const PRESS = "/demo/press/noon?utm_source=gazette-du-soir&utm_medium=editorial&utm_campaign=the-noon-watch";

const header = document.getElementById("header");
const footer = document.getElementById("footer");

export function start(toggleStrip) {
  fill(footer, foot());
  footer.addEventListener("click", (event) => {
    const act = event.target.closest("[data-act]")?.dataset.act;
    if (act === "consent") reopen();
    if (act === "strip") toggleStrip();
  });
  shop.onChange(refresh);
}

/** Draws the header anew: the counts, who is signed in, and which address is the current one. */
export function refresh() {
  const focused = header.contains(document.activeElement) && document.activeElement.getAttribute("href");
  fill(header, head());
  if (focused) header.querySelector(`a[href="${focused}"]`)?.focus();
}

export function announce(text) {
  document.getElementById("status").textContent = text;
}

const here = (path) => (location.pathname === path ? html` aria-current="page"` : "");
const link = (path, label) => html`<a href="${path}"${here(path)}>${label}</a>`;

function counted(path, label, count) {
  return html`<a href="${path}"${here(path)}>${label}${
    count
      ? html`<span class="count" aria-hidden="true">${count}</span>
    <span class="unseen">, ${count} ${count === 1 ? "piece" : "pieces"}</span>`
      : ""
  }</a>`;
}

function head() {
  return html`
    <a class="brand" href="/demo/"${here("/demo/")}>${logo}<span class="unseen">Aurelle, home</span></a>
    <nav class="nav" aria-label="The house">
      ${CATEGORIES.map((c) => link(`/demo/${c.id}`, c.name))}
    </nav>
    <nav class="nav nav-own" aria-label="You">
      ${link("/demo/search", "Search")}
      ${link("/demo/sign-in", client.current() ? "Your account" : "Sign in")}
      ${counted("/demo/wishes", "Wishes", shop.wishes().length)}
      ${counted("/demo/cart", "Bag", shop.count())}
    </nav>`;
}

function foot() {
  return html`
    <div class="footer-mark">${logo}<p>Watches, leather, couture.</p></div>
    <nav aria-label="More of the house">
      <ul>
        ${CATEGORIES.map((c) => html`<li><a href="/demo/${c.id}">${c.name}</a></li>`)}
        <li><a href="/demo/search">Search</a></li>
        <li><a data-load href="${PRESS}">In the press</a></li>
      </ul>
    </nav>
    <ul>
      <li><button type="button" class="plain" data-act="consent">Privacy choices</button></li>
      <li><button type="button" class="plain" data-act="strip" id="strip-switch">Hide what the service decides</button></li>
    </ul>
    <p class="footer-true">Aurelle is invented, and so are its pieces, its prices and its clients. Nothing is sold here:
      this boutique exists to show Overture at work.</p>`;
}
