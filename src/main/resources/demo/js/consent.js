// One line, two answers of the same weight, and a way back to it in the footer.

import { fill, html } from "./html.js";

const KEY = "aurelle.consent";
const line = document.getElementById("consent");
let onGrant = () => {};

/** `granted` is called when a yes follows a no or no answer: only from then on is anybody listening. */
export function start(granted) {
  onGrant = granted;
  line.addEventListener("click", (event) => {
    const answer = event.target.closest("[data-answer]")?.dataset.answer;
    if (answer) decide(answer);
  });
  if (!localStorage.getItem(KEY)) open();
}

export function reopen() {
  open();
  line.querySelector("button").focus({ preventScroll: true });
}

function open() {
  fill(
    line,
    html`
    <p>With your leave, we remember what you look at, so that someone may offer help when it is welcome.
      Refuse, and nothing is kept.</p>
    <div class="consent-answers">
      <button type="button" class="button" data-answer="granted">Accept</button>
      <button type="button" class="button" data-answer="denied">Only what is necessary</button>
    </div>`,
  );
  line.hidden = false;
}

function decide(answer) {
  const before = localStorage.getItem(KEY);
  localStorage.setItem(KEY, answer);
  window.gtag("consent", "update", { analytics_storage: answer, personalization_storage: answer });
  const hadFocus = line.contains(document.activeElement);
  line.hidden = true;
  if (hadFocus) document.getElementById("main").focus({ preventScroll: true });
  if (answer === "granted" && before !== "granted") onGrant();
}
