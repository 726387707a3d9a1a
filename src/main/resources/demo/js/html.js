// A template that escapes what it is given. Markup stays markup only when it came from here.

class Markup {
  constructor(text) {
    this.text = text;
  }
  toString() {
    return this.text;
  }
}

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function show(value) {
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map(show).join("");
  if (value === null || value === undefined || value === false) return "";
  return String(value).replace(/[&<>"']/g, (c) => ENTITIES[c]);
}

export function html(parts, ...values) {
  return new Markup(parts.reduce((out, part, i) => out + show(values[i - 1]) + part));
}

export function fill(element, markup) {
  element.innerHTML = show(markup);
  return element;
}
