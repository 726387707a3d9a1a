// What the service just decided, and why, in one sentence.

import { money } from "../money.js";
import { leaves, until, word } from "./words.js";

const NOBODY = {
  absent: ["Unseen", "nothing is kept without consent, so nothing is decided"],
  unheard: ["Unheard", "the service has not heard of this visitor yet"],
  away: ["Away", "the service does not answer; the shop goes on without it"],
};

/** Every sentence is `[what, why]`. `now` is the service's clock. */
export function sentence({ state, explain }, now) {
  if (state !== "here") return NOBODY[state];
  if (!explain.session) return ["Left in peace", "her visit is over"];
  return (
    invited(explain) ??
    wanted(explain) ??
    quiet(explain, now) ??
    withheld(explain, now) ??
    waiting(explain, now) ??
    nearly(explain) ??
    peace(explain)
  );
}

/** What it is worth, and who she is: the rest of a trigger is what she did. */
const VALUE = new Set(["stake", "cart"]);
const CIRCUMSTANCE = new Set(["visits", "client", "context", "source"]);
const said = (trigger) =>
  leaves(trigger.when)
    .map((l) => ({ ...word(l, { brief: true }), ...l }))
    .filter((l) => !VALUE.has(l.kind));
const deeds = (trigger) => said(trigger).filter((l) => !CIRCUMSTANCE.has(l.kind));
const because = (trigger) =>
  said(trigger)
    .map((d) => d.text)
    .join(", ") ||
  trigger.describe ||
  trigger.id;

function invited({ invitation, triggers, stake }) {
  if (!invitation) return null;
  const trigger = triggers.find((t) => t.id === invitation.trigger);
  const worth = stake?.amount ? `, at a stake of ${money(Number(stake.amount), stake.currency)}` : "";
  return [
    invitation.state === "shown" ? "Invited" : "An invitation is on its way",
    (trigger ? because(trigger) : invitation.trigger) + worth,
  ];
}

const QUIET = {
  afterDecline: "she said no; nothing",
  afterDismiss: "she put it away; nothing",
  cooldown: "invited a moment ago; nothing",
  perSession: "one invitation a visit is enough; nothing",
  never: "the house never invites here; nothing",
};

function quiet({ limits }, now) {
  const why = limits.blocked && QUIET[limits.blocked.limit];
  return why ? ["Quiet", `${why} ${until(limits.blocked.until, now)}`] : null;
}

function wanted({ limits }) {
  return limits.blocked?.limit === "open"
    ? ["She asked for an advisor", "her wish has been passed on, and nothing else is offered meanwhile"]
    : null;
}

function withheld({ triggers, limits }, now) {
  const verdict = (name) => triggers.find((t) => t.holds && t.verdict === name);
  if (verdict("limits") && limits.blocked?.limit === "settle") {
    return ["Letting her settle in", `${because(verdict("limits"))}; nothing ${until(limits.blocked.until, now)}`];
  }
  if (verdict("unreachable")) return ["Would invite", "but none of her pages is connected"];
  if (verdict("pacing")) return ["Would invite", "but no advisor is free for this one"];
  if (verdict("holdout")) return ["Left in peace", "she is one of the few never invited, so that the difference can be measured"];
  return null;
}

function waiting({ triggers }, now) {
  const next = triggers.filter((t) => !t.holds && t.from > now).sort((a, b) => a.from - b.from)[0];
  return next ? [`Will look again in ${Math.ceil((next.from - now) / 1000)}\u00a0s`, because(next)] : null;
}

/** All she did would have sufficed: only its worth did not. */
function nearly({ triggers, stake }) {
  for (const trigger of triggers.filter((t) => !t.holds && t.when.condition === "all")) {
    const lacking = leaves(trigger.when).filter((l) => !l.holds);
    const done = deeds(trigger);
    if (!lacking.length || !done.length || !done.every((d) => d.holds)) continue;
    if (lacking.some((l) => l.unknown)) return ["Left in peace", `${because(trigger)}, but what is at stake is not known`];
    const worth = stake ? ` (${money(Number(stake.amount), stake.currency)})` : "";
    return ["Left in peace", `${because(trigger)}, but below the stake${worth}`];
  }
  return null;
}

function peace({ triggers }) {
  const told = triggers.find((t) => t.holds && t.verdict === "alerted");
  return told ? ["Left in peace", `only the advisors were told: ${because(told)}`] : ["Left in peace", "nothing calls for more"];
}
