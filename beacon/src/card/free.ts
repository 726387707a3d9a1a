/** Whether the focus is in a field or a frame of the shop, however deep in shadows. */
export const fieldFocused = (): boolean => {
  let focused = document.activeElement;
  // The card's own field is none of the shop's.
  if (focused?.localName == 'overture-card') return false;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return (
    !!focused &&
    (focused.matches('input,textarea,select,iframe,frame,object,embed') || (focused as HTMLElement).isContentEditable)
  );
};

/** Whether a card may appear now: she is here, and her hands are free. */
export const free = (): boolean => document.visibilityState == 'visible' && document.hasFocus() && !fieldFocused();
