/** What a visitor writes in, whatever it is made of: a frame, too, may hold a field. */
const FIELD = 'input,textarea,select,iframe,[role~="combobox"],[role~="textbox"],[role~="searchbox"],[role~="spinbutton"]';

/** The focused element, however deep in open shadows. */
export const focused = (): HTMLElement | null => {
  let deepest = document.activeElement;
  while (deepest?.shadowRoot?.activeElement) deepest = deepest.shadowRoot.activeElement;
  return deepest as HTMLElement | null;
};

/** Whether the focus is in a field. An element that takes no focus itself holds it in a closed shadow: nobody knows in what. */
export const fieldFocused = (): boolean => {
  const it = focused();
  return !!it && (it.matches(FIELD) || it.isContentEditable || (it.localName.includes('-') && !it.shadowRoot && it.tabIndex < 0));
};

/** Whether a card may appear: the visitor is here, with free hands. */
export const free = (): boolean => !document.hidden && document.hasFocus() && !fieldFocused();
