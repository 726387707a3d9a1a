/** Whether the focus is in a field or a frame, however deep in shadows. */
export const fieldFocused = (): boolean => {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return !!focused && (focused.matches('input,textarea,select,iframe') || (focused as HTMLElement).isContentEditable);
};

/** Whether a card may appear now: she is here, and her hands are free. */
export const free = (): boolean => !document.hidden && document.hasFocus() && !fieldFocused();
