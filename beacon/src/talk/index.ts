import { alarm, on } from '../guard';
import { newId } from '../ids';
import type { Conversation, Host, Message, Take } from '../wire';
import { askForm, question } from './ask';
import { forget, keep, kept } from './keep';
import { Log } from './log';
import { answered, put, resend } from './outbox';
import { Panel } from './panel';

// A conversation, from her side. What is true is the service's; after every welcome it says all of it again.
//
//   waiting ── joined ── ended ── gone
//      └─────────┴── low: put away, a line at the foot of the page

/** She is told that somebody writes for as long as this, and says it herself at most as often. */
const TYPING = 5000;
/** Below this width an open panel is most of what she sees. */
const NARROW = '(max-width: 600px)';

/** Attends one conversation after the other; returns what takes the frames. */
export default (host: Host): Take => {
  const log = new Log();
  let current: Conversation | undefined;
  let panel: Panel | undefined;
  /** Up to which offset the advisor has read, and she. */
  let theySaw = -1;
  let sheSaw = -1;
  let writing = false;
  let saidTyping = 0;
  let more = '';

  const gone = () => {
    panel?._remove();
    panel = undefined;
    host.talking = false;
  };
  const silent = alarm(() => typing(false));

  const typing = (now: boolean) => {
    writing = now;
    silent(now ? TYPING : undefined);
    draw();
  };

  const entries = () => {
    const own = kept.pending.filter(({ type }) => type == 'message');
    own.forEach(({ id, text }) => {
      if (!log._has(id!)) log._take({ id: id!, text: `${text}`, from: 'visitor', at: Date.now() });
    });
    return log._all();
  };

  /** Put away with nothing to read, it says what she waits for, until somebody is there whose name says more. */
  const idle = () => (current!.advisor ? '' : current!.copy!.text);

  /** Says how far she has read, when she is here to read it. */
  const look = () => {
    // A service without a word for it does not know the frame either, and would hang up.
    if (!current?.copy?.seen || !panel?._seen() || document.hidden || !document.hasFocus()) return;
    const offset = log._theirs();
    if (offset > sheSaw && host.send({ type: 'seen', conversation: current!.id, offset }, false)) sheSaw = offset;
    panel._beside(idle());
  };

  const draw = () => {
    if (!panel) return;
    const { copy, advisor, language } = current!;
    const all = entries();
    const last = all[all.length - 1];
    panel._converse(current!, all.length > 0);
    panel._say(all, new Set(kept.pending.map(({ id }) => id)), advisor?.name || copy!.title, copy!.you || '', language || '');
    const read = last?._mine && last._offset != null && last._offset <= theySaw;
    panel._tell(writing ? copy!.typing : read ? copy!.seen : '');
    panel._beside(last && !last._mine && (last._offset ?? Infinity) > sheSaw ? last._text : idle());
    look();
  };

  /** The one form that may stand at the end: a wish for another time, or a question. */
  const after = ({ state, offered, question: asks, copy, id }: Conversation) => {
    const which = state == 'ended' ? (offered?.[0] ? 'ask' : asks && copy!.scale && !kept.rated ? 'question' : '') : '';
    if (which == more) return;
    more = which;
    const place = panel!._more;
    place.replaceChildren();
    if (which == 'ask') askForm(place, copy!, offered!, (what) => put(host, { type: 'request', id: newId(), ...what }));
    if (which == 'question')
      question(place, copy!, (score) => {
        keep({ rated: true });
        put(host, { type: 'feedback', conversation: id, score });
      });
  };

  const open = (isNew: boolean, hadFocus: boolean) => {
    more = '';
    panel = new Panel(
      {
        _write(text) {
          keep({ draft: '' });
          put(host, { type: 'message', conversation: current!.id, id: newId(), text });
          saidTyping = 0;
          draw();
        },
        _drafts(draft) {
          keep({ draft });
          if (!current!.copy!.typing || !draft || Date.now() - saidTyping < TYPING) return;
          if (host.send({ type: 'typing', conversation: current!.id }, false)) saidTyping = Date.now();
        },
        _leave: () => put(host, { type: 'leave', conversation: current!.id }),
        _away() {
          if (current!.state != 'ended') return keep({ low: true });
          keep({ gone: true });
          gone();
        },
        _back() {
          keep({ low: false });
          look();
        },
      },
      kept.draft || '',
    );
    // The tab she is in opens it; the others, and a small screen come to anew, keep it put away.
    panel._low(!!(kept.low || document.hidden || host.busy() || (!isNew && matchMedia(NARROW).matches)));
    if (hadFocus && !panel._isLow()) panel._takeFocus();
    host.talking = true;
    host.relay({ type: 'talking' });
  };

  const converse = (next: Conversation) => {
    const isNew = kept.id != next.id;
    // Of the card, or of the conversation before.
    const hadFocus = /^overture-/.test(document.activeElement?.localName || '');
    if (isNew) {
      gone();
      const { pending } = kept;
      forget();
      // An appeal that this conversation does not answer goes on.
      keep({ id: next.id, pending: pending.filter(({ type }) => type == 'request') });
    }
    // The welcome this page began with came before there was a talk to hear it.
    if (!current) resend(host);
    if (current?.id != next.id || current.epoch != next.epoch) {
      log._restart();
      theySaw = sheSaw = -1;
    }
    const ended = next.state == 'ended';
    const asks = next.offered?.[0] || (next.question && !kept.rated);
    const over = ended && (kept.gone || (!asks && !current && !isNew));
    current = next;
    writing &&= !ended;
    if (!next.copy || over) return gone();
    if (!panel) open(isNew, hadFocus);
    after(next);
    draw();
  };

  const message = (frame: Message) => {
    if (log._take(frame)) host.again();
    if (frame.from == 'advisor') typing(false);
    else draw();
  };

  on('focus visibilitychange', look);

  return (frame) => {
    const refused = answered(host, frame);
    if (refused?.type == 'message') {
      log._drop(refused.id!);
      panel?._restore(`${refused.text}`);
    }
    if (frame.type == 'ack' && frame.id) log._had(frame.id, frame.offset);
    if (frame.type == 'ack' || refused) draw();
    switch (frame.type) {
      case 'conversation':
        return converse(frame);
      case 'silence':
        forget();
        current = undefined;
        log._restart();
        return gone();
      default:
        if (!current || !('conversation' in frame) || frame.conversation != current.id) return;
        if (frame.type == 'message') message(frame);
        if (frame.type == 'typing') typing(true);
        if (frame.type == 'seen') {
          theySaw = Math.max(theySaw, frame.offset);
          draw();
        }
    }
  };
};
