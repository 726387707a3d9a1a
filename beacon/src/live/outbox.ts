import { send } from './socket';
import type { Outbound } from '../wire';

/** Her answers, requests and messages: kept until acknowledged, sent again on every connection. */
let frames: Outbound[] = [];

// The contract promises no `ack` for a request: what answers it is a conversation.
const write = (frame: Outbound) => send(frame, frame.type != 'request');

export const put = (frame: Outbound): void => {
  frames.push(frame);
  write(frame);
};

export const resend = (): void => frames.forEach(write);

/** Acknowledgements come in the order sent, so that an `id` answered twice is settled one by one. */
export const acked = (id?: string): void => {
  const at = frames.findIndex((frame) => frame.id == id);
  if (at >= 0) frames.splice(at, 1);
};

/** What is left no longer matters: she withdrew, or a conversation has answered. */
export const discard = (): void => {
  frames = [];
};
