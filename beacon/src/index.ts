import { createCard } from './card/card';
import { createConsent } from './consent';
import { arrival, surroundings } from './context';
import { follow } from './data-layer';
import { createEngagement } from './engagement';
import { later, on, safe } from './guard';
import { touch } from './identity';
import { newId } from './ids';
import { normalise } from './normalise';
import { createOutbox } from './outbox';
import { watchPages } from './pages';
import { createQueue } from './queue';
import { createSocket } from './socket';
import { erase } from './storage';
import type { Context, Head, Inbound, Item, Params } from './wire';

/** What must not wait for the next batch: the moments at which she may be lost. */
const URGENT = /cart|checkout|_info|purchase/;

const start = () => {
  const shop = window as any;
  const early = shop.overture;
  // Pasted twice, it counts once.
  if (early?.on) return;
  const tag = (document.currentScript || document.querySelector('script[data-site]')) as HTMLScriptElement;
  const data = tag.dataset;
  const server = new URL(data.server || tag.src).origin;
  const consent = createConsent();
  let came = arrival();
  let told: Context = data.market ? { market: data.market } : {};
  let client: string | undefined;
  let head: Head | undefined;
  let paying: boolean | undefined;
  let clock = 0;

  /** Who speaks now: the same object for as long as nothing of it changes. */
  const speak = (passive?: boolean): Head | undefined => {
    const stored = consent._analytics() && touch(Date.now(), came, passive, paying);
    if (!stored) return;
    came = {};
    paying = stored.p;
    const next: Head = {
      site: data.site!,
      visitor: stored.v,
      session: stored.s,
      consent: consent._said(),
      client: consent._personal() ? client : undefined,
      context: { ...surroundings(), ...stored.a, ...told },
    };
    if (JSON.stringify(next) != JSON.stringify(head)) head = next;
    return head;
  };

  const socket = createSocket(
    server,
    () => head,
    (frame: Inbound) => {
      switch (frame.type) {
        case 'welcome':
          clock = frame.serverTime - Date.now();
          outbox._resend();
          return queue._pump();
        case 'ack':
          queue._done(frame.source, frame.seq);
          return outbox._done(frame.id);
        case 'error':
          if (frame.code != 'invalid') {
            queue._later(frame.source, frame.seq, frame.retryAfter);
            return void outbox._later(frame.retryAfter);
          }
          queue._done(frame.source, frame.seq);
          return outbox._done(frame.id);
        case 'invitation':
          return card._invite(frame, frame.expiresAt - clock);
        case 'withdraw':
          return card._withdraw(frame.id);
        case 'conversation':
          outbox._answered();
          return card._converse(frame);
        case 'message':
          return card._message(frame);
      }
    },
    () => queue._lost(),
  );
  const outbox = createOutbox(socket._send);
  const queue = createQueue(server, ({ head, source, seq, events }) => {
    // A withdrawal has no socket any more.
    if (head.consent.analytics_storage != 'granted') return false;
    socket._greet(head);
    return socket._send({ type: 'beacon', source, seq, sentAt: Date.now(), events }, true);
  });
  const card = createCard(outbox._put, () => paying, data.nonce);

  const record = (name: string, params: Params) => {
    const passive = params.active === false;
    if (name != 'page_view' && name != 'user_engagement') paying = name == 'add_payment_info';
    const item = ((params.items as Item[]) || [params])[0]?.item_id;
    if (item && /^(view_item|customize_item)$/.test(name)) engagement._look({ item_id: item });
    const as = speak(passive);
    if (as) queue._add(as, { name, at: Date.now(), params }, URGENT.test(name));
  };
  const engagement = createEngagement((params) => {
    record('user_engagement', params);
    card._check();
  });

  const page = () => {
    const { pathname } = location;
    engagement._look({ page: pathname });
    const params: Params = { page_location: pathname };
    record('page_view', params);
    // A shop sets the title after the address; the batch has not left yet.
    later(() => {
      params.page_title = document.title.slice(0, 512);
    }, 0);
  };

  const signal = (kind: string, signals: Record<string, unknown>) => {
    const before = consent._analytics();
    consent._signal(kind, signals);
    if (consent._analytics()) {
      if (before) {
        const as = speak(true);
        if (as) socket._greet(as);
      } else {
        page();
        socket._open();
      }
    } else if (before) {
      socket._close();
      card._leave();
      outbox._clear();
      if (head) queue._withdraw({ ...head, client: undefined, consent: consent._said() });
      head = undefined;
      erase();
    }
  };

  const commands: Record<string, (...args: any[]) => void> = {
    track: (name, params) => record(`${name}`.slice(0, 40), normalise(params)),
    ask: (about = {}) => {
      if (head) outbox._put({ type: 'request', id: newId(), item: about.item, channel: about.channel });
    },
    consent: (signals) => signal('update', signals),
    client: (jwt) => {
      client = jwt;
      signal('', {});
    },
    context: (more) => {
      told = { ...told, ...(normalise(more) as Context) };
      signal('', {});
    },
  };
  const command = safe((name: string, ...args: unknown[]) => commands[name]!(...args));
  shop.overture = command;
  shop.overture.on = 1;

  if (data.consent) signal('update', { analytics_storage: data.consent, personalization_storage: data.consent });
  for (const args of early?.q || []) command(...(args as [string]));
  follow(data.layer || 'dataLayer', { event: record, consent: signal });
  watchPages(page);
  on(document, 'visibilitychange', () => {
    if (document.hidden) queue._flush();
  });
  on(window, 'pagehide', () => {
    queue._flush();
    socket._close();
  });
  on(window, 'pageshow', () => socket._open());
};

safe(start)();
