import { safe } from '../guard';

/** Words are only ever text, never markup: they come from outside. */
export const make = <K extends keyof HTMLElementTagNameMap>(
  parent: Node,
  tag: K,
  part: string,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
): HTMLElementTagNameMap[K] => {
  const made = Object.assign(document.createElement(tag), properties);
  if (part) made.setAttribute('part', part);
  return parent.appendChild(made);
};

export const button = (parent: Node, part: string, textContent: string, act: () => void): HTMLButtonElement =>
  make(parent, 'button', part, { type: 'button', textContent, onclick: safe(act) });

/** Who is there, as printed: the name, and the title or place after it. */
export const named = (advisor?: { name: string; title?: string }): string | undefined =>
  advisor && advisor.name + (advisor.title ? ', ' + advisor.title : '');

/** Which way a language is read. */
export const direction = (language: string): string => (/^(ar|fa|he|ur)/.test(language) ? 'rtl' : 'ltr');
