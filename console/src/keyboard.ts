/** What a key asks for, anywhere but in a field or a dialog. */
export type Wanted =
  | { what: 'claim' | 'line' | 'note' | 'transfer' | 'end' | 'dossier' | 'help' }
  | { what: 'number'; n: number }
  | { what: 'pane'; step: 1 | -1 }
  | { what: 'leave' };

const LETTERS: Record<string, Extract<Wanted, { what: string }>> = {
  c: { what: 'claim' },
  l: { what: 'line' },
  n: { what: 'note' },
  t: { what: 'transfer' },
  e: { what: 'end' },
  d: { what: 'dossier' },
  '?': { what: 'help' },
};

/** @param writing whether the focus is in a field @param single whether single keys are wanted at all */
export const wanted = (event: KeyboardEvent, writing: boolean, single: boolean): Wanted | undefined => {
  const { key, ctrlKey, altKey, metaKey } = event;
  if (ctrlKey || altKey || metaKey || event.isComposing) return undefined;
  if (key == 'F6') return { what: 'pane', step: event.shiftKey ? -1 : 1 };
  if (writing) return key == 'Escape' ? { what: 'leave' } : undefined;
  if (!single) return undefined;
  if (/^[1-9]$/.test(key)) return { what: 'number', n: Number(key) };
  return LETTERS[key.toLowerCase()];
};

/** Where the focus is, however deep in shadows. */
export const focused = (): Element | null => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
};

/** Letters typed there are somebody's words; the arrows of a choice are its own. */
export const isWriting = (element: Element | null): boolean =>
  !!element?.matches('textarea, select, input:not([type="radio"], [type="checkbox"])');
