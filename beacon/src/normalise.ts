import type { Item, Params, Scalar } from './wire';

/** What the contract uses of an item; the rest of a shop's record stays in the shop. */
const ITEM_TEXT = 'item_id item_name item_brand item_category item_category2 item_category3 item_category4 item_category5 item_variant'.split(' ');
const ITEM_NUMBERS = ['price', 'quantity'];
const PARAM_NUMBERS = /^(value|results|price|quantity|engagement_time_msec)$/;

/** A string of at most 512 characters (never half of a pair), or nothing. An address of e-mail has no place here. */
export const text = (value: unknown): string | undefined => {
  if (typeof value != 'string' && typeof value != 'number') return;
  const cut = `${value}`.trim().slice(0, 512).replace(/[\ud800-\udbff]$/, '');
  return cut && !/\S@\S/.test(cut) ? cut : undefined;
};

/** A number the contract accepts, also from a string such as "12500.00", or nothing. */
const number = (value: unknown): number | undefined => {
  const n = typeof value == 'string' && value.trim() ? +value : value;
  return typeof n == 'number' && n >= 0 && n <= 1e12 ? +n.toFixed(6) : undefined;
};

const item = (raw: Record<string, unknown>): Item => {
  const kept: Item = {};
  for (const name of ITEM_TEXT) {
    const value = text(raw[name]);
    if (value) kept[name] = value;
  }
  for (const name of ITEM_NUMBERS) {
    const value = number(raw[name]);
    if (value != null) kept[name] = value;
  }
  return kept;
};

const scalar = (name: string, value: unknown): Scalar | undefined => {
  if (typeof value == 'boolean') return value;
  if (name == 'currency') return text(value)?.toUpperCase().match(/^[A-Z]{3}$/)?.[0];
  return typeof value == 'number' || PARAM_NUMBERS.test(name)
    ? (/_id$/.test(name) ? text : number)(value)
    : text(value);
};

/** A shop's parameters as the contract has them: what it would refuse is mended or left out, so that wrong data costs itself only. */
export const normalise = (raw: unknown): Params => {
  const params: Params = {};
  if (raw && typeof raw == 'object')
    for (const [name, value] of Object.entries(raw)) {
      if (Object.keys(params).length > 31) break;
      const kept =
        name == 'items' && Array.isArray(value)
          ? value.filter((i) => i && typeof i == 'object').slice(0, 200).map(item)
          : scalar(name, value);
      if (kept != null && /^\w{1,40}$/.test(name)) params[name] = kept;
    }
  return params;
};
