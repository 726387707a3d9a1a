// Asks the service, once a second while somebody looks, why it did or did not invite.

import { handle } from "./visitor.js";

/** The demonstration's own user, who reads decisions and calls crowds; a deployment has none such. */
export const BOUTIQUE = `Basic ${btoa("boutique:boutique")}`;
const EVERY_MS = 1000;

/** Tells `{state: "absent" | "unheard" | "away" | "here", explain?}`; returns what stops it. */
export function poll(tell) {
  let stopped = false;
  let timer;
  const again = async () => {
    clearTimeout(timer);
    if (stopped || document.hidden) return;
    const answer = await ask();
    if (stopped) return;
    tell(answer);
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

async function ask() {
  const who = await handle();
  if (!who) return { state: "absent" };
  try {
    const response = await fetch(`/v1/visitors/${who}/explain`, {
      headers: { Authorization: BOUTIQUE },
      // Else a refusal would make the browser ask the visitor for a password.
      credentials: "omit",
      cache: "no-store",
      signal: AbortSignal.timeout(5000),
    });
    if (response.status === 404) return { state: "unheard" };
    if (!response.ok) return { state: "away" };
    return { state: "here", explain: await response.json() };
  } catch {
    return { state: "away" };
  }
}
