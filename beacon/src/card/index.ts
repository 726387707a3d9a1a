import { alarm, later, on } from '../guard';
import type { Host, Invitation, Take } from '../wire';
import { fieldFocused, free } from './free';
import { draw, remove, shown } from './view';

// At most one card: an invitation until it is answered, withdrawn or expired. Accepted, its words stay until the talk
// opens in its place.
//
//   invitation ── awaits a free moment ── shown ── accepted ── conversation: the talk
//                         └─ expired, withdrawn ─┴─ declined, dismissed: gone

/** Going from one field to the next passes through no field at all. */
const SETTLE = 100;
/** What happens without any event, such as the end of a payment, is found out so often. */
const TURN = 1000;

/** Attends one invitation after the other; returns what takes the frames. */
export default (host: Host): Take => {
  let current: Invitation | undefined;
  /** What was answered: redelivery does not bring it back. */
  const settled: Record<string, boolean> = {};

  const leave = () => {
    expire();
    turn();
    current = undefined;
    remove();
  };
  const expire = alarm(leave);

  const respond = (response: string, channel?: string) =>
    host.put({ type: 'invitation', id: current!.id, response, channel });

  const answer = (response: string, channel?: string) => {
    if (!settled[current!.id]) respond(response, channel);
    settled[current!.id] = true;
    // Accepted: the words stay, without their buttons.
    if (channel) render();
    else leave();
  };

  const render = () => {
    const { id, copy, advisor, channels, language } = current!;
    const [first, other] = channels;
    draw(
      language,
      copy,
      advisor,
      settled[id]
        ? []
        : [
            ['accept', copy.accept, () => answer('accepted', first)],
            ['decline', copy.decline, () => answer('declined')],
            ['link', copy.channels?.[other!], () => answer('accepted', other)],
          ],
      () => answer('dismissed'),
    );
  };

  /** Shows what there is to show, once the visitor is here with free hands. */
  const check = () => {
    if (!current || shown()) return;
    turn(TURN);
    if (host.busy() || !free()) return;
    render();
    respond('shown');
  };
  const turn = alarm(check);

  const invite = (offered: Invitation) => {
    const left = offered.expiresAt - Date.now();
    if (current?.id == offered.id || settled[offered.id] || left <= 0) return;
    leave();
    current = offered;
    expire(left);
    // What was said while this script was on its way comes first.
    later(check, 0);
  };

  on('focus focusout visibilitychange', () => later(check, SETTLE));
  // A dialog of the shop's that takes the key for itself has it.
  on('keydown', ({ key, defaultPrevented }) => {
    if (key == 'Escape' && shown() && !defaultPrevented && !fieldFocused()) answer('dismissed');
  });

  return (frame) => {
    switch (frame.type) {
      case 'invitation':
        return invite(frame);
      case 'withdraw':
        return current?.id == frame.id ? leave() : undefined;
      case 'silence':
      case 'talking':
        return leave();
    }
  };
};
