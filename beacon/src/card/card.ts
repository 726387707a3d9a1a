import { alarm, later, on } from '../guard';
import { told } from '../head';
import { put } from '../outbox';
import type { Conversation, Invitation } from '../wire';
import { fieldFocused, free } from './free';
import { draw, remove, shown } from './view';

// At most one card: an invitation until it is answered, withdrawn or expired, then the words on what follows.
//
//   invitation ── awaits a free moment ── shown ── accepted ── conversation ── ended
//                         └─ expired, withdrawn ─┴─ declined, dismissed: gone

/** Going from one field to the next passes through no field at all. */
const SETTLE = 100;
const FAREWELL = 10000;

/** What there is to show: an invitation, or the words on a conversation. */
let current: (Invitation & { state?: undefined; handoff?: undefined }) | (Conversation & { channels?: undefined }) | undefined;
/** What she answered or closed: redelivery does not bring it back. */
const settled: Record<string, boolean> = {};
const key = () => current!.id + current!.state;

export const leave = (): void => {
  expire();
  current = undefined;
  remove();
};

const expire = alarm(leave);

const respond = (response: string, channel?: string) =>
  put({ type: 'invitation', id: current!.id, response, channel });

const answer = (response: string, channel?: string) => {
  if (current!.channels && !settled[key()]) respond(response, channel);
  settled[key()] = true;
  // Accepted: the words stay, without their buttons, until the conversation brings its own.
  if (channel) render();
  else leave();
};

const render = () => {
  const { copy, advisor, channels, handoff, language = document.documentElement.lang } = current!;
  const [first, other] = channels || [, handoff?.channel];
  draw(
    language,
    copy!,
    advisor,
    channels && settled[key()]
      ? []
      : [
          ['accept', copy!.accept, () => answer('accepted', first)],
          ['decline', copy!.decline, () => answer('declined')],
          [
            'link',
            (!handoff || /^https:/.test(handoff.url)) && copy!.channels?.[other!],
            () => (handoff ? window.open(handoff.url, '_blank', 'noopener') : answer('accepted', other)),
          ],
        ],
    () => answer('dismissed'),
  );
};

/** Shows what there is to show, once she is here and her hands are free. */
export const check = (): void => {
  if (!current || shown() || told._paying || !free()) return;
  render();
  if (current.channels) respond('shown');
};

/** `expires` is on this machine's clock. */
export const invite = (offered: Invitation, expires: number): void => {
  if (current?.id == offered.id || settled[offered.id + undefined]) return;
  leave();
  current = offered;
  expire(expires - Date.now());
  check();
};

export const withdrawn = (id: string): void => {
  if (current?.id == id) leave();
};

/** Replaces the invitation, in place where it is shown; without words of its own there is nothing to say. */
export const converse = (next: Conversation): void => {
  current = next;
  if (!next.copy || settled[key()]) return leave();
  expire(next.state == 'ended' ? FAREWELL : undefined);
  if (shown()) render();
  else check();
};

export const attend = (): void => {
  on('focus focusout visibilitychange', () => later(check, SETTLE));
  // A dialog of the shop's that takes the key for itself has it.
  on('keydown', ({ key, defaultPrevented }) => {
    if (key == 'Escape' && shown() && !defaultPrevented && !fieldFocused()) answer('dismissed');
  });
};
