// Every trigger of the book: what holds, what does not, and how near it is.

import { html } from "../html.js";
import { money } from "../money.js";
import { isLeaf, word } from "./words.js";

const VERDICTS = {
  offered: "offered",
  alerted: "advisors told",
  limits: "held back by limits",
  outweighed: "outweighed",
  unreachable: "no page connected",
  pacing: "no advisor free",
  holdout: "holdout",
};

export function table({ triggers, stake }, now) {
  return html`
    <p class="strip-stake">${stake ? html`At stake: ${money(Number(stake.amount), stake.currency)}` : "At stake: not known"}</p>
    <table>
      <thead><tr><th scope="col">Trigger</th><th scope="col">What must hold</th><th scope="col">Now</th></tr></thead>
      <tbody>${triggers.map(
        (t) => html`
        <tr class="${t.holds ? "holds" : ""}">
          <th scope="row">${t.describe || t.id}</th>
          <td>${tree(t.when, now, true)}</td>
          <td>${verdict(t, now)}</td>
        </tr>`,
      )}</tbody>
    </table>`;
}

/** The outermost `all` goes without saying; what is nested names how its parts combine. */
function tree(node, now, root = false) {
  if (isLeaf(node)) return root ? html`<ul>${leaf(node, now)}</ul>` : leaf(node, now);
  const parts = html`<ul>${node.of.map((n) => tree(n, now))}</ul>`;
  if (root && node.condition === "all") return parts;
  const named = html`${node.condition} of ${parts}`;
  return root ? named : html`<li>${named}</li>`;
}

function leaf(node, now) {
  const [mark, spoken] = node.holds ? ["✓", "holds: "] : node.unknown ? ["?", "not known: "] : ["–", "does not hold: "];
  return html`<li class="${node.holds ? "yes" : ""}"><span class="mark" aria-hidden="true">${mark}</span><span class="unseen">${spoken}</span>${word(node).text}${near(node, now)}</li>`;
}

function near(node, now) {
  if (node.holds || !node.from || node.from <= now) return "";
  return html` <span class="near">in ${Math.ceil((node.from - now) / 1000)}\u00a0s</span>`;
}

function verdict(trigger, now) {
  if (trigger.verdict) return html`${VERDICTS[trigger.verdict] ?? trigger.verdict}${weight(trigger)}`;
  if (trigger.holds) return html`holds${weight(trigger)}`;
  return trigger.from > now ? `in ${Math.ceil((trigger.from - now) / 1000)}\u00a0s` : "";
}

const weight = ({ weight: heavy }) => (heavy ? html`<br><span class="near">weight ${Math.round(Number(heavy))}</span>` : "");
