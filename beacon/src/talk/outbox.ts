import { later } from '../guard';
import type { Host, Inbound } from '../wire';
import { keep, kept, type Pending } from './keep';

/** Of the contract's answers only a message has one of its own; a request is answered by its conversation. */
const write = (host: Host, frame: Pending) => {
  if (host.send(frame, frame.type == 'message') && frame.type == 'feedback') settle((other) => other == frame);
};

const settle = (done: (frame: Pending) => boolean) => keep({ pending: kept.pending.filter((frame) => !done(frame)) });

/** Keeps a frame until it is answered, and sends it if it can. */
export const put = (host: Host, frame: Pending): void => {
  keep({ pending: [...kept.pending, frame] });
  write(host, frame);
};

export const resend = (host: Host) => kept.pending.forEach((frame) => write(host, frame));

/** Settles what a frame answers; returns a message that was refused for good. */
export const answered = (host: Host, frame: Inbound): Pending | undefined => {
  switch (frame.type) {
    case 'welcome':
      resend(host);
      return;
    case 'ack':
    case 'error': {
      const { id, code, retryAfter } = frame;
      const meant = id && kept.pending.find((pending) => pending.id == id);
      if (!meant) return;
      if (code && code != 'invalid') later(() => resend(host), retryAfter || 1000);
      else settle((pending) => pending == meant);
      return code == 'invalid' ? meant : undefined;
    }
    case 'message':
      settle(({ type, id }) => type == 'message' && id == frame.id);
      return;
    case 'conversation':
      settle(({ id, type, conversation }) => id == frame.id || (type == 'leave' && (conversation != frame.id || frame.state == 'ended')));
      return;
    default:
      return;
  }
};
