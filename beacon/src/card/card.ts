import { later, on, safe } from '../guard';
import { newId } from '../ids';
import type { Conversation, Invitation, Message, Outbound } from '../wire';
import { conversationFace, invitationFace, words } from './faces';
import { fieldFocused, free } from './free';
import { createView } from './view';

/** Going from one field to the next passes through no field at all. */
const SETTLE = 300;
const FAREWELL = 10000;

/**
 * At most one card: an invitation until it is answered, withdrawn or expired, then the conversation that follows.
 *
 *   invitation ── awaits a free moment ── shown ── accepted ── conversation ── ended
 *                         └─ expired, withdrawn ─┴─ declined, dismissed: gone
 */
export const createCard = (put: (frame: Outbound) => void, paying: () => unknown, nonce?: string) => {
  let invitation: Invitation | undefined;
  let talk: Conversation | undefined;
  let language = document.documentElement.lang || navigator.language;
  /** There is something she has not closed. */
  let open = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lines: Message[] = [];
  /** Invitations answered and messages drawn: redelivery changes nothing. */
  const settled: Record<string, 1> = {};

  const leave = () => {
    clearTimeout(timer);
    open = false;
    invitation = undefined;
    if (talk?.state == 'ended') talk = undefined;
    view._remove();
  };

  const answer = (response: string, channel?: string) => {
    const { id } = invitation!;
    settled[id] = 1;
    put({ type: 'invitation', id, response, channel });
    // Accepted: the words stay, without their buttons, until the conversation brings its own.
    if (channel) view._draw(words(language, invitation!));
    else leave();
  };

  const close = () => (invitation && !settled[invitation.id] ? answer('dismissed') : leave());

  const view = createView(nonce, close);

  const send = (text: string) => {
    const message = { type: 'message', conversation: talk!.id, id: newId(), text } as const;
    put(message);
    receive({ ...message, from: 'visitor' });
  };

  const draw = () => view._draw(talk ? conversationFace(language, talk, send) : invitationFace(invitation!, answer));

  const check = () => {
    if (!open || view._shown() || paying() || !free()) return;
    draw();
    if (talk) lines.forEach(view._line);
    else put({ type: 'invitation', id: invitation!.id, response: 'shown' });
  };

  const receive = (message: Message) => {
    if (settled[message.id]) return;
    settled[message.id] = 1;
    lines.push(message);
    if (view._shown()) view._line(message);
    else if (talk) {
      open = true;
      check();
    }
  };

  on(document, 'focusin focusout visibilitychange', () => later(check, SETTLE));
  on(window, 'focus pageshow', () => later(check, SETTLE));
  // Not in the capture phase: a dialog of the shop's that takes the key for itself has it.
  document.addEventListener(
    'keydown',
    safe((event) => {
      if (event.key == 'Escape' && view._shown() && !event.defaultPrevented && !fieldFocused()) close();
    }),
  );

  return {
    _check: check,
    _message: receive,
    _leave: leave,

    /** `expiresAt` on this machine's clock. */
    _invite(offered: Invitation, expiresAt: number) {
      if (talk || settled[offered.id] || invitation?.id == offered.id) return;
      leave();
      invitation = offered;
      language = offered.language;
      open = true;
      timer = later(leave, expiresAt - Date.now());
      check();
    },

    _withdraw(id: string) {
      if (invitation?.id == id) leave();
    },

    _converse(next: Conversation) {
      const same = talk?.id == next.id;
      // What was said elsewhere has no place in this conversation.
      if (talk && !same) leave();
      if (!same) lines = [];
      clearTimeout(timer);
      invitation = undefined;
      if (talk?.state != next.state || !same) open = true;
      // Words once given stay until others replace them.
      talk = { ...(same && talk), ...next };
      const ended = talk.state == 'ended';
      if (!(ended ? next.copy || lines[0] : talk.copy || talk.advisor)) return leave();
      if (ended && !lines[0]) timer = later(leave, FAREWELL);
      if (view._shown()) draw();
      else check();
    },
  };
};
