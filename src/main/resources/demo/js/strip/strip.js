// The discreet line above the shop: that time is lapsed here, and what the service makes of it.
// It stands in the page's flow at the top, out of the way of the card and of every control.

import { fill, html } from "../html.js";
import { counts, toggleCrowd, watch } from "./counts.js";
import { poll } from "./poll.js";
import { sentence } from "./sentence.js";
import { table } from "./table.js";
import { tries } from "./tries.js";

/** In this tab only: `{off, open}`. */
const KEY = "aurelle.strip";
const root = document.getElementById("strip");
let state = JSON.parse(sessionStorage.getItem(KEY)) ?? { off: false, open: false };
let stop = () => {};

export function start() {
  root.addEventListener("click", (event) => {
    const act = event.target.closest("[data-strip]")?.dataset.strip;
    if (act === "open") set({ open: !state.open });
    if (act === "hide") toggle();
    if (act === "fresh") fresh();
    if (act === "crowd") toggleCrowd(root);
  });
  fill(
    root,
    html`
    <div class="strip-line">
      <p class="strip-lapse">Time-lapse <span>minutes are seconds here</span></p>
      <p class="strip-say"></p>
      <p class="strip-acts">
        <button type="button" data-strip="open" aria-controls="strip-panel">Why</button>
        <button type="button" data-strip="hide">Hide</button>
      </p>
    </div>
    <div class="strip-line strip-house">${counts}</div>
    <div id="strip-panel" class="strip-panel" tabindex="0" role="group" aria-label="Every trigger, and how near it is" hidden>
      <div class="strip-table"></div>
      <div class="strip-tries">${tries}</div>
    </div>`,
  );
  apply();
}

export function toggle() {
  set({ off: !state.off });
  document.getElementById(state.off ? "strip-switch" : "main").focus({ preventScroll: !state.off });
}

function set(change) {
  state = { ...state, ...change };
  sessionStorage.setItem(KEY, JSON.stringify(state));
  apply();
}

function apply() {
  root.hidden = state.off;
  root.querySelector("#strip-panel").hidden = !state.open;
  root.querySelector('[data-strip="open"]').setAttribute("aria-expanded", state.open);
  document.getElementById("strip-switch").textContent = state.off ? "Show what the service decides" : "Hide what the service decides";
  stop();
  if (state.off) {
    stop = () => {};
    return;
  }
  const stops = [poll(show), watch(root)];
  stop = () => stops.forEach((each) => each());
}

function show(answer) {
  // Instants are the service's; its clock and this one need not agree.
  const now = answer.explain?.at ?? Date.now();
  const [what, why] = sentence(answer, now);
  redraw(".strip-say", html`<b>${what}:</b> ${why}.`);
  if (state.open) redraw(".strip-table", answer.explain ? table(answer.explain, now) : html`<p>Nothing to weigh yet.</p>`);
}

const drawn = new Map();

/** Touches the page only when something changed, so that a selection or a reader is not disturbed each second. */
function redraw(selector, markup) {
  const text = String(markup);
  if (drawn.get(selector) === text) return;
  drawn.set(selector, text);
  fill(root.querySelector(selector), markup);
}

function fresh() {
  // Emptied by the next page's first script: this one's beacon may still write as it leaves.
  sessionStorage.setItem("aurelle.fresh", "yes");
  location.assign("/demo/");
}
