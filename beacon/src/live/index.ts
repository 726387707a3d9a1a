import { later, now } from '../guard';
import { newId } from '../ids';
import { text } from '../text';
import type { Core, Inbound, Live } from '../wire';
import { core, serve } from './core';
import { mend } from './mend';
import { acked, discard, put, resend } from './outbox';
import { watchPages } from './pages';
import { relay } from './relay';
import { carry, close, greet, listen, open } from './socket';

// What a page needs from its second event on, loaded once a visitor has consented: the connection to the service, the
// changes of a single-page shop, and who can read what shops write for people. Until it is there, and wherever it cannot
// be had, events go by HTTP, without what is odd in them.

/** This machine's clock beside the server's. */
let offset = 0;

const receive = (frame: Inbound) => {
  if (frame.type == 'invitation') frame.expiresAt -= offset;
  relay(frame);
  switch (frame.type) {
    case 'welcome':
      offset = frame.serverTime - now();
      resend();
      return core.resume();
    case 'ack':
    case 'error': {
      const { id, code, seq, retryAfter } = frame;
      if (code == 'invalid') core.tell('refused', code);
      if (!code || code == 'invalid') {
        core.settle(frame, code || frame.type);
        acked(id);
      } else {
        core.postpone(seq, retryAfter);
        if (id) later(resend, retryAfter || 1000);
      }
      return;
    }
    case 'consent':
      if (frame.analytics_storage == 'denied') core.withdrawn();
      return;
    case 'conversation':
      discard();
  }
};

export default (loader: Core): Live => {
  serve(loader);
  listen(receive);
  watchPages(core.page);
  return {
    open,
    close,
    greet,
    carry,
    mend,
    ask: (about) => {
      const channel = text(about?.channel)?.match(/^[a-z_]{1,32}$/)?.[0];
      put({ type: 'request', id: newId(), item: text(about?.item), channel });
    },
    silence: () => {
      close();
      discard();
      relay({ type: 'silence' });
    },
  };
};
