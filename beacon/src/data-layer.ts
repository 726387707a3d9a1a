import { safe } from './guard';
import { normalise } from './normalise';
import type { Params } from './wire';

/**
 * The events we take from a shop's data layer: GA4's e-commerce and the contract's own. Not `page_view` and
 * `user_engagement`: those are measured here, and would count twice.
 */
const KNOWN =
  /^((view|customize)_item|view_(cart|detail)|select_(item|variant)|(add_to|remove_from)_(cart|wishlist)|begin_checkout|add_(shipping|payment)_info|purchase|refund|search|login|share|generate_lead|join_waitlist|copy_reference|payment_failed|change_market|gift_option)/;

/** Takes what was pushed before us, in order, and all that follows; the shop's own `push` answers as it did. */
export const follow = (
  name: string,
  event: (name: string, params: Params) => void,
  consent: (kind: string, signals: Record<string, unknown>) => void,
): void => {
  const layer = ((window as any)[name] ||= []) as any[];
  const { push } = layer;
  // Either gtag's `arguments`, or GTM's object with an `event`.
  const take = safe((pushed: any) => {
    const [command, first, second] = pushed.event ? ['event', pushed.event, { ...pushed, ...pushed.ecommerce }] : pushed;
    if (command == 'consent') consent(first, second);
    if (command == 'event' && KNOWN.test(first)) event(first, normalise(second));
  });
  layer.push = (...pushed) => {
    const length = push.apply(layer, pushed);
    pushed.forEach(take);
    return length;
  };
  layer.slice().forEach(take);
};
