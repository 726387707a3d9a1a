// Whether something of ours is before the visitor's eyes. Every doubt says no.

/** How much of the window an inert part of the page covers at least, for the page to be behind something. */
const MOST = 0.5;

/** The share of the window that an element covers, as far as it is drawn at all. */
const covers = (element: Element): number => {
  if (element.checkVisibility?.({ opacityProperty: true, visibilityProperty: true }) === false) return 0;
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const length = (from: number, to: number, most: number) => Math.max(0, Math.min(to, most) - Math.max(from, 0)) / most;
  return length(left, right, innerWidth) * length(top, bottom, innerHeight);
};

const some = (selector: string, least: number) => [...document.querySelectorAll(selector)].some((each) => covers(each) > least);

const modal = () => {
  try {
    return !!document.querySelector('dialog:modal');
  } catch {
    // Before browsers knew the word, the hit test has to do.
    return false;
  }
};

/** What a shop lays over its page without a word for it: fixed before most of the window, and not the page itself. */
const overlay = () => {
  // A card on a small telephone, too, stands before its middle.
  let element = document.elementsFromPoint(innerWidth / 2, innerHeight / 2).find(({ localName }) => !/^overture-/.test(localName));
  for (; element && element != document.body; element = element.parentElement!)
    if (getComputedStyle(element).position == 'fixed' && covers(element) > MOST)
      return element.querySelectorAll('*').length * 2 < document.body.querySelectorAll('*').length;
  return false;
};

/**
 * Whether something of the shop's has the visitor: a modal dialog, an element in fullscreen, an overlay, or whatever a page
 * put in front of its inert self.
 */
export const taken = (): boolean =>
  !!document.fullscreenElement || modal() || some('[aria-modal=true]', 0) || some('[inert]', MOST) || overlay();

/** Whether the shop has something on a layer above that of `host`, in its place: it is not to be covered. */
export const below = (host: Element): boolean => {
  const layer = +getComputedStyle(host).zIndex;
  const { left, top, width, height } = host.getBoundingClientRect();
  const points = [
    [0.5, 0.5],
    [0.5, 0.02],
    [0.5, 0.98],
    [0.02, 0.5],
    [0.98, 0.5],
  ] as const;
  const all = points.flatMap(([x, y]) => document.elementsFromPoint(left + x * width, top + y * height));
  return all.some((met) => {
    let element: Element | null = met == host ? null : met;
    while (element && !(+getComputedStyle(element).zIndex > layer)) element = element.parentElement;
    return !!element;
  });
};

/**
 * Whether all of `parts` that lie within `box` would be met, were their middles pointed at: nothing covers them, no
 * ancestor hides them, they are in the window. `host` is the element in whose shadow they are.
 */
export const met = (host: Element, box: Element, parts: Iterable<Element>): boolean => {
  if (host.checkVisibility?.({ opacityProperty: true, visibilityProperty: true }) === false) return false;
  const { left, right, top, bottom } = box.getBoundingClientRect();
  let any = false;
  for (const part of parts) {
    const its = part.getBoundingClientRect();
    const x = (its.left + its.right) / 2;
    const y = (its.top + its.bottom) / 2;
    if (x < left || x > right || y < top || y > bottom) continue;
    if (document.elementFromPoint(x, y) != host) return false;
    any = true;
  }
  return any;
};
