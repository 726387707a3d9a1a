import { later } from './guard';
import type { Outbound } from './wire';

/** Her answers, requests and messages: kept until acknowledged, sent again on every connection. */
export const createOutbox = (send: (frame: object, acked: boolean) => void) => {
  let frames: Outbound[] = [];
  // The contract promises no `ack` for a request; what answers it is a conversation.
  const write = (frame: Outbound) => send(frame, frame.type != 'request');
  const resend = () => frames.forEach(write);
  return {
    _put(frame: Outbound) {
      frames.push(frame);
      write(frame);
    },
    _resend: resend,
    _later: (ms?: number) => later(resend, ms || 1000),
    /** Acknowledgements come in the order sent, so an `id` answered twice is settled one by one. */
    _done(id?: string) {
      const at = frames.findIndex((frame) => frame.id == id);
      if (at >= 0) frames.splice(at, 1);
    },
    _answered() {
      frames = frames.filter((frame) => frame.type != 'request');
    },
    _clear() {
      frames = [];
    },
  };
};
