import { alarm, later, on } from '../guard';
import { free } from '../layer/free';
import { taken } from '../layer/sight';
import type { Host, Invitation, Take } from '../wire';
import { View } from './view';

// At most one card: an invitation until it is answered, withdrawn or expired. It counts as shown once it was before the
// visitor's eyes for a second; until then it stands only where it can be seen. Accepted, its words stay until the talk
// opens in its place.
//
//   invitation ── waits ⇄ stands ── shown ── accepted ── conversation: the talk
//                   └────────┴─ expired, withdrawn ─┴─ declined, dismissed: gone

/** Going from one field to the next passes through no field at all. */
const SETTLE = 100;
/** How often it looks whether it may stand, and still does; after it could not be seen, less often. */
const TURN = 250;
const REST = 1000;
/** Seen for so long, it was shown. */
const LOOK = 1000;

/** Attends one invitation after the other; returns what takes the frames. */
export default (host: Host): Take => {
  let current: Invitation | undefined;
  /** Came while another was before the visitor's eyes, and waits until that is gone. */
  let next: Invitation | undefined;
  let view: View | undefined;
  /** Since when it has been seen without a break; before that 0. */
  let since = 0;
  let shown = false;
  /** What was answered: redelivery does not bring it back. */
  const settled: Record<string, boolean> = {};

  const leave = () => {
    expire();
    turn();
    current = undefined;
    shown = false;
    away();
    const following = next;
    next = undefined;
    if (following) invite(following);
  };
  const expire = alarm(leave);

  const respond = (response: string, channel?: string) => host.put({ type: 'invitation', id: current!.id, response, channel });

  const answer = (response: string, channel?: string) => {
    if (!settled[current!.id]) respond(response, channel);
    settled[current!.id] = true;
    // An answer says that it was shown.
    shown = true;
    // Accepted: the words stay, without their buttons.
    if (channel) draw();
    else leave();
  };
  const dismiss = () => answer('dismissed');

  const draw = () => {
    const { id, copy, channels } = current!;
    const [first, other] = channels;
    view!._draw(
      current!,
      settled[id]
        ? []
        : [
            ['accept', copy.accept, () => answer('accepted', first)],
            ['decline', copy.decline, () => answer('declined')],
            ['link', copy.channels?.[other!], () => answer('accepted', other)],
            ['later', copy.later, dismiss],
          ],
      dismiss,
    );
  };

  /** Whether anything may stand over the page now: nothing of ours does, and nothing of the shop's has the visitor. */
  const may = () => !host.busy() && !host.talking && free() && !taken();

  const away = () => {
    since = 0;
    view?._remove();
    view = undefined;
  };

  /** One look: lets the card stand where it can be seen, takes it away where it cannot, and counts the time between. */
  const check = () => {
    // Timers stop while a machine sleeps or a page is kept for a return.
    if (current && Date.now() >= current.expiresAt) return leave();
    if (!current || shown) return;
    turn(TURN);
    if (!may()) return away();
    // The live region first; what it announces with the next look.
    if (!view) {
      view = new View(dismiss);
      return;
    }
    if (!view._drawn()) draw();
    // Before anything of it was painted.
    if (!view._met()) {
      turn(REST);
      return away();
    }
    if (!view._whole()) since = 0;
    else since ||= Date.now();
    if (!since || Date.now() - since < LOOK) return;
    shown = true;
    respond('shown');
  };
  const turn = alarm(check);

  const settle = alarm(check);

  const invite = (offered: Invitation) => {
    const left = offered.expiresAt - Date.now();
    if (current?.id == offered.id || settled[offered.id] || left <= 0) return;
    if (current && view?._drawn()) {
      next = offered;
      return;
    }
    next = undefined;
    leave();
    current = offered;
    expire(left);
    // What was said while this script was on its way comes first.
    later(check, 0);
  };

  on('focus focusout visibilitychange pageshow', () => settle(SETTLE));

  return (frame) => {
    switch (frame.type) {
      case 'invitation':
        return invite(frame);
      case 'withdraw':
        if (next?.id == frame.id) next = undefined;
        return current?.id == frame.id ? leave() : undefined;
      case 'silence':
        next = undefined;
        return leave();
      case 'talking':
        return leave();
    }
  };
};
