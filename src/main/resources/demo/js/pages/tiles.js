import { draw } from "../art/index.js";
import { find } from "../catalogue.js";
import { html } from "../html.js";
import { measure } from "../layer.js";
import { euros } from "../money.js";

/** Pieces side by side. The link is the name; the picture widens where one may press. */
export function tiles(pieces, { level = 2 } = {}) {
  return html`<ul class="tiles">${pieces.map(
    (p) => html`
    <li class="tile">
      <div class="plate">${draw(p)}</div>
      ${level === 2 ? html`<h2>${name(p)}</h2>` : html`<h3>${name(p)}</h3>`}
      <p class="tile-kind">${p.kind}</p>
      <p class="price">${euros(p.price)}</p>
    </li>`,
  )}</ul>`;
}

const name = (p) => html`<a class="tile-link" href="/demo/piece/${p.id}" data-piece="${p.id}">${p.name}</a>`;

/** Tells what is chosen from a list, wherever the list stands. */
export function start() {
  document.addEventListener("click", ({ target }) => {
    const link = target.closest("a[data-piece]");
    if (link) measure.select(find(link.dataset.piece));
  });
}
