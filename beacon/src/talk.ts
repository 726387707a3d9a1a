import { leave } from './card/card';
import { safe } from './guard';
import { told } from './head';
import { load } from './load';
import { again, send } from './socket';
import type { Inbound, Talk } from './wire';

let talk: Talk | undefined;

/** Passes a frame to the talk, which is loaded only once there is a conversation, and opens in the place of the card. */
export const relay = (frame: Inbound): void => {
  if (!talk && frame.type == 'conversation') {
    const missed: Inbound[] = [];
    talk = (frame) => missed.push(frame);
    load()
      .then((module) => {
        talk = safe(module.default({ send, again, leave, busy: () => told._paying }));
        missed.forEach(talk);
      })
      // The card's own words stay; the next conversation frame, at the latest on the next connection, tries again.
      .catch(() => (talk = undefined));
  }
  talk?.(frame);
};
