import { html } from "../html.js";

export function lostPage() {
  return {
    title: "Not here, Aurelle",
    markup: html`<header class="head"><h1>This door leads nowhere</h1><p>The address may be an old one.</p></header>
      <p class="centre"><a class="button" href="/demo/">Return to the house</a></p>`,
  };
}
