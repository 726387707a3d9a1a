import { consent } from './consent';
import { later, safe } from './guard';
import { head } from './head';
import { load } from './load';
import { data, server } from './tag';
import { type Inspected, type Watch, watch, watchWith } from './watch';

/** So much is kept for the overlay until it has been fetched. */
const MOST_HEARD = 300;
/** A page that has named no site by then has probably forgotten it. */
const NAMED_BY = 10000;

/**
 * Fetches `overture-debug.js` where the tag has `data-debug` or the address `?overture=debug`, and for the words of a
 * warning once the server refuses this page. Nobody else loads any of it.
 */
export const inspect = (): void => {
  const asked = data.debug != null ? 'tag' : /[?&]overture=debug(&|$)/.test(location.search) ? 'address' : '';
  const heard: unknown[][] = [];
  let fetched: Promise<void> | undefined;
  let tell: Watch = (...about) => {
    if (heard.push(about) > MOST_HEARD) heard.shift();
  };
  const fetch = (why?: unknown) =>
    (fetched ||= load('debug', 0).then(
      (module) => {
        const host: Inspected = { asked, site: () => data.site, server, head: () => head, consent };
        tell = safe((module.default as unknown as (host: Inspected) => Watch)(host));
        heard.forEach(([kind, ...about]) => tell(kind as string, ...about));
      },
      () => why && console.warn('Overture: refused', why),
    ) as Promise<void>);
  watchWith((kind, ...about) => {
    if (asked || kind == 'refused') {
      tell(kind, ...about);
      fetch(about[0]);
    }
  });
  if (asked) fetch();
  later(() => data.site || watch!('refused', 'site'), NAMED_BY);
};
