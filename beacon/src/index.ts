import { describe } from './context';
import { follow, held } from './data-layer';
import { measure } from './engagement';
import { later, on, safe } from './guard';
import { absent, head, replaced, told } from './head';
import { close, connected, link, open } from './link';
import { load } from './load';
import { normalise } from './normalise';
import { flush, lost, postpone, resume, settle } from './queue';
import { read } from './storage';
import { data, server } from './tag';
import { text } from './text';
import { consented, page, record, renew, withdrawn } from './visit';
import { watch } from './watch';

/** So long after the page began, a shop that knows its visitor has said so. */
const KNOWN_BY = 5000;

const commands: Record<string, (...args: any[]) => void> = {
  track: (name, params) => record(name, normalise(params, held())),
  ask: (about) => {
    if (head) connected((live) => live.ask(about));
  },
  consent: (values) => consented('update', values),
  client: (jwt) => {
    // Only null is a word that nobody is signed in; what is no token says nothing.
    told._client = jwt === null || /^(?=.{5,4096}$)[\w-]+\.[\w-]+\.[\w-]*$/.test(jwt) ? jwt : undefined;
    renew();
  },
  context: (more) => {
    describe(more);
    renew();
  },
};

const returned = ({ persisted }: PageTransitionEvent) => {
  if (persisted && head) {
    // What happened elsewhere in the meantime was told to nobody here.
    if (replaced() && !read()) withdrawn(false);
    else page(true);
  }
  open();
};

/** Each step by itself: whatever a page has made of one, the others are taken. */
const begin = () => {
  const steps = [
    () =>
      link({
        server,
        load,
        settle,
        postpone,
        resume,
        lost,
        head: () => head,
        withdrawn: () => withdrawn(false),
        page,
        busy: () => told._paying,
        tell: (...about) => watch(...about),
      }),
    () => measure((params) => record('user_engagement', params)),
    () => data.consent && consented('update', { analytics_storage: data.consent, personalization_storage: data.consent }),
    () => calls.splice(0).forEach(command),
    () => follow(data.layer || 'dataLayer', record, consented),
  ];
  for (const step of steps) safe(step)();
  // Also on return, which does no harm.
  on('visibilitychange pagehide', flush);
  on('pagehide', close);
  on('pageshow', returned);
  on('storage', ({ key, newValue }) => {
    // Erased by its name is withdrawn; cleared with all else is forgotten.
    if (key == 'overture' && !newValue && replaced()) withdrawn(true);
  });
  later(() => {
    if (absent()) commands.client!(null);
  }, KNOWN_BY);
};

/** What was called before the page could begin. */
const calls: unknown[][] = [];
let begun = false;

/** Begins once the site is known and somebody sees the page. */
const start = safe(() => {
  if (begun || !data.site || (document as any).prerendering) return;
  begun = true;
  begin();
});

const command = safe((args: unknown[]) => {
  const [name, ...rest] = args as [string, ...unknown[]];
  watch('push', args);
  if (name == 'site') {
    data.site ||= text(rest[0], 64);
    start();
  } else if (begun) commands[name]!(...rest);
  else calls.push(args);
});

const early = (window as any).overture;
// Pasted twice, it counts once.
if (early?.q !== 0) {
  // What was said before it loaded is in the stub's queue; nothing queues there any more.
  (window as any).overture = Object.assign((...args: unknown[]) => command(args), { q: 0 });
  start();
  for (const args of early?.q || []) command([...args]);
  document.addEventListener('prerenderingchange', start);
}
