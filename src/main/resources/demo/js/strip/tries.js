import { PRESS } from "../frame.js";
import { html } from "../html.js";

const a = (path, text) => html`<a href="/demo/${path}">${text}</a>`;

const TRIES = [
  ["Linger", html`Open ${a("piece/W-100", "Méridienne")} and stay some ten seconds, moving about.`],
  ["Seek reassurance", html`On one ${a("piece/L-210", "piece")}, unfold three things: size, materials, provenance…`],
  ["Hesitate", html`Put ${a("piece/W-120", "Solstice")} in the bag, go to ${a("checkout", "checkout")}, then touch nothing.`],
  ["Be known", html`${a("sign-in", "Sign in")} as Madame Varenne, then open a ${a("watches", "watch")}.`],
  ["Miss something", html`Search for a ${a("search?q=tourbillon", "tourbillon")}.`],
  ["Compare", html`Look at three of the dearer ${a("watches", "pieces")}, one after another.`],
  ["Aim high", html`As someone new, open ${a("piece/W-120", "Solstice")} first, and stay.`],
  ["Come from the press", html`<a data-load href="${PRESS}">Arrive</a> by an article: no card, only the advisors are told.`],
  ["Say no", html`Decline any of them, and see how long the silence lasts.`],
];

/** What a newcomer may do to feel each trigger. */
export const tries = html`
  <h2 class="strip-title">Try this</h2>
  <dl class="tries">${TRIES.map(([name, how]) => html`<div><dt>${name}</dt><dd>${how}</dd></div>`)}</dl>
  <p>It speaks rarely, by design: after each invitation it rests. To try again at once, begin as someone new.</p>
  <p><button type="button" class="strip-button" data-strip="fresh">A fresh visitor</button></p>`;
