// Real addresses under /demo/, without a page load between them.

import { fill } from "./html.js";

const main = document.getElementById("main");
let resolve = () => null;
let shownPath = null;
let current = null;

/** `lookup` turns a URL into a page: `{title, markup, enter?(main), tell?()}`. */
export function start(lookup) {
  resolve = lookup;
  document.addEventListener("click", follow);
  window.addEventListener("popstate", () => show(false));
  show(false);
}

export function go(address) {
  const url = new URL(address, location.href);
  // The title is set first: whoever listens to the history reads the new one.
  document.title = resolve(url).title;
  history.pushState(null, "", url);
  show(true);
}

/** Draws the current page again, in place: focus and scroll are the page's own business. */
export function redraw() {
  draw();
}

function show(travelled) {
  const samePage = shownPath === location.pathname + location.search;
  shownPath = location.pathname + location.search;
  if (samePage && !travelled) return;
  draw();
  if (!travelled) return;
  window.scrollTo(0, 0);
  main.querySelector("h1")?.focus({ preventScroll: true });
}

/** Reports the view again: what was said before consent was not heard. */
export function retell() {
  current?.tell?.();
}

function draw() {
  current = resolve(new URL(location.href));
  document.title = current.title;
  fill(main, current.markup);
  main.querySelector("h1")?.setAttribute("tabindex", "-1");
  current.enter?.(main);
  current.tell?.();
}

function follow(event) {
  const link = event.target.closest("a[href]");
  if (!link || event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  // data-load: an arrival from elsewhere, which only a real page load can play.
  if (link.origin !== location.origin || "load" in link.dataset || link.target) return;
  if (!link.pathname.startsWith("/demo") || link.hash) return;
  event.preventDefault();
  go(link.href);
}
