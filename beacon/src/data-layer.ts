import { normalise } from './normalise';
import type { Params } from './wire';

/**
 * The events we take from a shop's tag manager: GA4's e-commerce and the contract's own. Not `page_view` and
 * `user_engagement`: those are measured here, and would count twice.
 */
const KNOWN =
  ' view_item view_item_list select_item add_to_wishlist remove_from_wishlist add_to_cart remove_from_cart view_cart begin_checkout add_shipping_info add_payment_info purchase refund search login share generate_lead view_detail customize_item select_variant join_waitlist copy_reference payment_failed change_market gift_option ';

export interface Sink {
  event(name: string, params: Params): void;
  consent(kind: string, signals: Record<string, unknown>): void;
}

/** Reads one push: GTM's object with an `event`, or the `arguments` that gtag.js pushes. */
const take = (push: any, sink: Sink): void => {
  if (!push) return;
  if (push[0] == 'consent') sink.consent(push[1], push[2] || {});
  const [name, params] =
    push[0] == 'event' ? [push[1], push[2]] : [push.event, { ...push, event: null, ...push.ecommerce }];
  if (name && KNOWN.includes(` ${name} `)) sink.event(name, normalise(params));
};

/** Takes what was pushed before us, in order, and all that follows; the shop's own `push` answers as it did. */
export const follow = (name: string, sink: Sink): void => {
  const layer = ((window as any)[name] ||= []) as any[];
  const one = (push: unknown) => {
    try {
      take(push, sink);
    } catch {
      // One odd push must not cost the next.
    }
  };
  layer.slice().forEach(one);
  const push = layer.push;
  layer.push = function (...pushed) {
    const answer = push.apply(layer, pushed);
    pushed.forEach(one);
    return answer;
  };
};
