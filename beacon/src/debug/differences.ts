import type { Params } from '../wire';

/** One thing that is not as it was pushed: where, and what became of it and why. */
export interface Difference {
  where: string;
  what: string;
}

const MOST = 20;
const AMOUNT = /^(price|value|quantity|results)$/;
const ITEM = /^(item_(id|name|brand|category[2-5]?|variant)|price|quantity)$/;
/** What tag managers put beside an event's own parameters. */
const NOT_ITS_OWN = /^(gtm\.|event(Callback|Timeout)?$|_)/;

const shown = (value: unknown) => {
  const text = typeof value == 'string' ? `'${value}'` : `${value}`;
  return text.length > 60 ? text.slice(0, 60) + '…' : text;
};

const why = (name: string, value: unknown, inItem: boolean): string => {
  if (/\S@\S/.test(`${value}`) && typeof value == 'string') return 'left out: it looks like an e-mail address';
  if (inItem && !ITEM.test(name)) return 'left out: no field of an item that Overture keeps';
  if (typeof value == 'object' || typeof value == 'function') return 'left out: only text, numbers and true or false are kept';
  if (name == 'currency') return `left out: ${shown(value)} is no currency of ISO 4217`;
  if (AMOUNT.test(name)) return `left out: ${shown(value)} is no amount that can only be read in one way`;
  if (!/^\w{1,40}$/.test(name)) return 'left out: a name is 1 to 40 letters, digits or _';
  return 'left out';
};

const compare = (raw: Record<string, any>, made: Record<string, any>, at: string, inItem: boolean, found: Map<string, string>) => {
  for (const [name, value] of Object.entries(raw)) {
    if (value == null || name == 'items' || NOT_ITS_OWN.test(name)) continue;
    const kept = made[name];
    if (kept === undefined) found.set(at + name, why(name, value, inItem));
    else if (kept !== value) found.set(at + name, `read as ${shown(kept)}, was ${shown(value)}`);
  }
  for (const [name, value] of Object.entries(made))
    if (name != 'items' && raw[name] === undefined) found.set(at + name, `added: ${shown(value)}`);
};

/** What was left out of a push, mended or added, and why; of the items what is the same in several is said once. */
export const differences = (raw: Record<string, any>, made: Params): Difference[] => {
  const found = new Map<string, string>();
  compare(raw, made, '', false, found);
  const items = raw.items;
  const kept = (made.items || []) as Record<string, any>[];
  if (items != null && !Array.isArray(items)) found.set('items', 'left out: items are a list');
  if (Array.isArray(items)) {
    const readable = items.filter((item) => item && typeof item == 'object');
    if (kept.length < items.length)
      found.set('items', `${items.length - kept.length} of ${items.length} left out: without item_id and item_name, or too many`);
    // Which one of a shortened list is which cannot be told.
    if (kept.length == readable.length) readable.forEach((item, i) => compare(item, kept[i]!, 'items/*/', true, found));
  }
  const all = [...found].map(([where, what]) => ({ where, what }));
  return all.length > MOST ? [...all.slice(0, MOST), { where: '…', what: `and ${all.length - MOST} more` }] : all;
};
