import { bytes } from './json';
import { text } from './text';
import type { Item, Params, Scalar } from './wire';

/** The most fields that the contract takes of one event, items included; and the most items. */
const MOST_PARAMS = 32;
const MOST_ITEMS = 200;

const AMOUNT = /^(price|value|quantity|results|engagement_time_msec)$/;
/** What the contract reads as text only, also when a shop writes a number. */
const WORD = /^item_|_id$|^(topic|search_term)$/;
const OTHER = /^(active|page\w*)$/;
/** Whole, and no more than the contract can count. */
const COUNTS: Record<string, number> = { results: 2 ** 31 - 1, engagement_time_msec: 864e5 };

/** A number the contract accepts under this name, or nothing. */
export const amount = (name: string, value: unknown): number | undefined =>
  typeof value == 'number' && value >= 0 && value <= (COUNTS[name] || 1e12) && !(name == 'results' && value % 1)
    ? +value.toFixed(6)
    : undefined;

/** Plain numbers are read at once; what else is written with a digit waits for whoever can read it. */
const scalar = (name: string, value: unknown): Scalar | undefined =>
  name == 'active'
    ? value === !!value
      ? value
      : undefined
    : AMOUNT.test(name) || (typeof value == 'number' && !WORD.test(name))
      ? typeof value == 'string' && !/^\d+(\.\d\d?)?$/.test(value)
        ? text(value, 64)?.match(/.*\d.*/)?.[0]
        : amount(name, typeof value == 'string' ? +value : value)
      : typeof value == 'boolean' && !WORD.test(name)
        ? value
        : text(value);

/** A currency as it is written, which may yet turn out to be none. */
export const currency = (raw: any): string | undefined =>
  text(raw?.currency || raw?.currencyCode, 9)
    ?.trim()
    .toUpperCase();

/** Of an item what the contract uses, by GA4's names or, where it has none, by those of GA3. Nothing without id and name. */
const item = (raw: any, code?: string): Item | undefined => {
  const kept: Item = {};
  for (const name of ['id', 'name', 'brand', 'category', 'category2', 'category3', 'category4', 'category5', 'variant']) {
    const word = text(raw?.['item_' + name]) || text(raw?.[name]);
    if (word) kept['item_' + name] = word;
  }
  if (!kept.item_id && !kept.item_name) return;
  for (const name of ['price', 'quantity']) {
    const number = scalar(name, raw[name]);
    // In another currency than the event it is not known what it is.
    if (number != null && (name != 'price' || (currency(raw) || code) == code)) kept[name] = number as number;
  }
  return kept;
};

/**
 * A shop's parameters as the contract has them: scalars, and of each item what the contract uses. What it would refuse is
 * mended or left out, so that wrong data costs itself only. Amounts are in the currency of the event, else of its items,
 * else in the one `held` from before.
 */
export const normalise = (raw: any, held?: string): Params => {
  const params: Params = {};
  if (!raw || typeof raw != 'object') return params;
  const list: any[] | undefined = raw.items && typeof raw.items == 'object' ? [].concat(raw.items) : undefined;
  let code = currency(raw);
  for (const each of list || []) code ||= currency(each);
  if (list || raw.value) code ||= held;
  if (code) params.currency = code;

  let room = MOST_PARAMS - 2;
  // What the contract reads first, then whatever else a shop has to say.
  for (const ours of [true, false])
    for (const name in raw)
      if (/^(?!(event|items|currency)$)\w{1,40}$/.test(name) && (AMOUNT.test(name) || WORD.test(name) || OTHER.test(name)) == ours) {
        const value = scalar(name, raw[name]);
        if (value != null && room-- > 0) params[name] = value;
      }

  if (list) {
    const items: Item[] = [];
    for (const each of list) {
      const mended = items.length < MOST_ITEMS && item(each, code);
      if (mended) items.push(mended);
    }
    // None is a cart that is empty; none that can be read is not.
    if (items[0] || !list.length) params.items = items;
  }
  return params;
};

/** What is sent where nobody came to read what waits to be read: without the pieces of an event of more than `most` bytes. */
export const plain = ({ params }: { params: Params }, most: number): void => {
  if (bytes(params) > most) delete params.items;
  if (!/^(EUR|USD|GBP|CHF|JPY)$/.test(params.currency as string)) delete params.currency;
  for (const each of [params, ...((params.items || []) as Item[])])
    for (const name in each) if (AMOUNT.test(name) && typeof each[name] == 'string') delete each[name];
};
