// How many came, were invited, were left in peace; and the crowd that may be called to fill the boutique.

import { fill, html } from "../html.js";
import { BOUTIQUE } from "./poll.js";

const EVERY_MS = 3000;

export const counts = html`
  <p class="strip-counts"></p>
  <p class="strip-acts">
    <button type="button" data-strip="crowd" aria-pressed="false">A crowd</button>
    <a href="/console/" target="_blank" rel="noopener">Answer as an advisor</a>
  </p>`;

/** Keeps the line in `root` right while somebody looks; returns what stops it. */
export function watch(root) {
  let stopped = false;
  let timer;
  const again = async () => {
    clearTimeout(timer);
    if (stopped || document.hidden) return;
    await refresh(root);
    clearTimeout(timer);
    timer = setTimeout(again, EVERY_MS);
  };
  document.addEventListener("visibilitychange", again);
  again();
  return () => {
    stopped = true;
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", again);
  };
}

/** Calls a crowd, or sends away the one there is. */
export async function toggleCrowd(root) {
  const there = button(root).getAttribute("aria-pressed") === "true";
  await ask("/demo/crowd", { method: there ? "DELETE" : "POST", headers: { Authorization: BOUTIQUE } });
  await refresh(root);
}

async function refresh(root) {
  const response = await ask("/demo/counts", { cache: "no-store" });
  if (!response?.ok) return;
  const { sessions, invited, leftInPeace, crowd } = await response.json();
  const line = html`${many(sessions, "visit")}, ${invited} invited, ${leftInPeace} left in peace${crowd ? html`; a crowd of ${crowd} is about` : ""}`;
  const place = root.querySelector(".strip-counts");
  if (place.textContent !== String(line)) fill(place, line);
  button(root).setAttribute("aria-pressed", crowd > 0);
}

const button = (root) => root.querySelector('[data-strip="crowd"]');
const many = (count, what) => `${count} ${what}${count === 1 ? "" : "s"}`;

async function ask(path, options) {
  try {
    return await fetch(path, { credentials: "omit", signal: AbortSignal.timeout(5000), ...options });
  } catch {
    return undefined;
  }
}
