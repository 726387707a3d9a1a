import { bytes } from '../json';
import { amount, plain } from '../normalise';
import type { BeaconEvent, Item, Params } from '../wire';
import { currency, read } from './money';

/** What the contract reads; all else is the first to go when an event is too large. */
const OURS = /^(currency|value|items|item_id|topic|search_term|results|transaction_id|engagement_time_msec|active|page\w*)$/;

/** Makes an event fit into `most` bytes: its list of items is halved, then what the contract does not read is left out. */
const slim = (event: BeaconEvent, most: number) => {
  const { params } = event;
  const items = params.items as Item[] | undefined;
  while (items && items.length > 1 && bytes(event) > most) items.length >>= 1;
  for (const name in params) if (!OURS.test(name) && bytes(event) > most) delete params[name];
};

/** Reads what a shop has written for people: the currency, then the amounts in it. What nobody can be sure of is left out. */
const understand = (params: Params) => {
  const code = currency(params.currency);
  if (code) params.currency = code;
  else delete params.currency;
  for (const each of [params, ...((params.items || []) as Item[])])
    for (const name of ['price', 'value', 'quantity', 'results', 'engagement_time_msec'])
      if (typeof each[name] == 'string') {
        const number = amount(name, read(each[name] as string, /^(price|value)$/.test(name) ? code : undefined));
        if (number == null) delete each[name];
        else each[name] = number;
      }
};

/** Makes an event such as the contract takes, of at most `most` bytes. Never throws: behind one event waits all that follows. */
export const mend = (event: BeaconEvent, most: number): void => {
  try {
    understand(event.params);
  } catch {
    // The page has changed what this is built on: then only what is plain is said.
    plain(event, Infinity);
  }
  slim(event, most);
};
