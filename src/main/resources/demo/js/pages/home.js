import { draw } from "../art/index.js";
import { CATEGORIES, find, inCategory } from "../catalogue.js";
import { html } from "../html.js";
import { measure } from "../layer.js";
import { euros } from "../money.js";
import { tiles } from "./tiles.js";

const CHOSEN = ["L-210", "C-330", "W-140", "C-350"];

export function homePage() {
  const hero = find("W-100");
  const chosen = CHOSEN.map(find);
  return {
    title: "Aurelle: watches, leather, couture",
    markup: html`
      <section class="hero">
        <div class="hero-words">
          <h1>Noon, kept</h1>
          <p>Once a day the two hands of Méridienne become a single line. We spent four years on that minute.</p>
          <p><a class="button button-ink" href="/demo/piece/${hero.id}">See Méridienne</a>
            <span class="hero-price">${euros(hero.price)}</span></p>
        </div>
        <div class="hero-art">${draw(hero)}</div>
      </section>
      <section class="houses" aria-label="The three workrooms">
        ${CATEGORIES.map(
          (c) => html`<article class="house">
          <div class="plate plate-tall">${draw(face(c.id), { variant: face(c.id).variants[1] })}</div>
          <h2><a class="tile-link" href="/demo/${c.id}">${c.name}</a></h2>
          <p>${c.line}</p>
        </article>`,
        )}
      </section>
      <section class="chosen">
        <h2 class="title">For the long evenings</h2>
        ${tiles(chosen, { level: 3 })}
      </section>
      <section class="vow">
        <h2>A person, when you would like one</h2>
        <p>Nobody will hurry to your side. Take your time with a piece; when a question keeps you, one of our advisors
          may offer to answer it. Once. If you would rather be alone, say so, and you will be.</p>
      </section>`,
    tell: () => measure.list("home", "For the long evenings", chosen),
  };
}

/** The piece that stands for a category on this page: not the one shown above it. */
const face = (id) => inCategory(id)[1];
