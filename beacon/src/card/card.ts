import { alarm, later, on } from '../guard';
import { told } from '../head';
import { newId } from '../ids';
import { put } from '../outbox';
import type { Conversation, Invitation, Message } from '../wire';
import { fieldFocused, free } from './free';
import { draw, line, remove, shown, type Action } from './view';

// At most one card: an invitation until it is answered, withdrawn or expired, then the conversation that follows.
//
//   invitation ── awaits a free moment ── shown ── accepted ── conversation ── ended
//                         └─ expired, withdrawn ─┴─ declined, dismissed: gone

/** Going from one field to the next passes through no field at all. */
const SETTLE = 300;
const FAREWELL = 20000;

let invitation: Invitation | undefined;
let talk: Conversation | undefined;
let language = document.documentElement.lang;
/** There is something that she has not closed. */
let open = false;
/** Invitations answered and messages drawn: redelivery changes nothing. */
const settled: Record<string, boolean> = {};

export const leave = (): void => {
  expire();
  open = false;
  invitation = undefined;
  if (talk?.state == 'ended') talk = undefined;
  remove();
};

const expire = alarm(leave);

const answer = (response: string, channel?: string) => {
  const { id } = invitation!;
  put({ type: 'invitation', id, response, channel });
  if (response == 'shown') return;
  settled[id] = true;
  // Accepted: the words stay, without their buttons, until the conversation brings its own.
  if (channel) render();
  else leave();
};

const close = () => (invitation && !settled[invitation.id] ? answer('dismissed') : leave());

const send = (text: string) => {
  const message: Message = { type: 'message', conversation: talk!.id, id: newId(), text };
  put(message);
  hear({ ...message, from: 'visitor' });
};

const choices = ({ id, copy, channels: [first, other] }: Invitation): Action[] =>
  settled[id]
    ? []
    : [
        ['accept', copy.accept, () => answer('accepted', first)],
        ['decline', copy.decline, () => answer('declined')],
        ['link', copy.channels?.[other!], () => answer('accepted', other)],
      ];

const handoff = ({ copy, handoff }: Conversation): Action[] =>
  /^https:/.test(handoff?.url!)
    ? [
        [
          'link',
          copy?.channels?.[handoff!.channel] || handoff!.channel,
          () => window.open(handoff!.url, '_blank', 'noopener,noreferrer'),
        ],
      ]
    : [];

const render = () => {
  const { copy = {}, advisor = {} } = (talk || invitation)! as Partial<Invitation>;
  const { placeholder } = copy as Invitation['copy'];
  draw(
    language,
    copy,
    advisor,
    talk ? handoff(talk) : choices(invitation!),
    // Only the house's own words can promise that what she writes is read.
    talk?.state != 'ended' && placeholder,
    close,
    send,
  );
};

export const check = (): void => {
  if (!open || shown() || told.paying || !free()) return;
  render();
  if (!talk) answer('shown');
};

/** `expires` is on this machine's clock. */
export const invite = (offered: Invitation, expires: number): void => {
  if (talk || settled[offered.id] || invitation?.id == offered.id) return;
  leave();
  invitation = offered;
  language = offered.language;
  open = true;
  expire(expires - Date.now());
  check();
};

export const withdrawn = (id: string): void => {
  if (invitation?.id == id) leave();
};

export const hear = (message: Message): void => {
  if (!talk || settled[message.id]) return;
  settled[message.id] = open = true;
  check();
  line(message);
};

export const converse = (next: Conversation): void => {
  open ||= talk?.state != next.state;
  invitation = undefined;
  // Words once given stay until others replace them.
  talk = { ...talk, ...next };
  expire(talk.state == 'ended' ? FAREWELL : undefined);
  if (!talk.copy && !talk.advisor) leave();
  else if (shown()) render();
  else check();
};

export const attend = (): void => {
  on('focusin focusout focus pageshow visibilitychange', () => later(check, SETTLE));
  // A dialog of the shop's that takes the key for itself has it.
  on('keydown', ({ key, defaultPrevented }) => {
    if (key == 'Escape' && shown() && !defaultPrevented && !fieldFocused()) close();
  });
};
