import { consent, signal } from './consent';
import { follow } from './data-layer';
import { look, measure } from './engagement';
import { later, on, safe } from './guard';
import { head, silence, speak, told } from './head';
import { newId } from './ids';
import { inspect } from './inspect';
import { normalise, text } from './normalise';
import { acked, discard, put, resend } from './outbox';
import { watchPages } from './pages';
import { add, flush, lost, resume, settle, withdraw } from './queue';
import { relay } from './relay';
import { close, greet, listen, open } from './socket';
import { erase } from './storage';
import { data } from './tag';
import type { Inbound, Item, Params } from './wire';

/** What must not wait for the next batch: the moments at which she may be lost. */
const URGENT = /cart|check|_info|purch/;

const early = (window as any).overture;
/** This machine's clock beside the server's. */
let offset = 0;

const receive = (frame: Inbound) => {
  if (frame.type == 'invitation') frame.expiresAt -= offset;
  relay(frame);
  switch (frame.type) {
    case 'welcome':
      offset = frame.serverTime - Date.now();
      resend();
      return resume();
    case 'ack':
    case 'error': {
      const { id, code, retryAfter } = frame;
      const again = !!code && code != 'invalid';
      settle(frame, again, retryAfter);
      if (!again) acked(id);
      else if (id) later(resend, retryAfter || 1000);
      return;
    }
    case 'consent':
      if (frame.analytics_storage == 'denied') consented('update', { analytics_storage: 'denied' });
      return;
    case 'conversation':
      discard();
  }
};

const record = (name: string, params: Params) => {
  const item = (params.items ? (params.items as Item[])[0] : params)?.item_id as string;
  if (item && /^(view|customize)_item$/.test(name)) look({ item_id: item });
  if (name != 'page_view' && name != 'user_engagement') told._paying = name == 'add_payment_info';
  if (speak(params.active === false)) add({ name, at: Date.now(), params }, URGENT.test(name));
};

const page = () => {
  const page = location.pathname;
  look({ page });
  record('page_view', { page_location: page, page_title: text(document.title) || '' });
};

/** Something of who speaks may have changed: greet, begin, or fall silent. */
const renew = () => {
  if (consent().analytics_storage == 'granted') {
    if (head) {
      speak(true);
      greet();
    } else {
      page();
      open();
    }
  } else if (head) {
    close();
    discard();
    relay({ type: 'silence' });
    withdraw(silence());
  }
};

const consented = (kind: string, values: Record<string, unknown>) => {
  signal(kind, values);
  renew();
  // Also what earlier pages left, when the refusal comes before anything began here.
  if (values.analytics_storage == 'denied' && kind == 'update') erase();
};

const commands: Record<string, (...args: any[]) => void> = {
  track: (name, params) => record(`${name}`.slice(0, 40), normalise(params)),
  ask: (about) => {
    if (head) put({ ...about, type: 'request', id: newId() });
  },
  consent: (values) => consented('update', values),
  client: (jwt) => {
    told._client = jwt;
    renew();
  },
  context: (more) => {
    Object.assign(told._context, normalise(more));
    renew();
  },
};
const command = safe((name: string, ...args: unknown[]) => commands[name]!(...args));

// Pasted twice, it counts once.
if (early?.q !== 0) {
  (window as any).overture = command;
  // What was said before it loaded is in the stub's queue; nothing queues any more.
  (command as any).q = 0;
  inspect();
  listen(receive, lost);
  measure((params) => record('user_engagement', params));
  if (data.consent) consented('update', { analytics_storage: data.consent, personalization_storage: data.consent });
  for (const args of early?.q || []) command(...(args as [string]));
  follow(data.layer || 'dataLayer', record, consented);
  watchPages(page);
  // Also on return, which does no harm.
  on('visibilitychange pagehide', flush);
  on('pagehide', close);
  on('pageshow', open);
}
