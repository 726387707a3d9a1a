import { draw } from "../art/index.js";
import { find } from "../catalogue.js";
import { html } from "../html.js";
import { euros } from "../money.js";

/** Where a reader of the (invented) evening paper arrives, her campaign in the address. */
export function pressPage() {
  const piece = find("W-100");
  return {
    title: "The noon watch, Aurelle",
    markup: html`
      <article class="story">
        <header class="head"><h1>The watch that waits for noon</h1>
          <p>You come from the <cite>Gazette du soir</cite>. Here is the piece it spoke of.</p></header>
        <div class="plate story-plate">${draw(piece, { variant: piece.variants[1], alone: true })}</div>
        <div class="story-text">
          <p>For most of the day Méridienne is a quiet watch: two hands, a small second, an enamel dial fired eight times
            and thrown away twice out of three. Then, for a minute, the hands lie one over the other, and there is
            nothing left on the dial but light.</p>
          <p>“We did not want it to do more,” says the watchmaker who regulates it. “We wanted it to do that.”</p>
          <p><a class="button button-ink" href="/demo/piece/${piece.id}">See Méridienne</a>
            <span class="hero-price">${euros(piece.price)}</span></p>
        </div>
      </article>`,
  };
}
