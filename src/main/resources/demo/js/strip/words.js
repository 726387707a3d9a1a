// A condition, as the book writes it, in the words of a person: `idle {atLeast: 6s}` → "6 s of stillness".

import { money } from "../money.js";

const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
const number = (n) => NUMBERS[n] ?? n;
const many = (n, one, more) => `${number(n)} ${Number(n) === 1 ? one : more}`;
const list = (value) =>
  []
    .concat(value ?? [])
    .join(" or ")
    .toLowerCase()
    .replaceAll("_", " ");
const UNITS = { s: "s", m: "min", h: "h", d: "days" };
const span = (text) => String(text ?? "").replace(/(\d+)([smhd])/g, (_, n, unit) => `${n}\u00a0${UNITS[unit]}`);
const within = (a) => (a.within ? ` within ${span(a.within)}` : "");
const euro = (amount) => money(Number(amount), "EUR");

const SAY = {
  dwell: (a) => `${span(a.atLeast)} with one piece${within(a)}`,
  details: (a) => `${many(a.atLeast, "look", "looks")} at what reassures${within(a)}`,
  views: (a) => {
    const [one, more] = a.distinct === "categories" ? ["category", "categories"] : ["piece", "pieces"];
    return `${many(a.atLeast, one, more)}${a.minPrice ? ` of ${euro(a.minPrice)} or more` : ""} looked at${within(a)}`;
  },
  cart: (a) => `a bag of ${euro(a.atLeast)} or more`,
  checkout: (a) => (list(a.reached) === "begin checkout" ? "checkout begun" : `checkout as far as ${list(a.reached)}`),
  idle: (a) => `${span(a.atLeast)} of stillness`,
  stake: (a) =>
    [a.atLeast && `at least ${euro(a.atLeast)}`, a.atMost && `at most ${euro(a.atMost)}`].filter(Boolean).join(", ") + " at stake",
  search: (a) =>
    Number(a.results) === 0
      ? `${Number(a.atLeast ?? 1) === 1 ? "a search" : `${number(a.atLeast)} searches`} with no result`
      : `a search with ${a.results} results`,
  client: (a) => (a.tier ? `a client of tier ${list(a.tier)}` : a.known === "false" ? "nobody the house knows" : "someone the house knows"),
  revisit: (a) => `back at her ${list(a.of)}`,
  visits: (a) => `${many(a.atLeast, "visit", "visits")} or more${within(a)}`,
  source: (a) => `arrived from ${a.medium === "editorial" ? "the press" : list(Object.values(a))}`,
  context: (a) =>
    Object.entries(a)
      .map(([k, v]) => `${k} ${list(v)}`)
      .join(", "),
  event: (a) => `${list(a.name)}${Number(a.atLeast ?? 1) > 1 ? `, ${a.atLeast} times` : ""}${within(a)}`,
};

/** A leaf, or the denial of one, as `{kind, text}`; `brief` leaves out the window, an unforeseen form is shown as it is. */
export function word(node, { brief = false } = {}) {
  if (denies(node)) {
    const denied = word(node.of[0], { brief });
    return { kind: denied.kind, text: `not ${denied.text}` };
  }
  const [, kind = "", body = ""] = /^(\w+)(?: \{(.*)\})?$/.exec(node.condition) ?? [];
  if (!Object.hasOwn(SAY, kind)) return { kind, text: node.condition };
  const { within: window, ...rest } = fields(body);
  return { kind, text: SAY[kind](brief ? rest : { ...rest, within: window }) };
}

const denies = (node) => node.condition === "not" && !node.of[0].of;

/** Nothing below it needs a line of its own. */
export const isLeaf = (node) => !node.of || denies(node);

/** Reads `a: 1, b: [x, y], c: {d: e}`, one level deep, without believing it to be more. */
function fields(body) {
  const found = {};
  for (const [, key, value] of body.matchAll(/(\w+): (\[[^\]]*\]|\{[^}]*\}|[^,]+)/g)) {
    found[key] = value.startsWith("[") ? value.slice(1, -1).split(/,\s*/) : value.trim();
  }
  return found;
}

/** The leaves of a tree of conditions, in the book's order. */
export const leaves = (node) => (isLeaf(node) ? [node] : node.of.flatMap(leaves));

/** How long until `instant`, or when, as one would say it. */
export function until(instant, now) {
  if (instant === null) return "for the rest of this visit";
  const seconds = Math.max(1, Math.ceil((instant - now) / 1000));
  if (seconds <= 90) return `for ${seconds}\u00a0s`;
  if (seconds <= 5400) return `for ${Math.round(seconds / 60)}\u00a0min`;
  const then = new Date(instant);
  const clock = then.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  const days = Math.round((new Date(instant).setHours(0, 0, 0, 0) - new Date(now).setHours(0, 0, 0, 0)) / 864e5);
  if (days === 0) return `until ${clock}`;
  if (days === 1) return "until tomorrow";
  return `until ${then.toLocaleDateString("en-GB", { day: "numeric", month: "long" })}`;
}
