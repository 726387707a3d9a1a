import { alarm, later, on } from '../guard';
import { told } from '../head';
import { put } from '../outbox';
import type { Invitation } from '../wire';
import { fieldFocused, free } from './free';
import { draw, remove, shown } from './view';

// At most one card: an invitation until it is answered, withdrawn or expired. Accepted, its words stay until the talk
// opens in its place.
//
//   invitation ── awaits a free moment ── shown ── accepted ── conversation: the talk
//                         └─ expired, withdrawn ─┴─ declined, dismissed: gone

/** Going from one field to the next passes through no field at all. */
const SETTLE = 100;

let current: Invitation | undefined;
/** What she answered: redelivery does not bring it back. */
const settled: Record<string, boolean> = {};

export const leave = (): void => {
  expire();
  current = undefined;
  remove();
};

const expire = alarm(leave);

const respond = (response: string, channel?: string) =>
  put({ type: 'invitation', id: current!.id, response, channel });

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

/** Shows what there is to show, once she is here and her hands are free. */
export const check = (): void => {
  if (!current || shown() || told._paying || !free()) return;
  render();
  respond('shown');
};

/** `expires` is on this machine's clock. */
export const invite = (offered: Invitation, expires: number): void => {
  if (current?.id == offered.id || settled[offered.id]) return;
  leave();
  current = offered;
  expire(expires - Date.now());
  check();
};

export const withdrawn = (id: string): void => {
  if (current?.id == id) leave();
};

export const attend = (): void => {
  on('focus focusout visibilitychange', () => later(check, SETTLE));
  // A dialog of the shop's that takes the key for itself has it.
  on('keydown', ({ key, defaultPrevented }) => {
    if (key == 'Escape' && shown() && !defaultPrevented && !fieldFocused()) answer('dismissed');
  });
};
