import { safe } from '../guard';
import type { Host, Inbound, Take } from '../wire';
import { core } from './core';
import { put } from './outbox';
import { again, send } from './socket';

/** So many frames wait for a module; what is older is said again after the next welcome. */
const MOST_WAITING = 100;

const host: Host = {
  send,
  put,
  again,
  busy: () => core.busy(),
  relay: (frame) => relay(frame),
};

/** A module that the first frame of its type loads. Frames wait for it; where it cannot be had, the next one tries again. */
const module = (type: string, name: string): Take => {
  const waiting: Inbound[] = [];
  let attempt = 0;
  let loading = false;
  let take: Take | undefined;
  return (frame) => {
    if (take) return take(frame);
    if (!waiting[0] && frame.type != type) return;
    waiting.push(frame);
    if (waiting.length > MOST_WAITING) waiting.shift();
    if (loading) return;
    loading = true;
    core
      .load(name, attempt++)
      .then((module) => {
        take = safe(module.default(host));
        waiting.forEach(take);
      })
      .catch(() => (loading = false));
  };
};

const modules = [module('invitation', 'card'), module('conversation', 'talk')];

/** Passes a frame to the card and the talk, each loaded only once there is something for it. */
export const relay = (frame: Inbound): void => modules.forEach((take) => take(frame));
