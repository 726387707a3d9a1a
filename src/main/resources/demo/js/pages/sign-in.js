import * as client from "../client.js";
import { category } from "../catalogue.js";
import { html } from "../html.js";
import { measure } from "../layer.js";
import { redraw } from "../router.js";

export function signInPage() {
  const known = client.current();
  return {
    title: "Your account, Aurelle",
    markup: known ? welcome(known) : doors(),
    enter: (main) => {
      main.querySelectorAll("[data-sub]").forEach((button) => button.addEventListener("click", () => enterAs(button, main)));
      main.querySelector("[data-leave]")?.addEventListener("click", () => {
        client.signOut();
        redraw();
        main.querySelector("h1").focus();
      });
    },
  };
}

async function enterAs(button, main) {
  await client.signIn(client.CLIENTS.find((c) => c.sub === button.dataset.sub));
  measure.login();
  redraw();
  main.querySelector("h1").focus();
}

function doors() {
  return html`
    <header class="head"><h1>Come in as someone we know</h1>
      <p>Two invented clients of the house. Choose one, and see how little changes, and what.</p></header>
    ${client.canSign() ? "" : html`<p class="notice">Signing in needs a secure address: https, or localhost.</p>`}
    <ul class="people">${client.CLIENTS.map(
      (c) => html`
      <li class="person"><h2>${c.name}</h2><p>${c.about}</p>
        <button type="button" class="button" data-sub="${c.sub}"${client.canSign() ? "" : html` disabled`}>Continue as ${c.name}</button></li>`,
    )}</ul>`;
}

function welcome(known) {
  const favourites = known.favourites.map(category);
  return html`
    <header class="head"><h1>Good day, ${known.name}</h1><p>${known.about}</p></header>
    <p class="centre">${favourites.map((c) => html`<a class="button" href="/demo/${c.id}">Your ${c.name.toLowerCase()}</a> `)}</p>
    <p class="centre"><button type="button" class="plain" data-leave>Sign out</button></p>`;
}
