import { overhear } from './consent';
import { safe } from './guard';
import { currency, normalise } from './normalise';
import { watch } from './watch';
import type { Params } from './wire';

/**
 * The events we take from a shop's data layer: GA4's e-commerce and the contract's own. Not `page_view` and
 * `user_engagement`: those are measured here, and would count twice.
 */
const KNOWN =
  /^((view|customize)_item|view_(item_list|cart|detail)|select_(item|variant)|(add_to|remove_from)_(cart|wishlist)|begin_checkout|add_(shipping|payment)_info|purchase|refund|search|login|share|generate_lead|join_waitlist|copy_reference|payment_failed|change_market|gift_option)$/;

/** The currency that the layer holds: of the whole page, and of its `ecommerce` until that is cleared. */
let general: string | undefined;
let commerce: string | undefined;

export const held = (): string | undefined => commerce || general;

let readings = 0;

/**
 * Reads the layer anew from its beginning, at the moment at which the page is first allowed to speak: consent may come
 * after what it is for.
 */
export let reread = (): void => {};

/** Takes what was pushed before us, in order, and all that follows; the shop's own `push` answers as it did. */
export const follow = (
  name: string,
  event: (name: string, params: Params) => void,
  consent: (kind: string, signals: Record<string, unknown>) => void,
): void => {
  const layer = ((window as any)[name] ||= []) as any[];
  if (!Array.isArray(layer)) return;
  const { push } = layer;

  // Either gtag's `arguments`, or GTM's object.
  const hear = safe((pushed: any) => {
    if (pushed[0] == 'consent') consent(pushed[1], pushed[2]);
  });
  const tell = safe((pushed: any) => {
    watch('push', pushed);
    const [command, first, second] = pushed[0] ? [pushed[0], pushed[1], pushed[2]] : ['event', pushed.event, pushed];
    if (command == 'set' || command == 'config') general = currency(first) || currency(second) || currency({ [first]: second }) || general;
    if (command != 'event') return;
    const { ecommerce, eventModel } = second || {};
    if (!pushed[0]) {
      general = currency(second) || general;
      if (ecommerce === null) commerce = undefined;
      commerce = currency(ecommerce) || commerce;
    }
    if (typeof first == 'string' && KNOWN.test(first)) event(first, normalise({ ...second, ...ecommerce, ...eventModel }, held()));
    else if (first) watch('left', first, 'unknown');
  });
  const take = (pushed: any[]) => {
    const before = readings;
    overhear(consent);
    pushed.forEach(hear);
    if (readings == before) pushed.forEach(tell);
  };

  layer.push = (...pushed) => {
    const length = push.apply(layer, pushed);
    take(pushed);
    return length;
  };
  reread = () => {
    readings++;
    general = commerce = undefined;
    layer.slice().forEach(tell);
  };
  take(layer.slice());
};
