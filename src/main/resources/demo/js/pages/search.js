import { CATEGORIES, search } from "../catalogue.js";
import { html } from "../html.js";
import { measure } from "../layer.js";
import { go } from "../router.js";
import { tiles } from "./tiles.js";

const SUGGESTIONS = ["enamel", "travel", "silk", "tourbillon"];

export function searchPage(url) {
  const term = (url.searchParams.get("q") ?? "").trim().slice(0, 100);
  const found = search(term);
  return {
    title: term ? `“${term}”, Aurelle` : "Search, Aurelle",
    markup: html`
      <header class="head"><h1>${heading(term, found.length)}</h1></header>
      <form class="search" role="search">
        <label class="unseen" for="q">Search the house</label>
        <input class="field" id="q" name="q" type="search" value="${term}" maxlength="100" placeholder="A name, a material" autocomplete="off">
        <button class="button">Search</button>
      </form>
      ${term && !found.length ? nothing() : ""}
      ${term ? "" : html`<p class="centre suggestions">${SUGGESTIONS.map((s) => html`<a href="/demo/search?q=${s}">${s}</a>`)}</p>`}
      ${found.length ? tiles(found) : ""}`,
    tell: () => {
      if (term) measure.search(term, found.length);
      if (found.length) measure.list("search", "Search", found);
    },
    enter: (main) => {
      main.querySelector("form").addEventListener("submit", (event) => {
        event.preventDefault();
        // Left focused, the field would hold back an invitation that this very search may earn.
        document.activeElement.blur();
        go(`/demo/search?q=${encodeURIComponent(new FormData(event.target).get("q"))}`);
      });
    },
  };
}

function heading(term, howMany) {
  if (!term) return "What are you looking for?";
  if (!howMany) return html`Nothing under “${term}”`;
  return html`${howMany} ${howMany === 1 ? "piece" : "pieces"} for “${term}”`;
}

function nothing() {
  return html`<div class="nothing">
    <p>Not in these rooms, that is. Much of what the house makes is never shown, and some of it is waiting to be asked for.</p>
    <ul>${CATEGORIES.map((c) => html`<li><a href="/demo/${c.id}">${c.name}</a></li>`)}</ul>
  </div>`;
}
