import type { Item, Params, Scalar } from './wire';

/** A string of at most 512 characters, or nothing. An e-mail address has no place here. */
export const text = (value: unknown): string | undefined => {
  if (!/^[sn][tu]/.test(typeof value)) return;
  const cut = `${value}`.slice(0, 512);
  return cut && !/\S@\S/.test(cut) ? cut : undefined;
};

/** A number the contract accepts, also from a string such as "12500.00", or nothing. */
const number = (value: any): number | undefined =>
  /\d/.test(value) && value >= 0 && value <= 1e12 ? +(+value).toFixed(6) : undefined;

const scalar = (name: string, value: unknown): Scalar | undefined =>
  typeof value == 'boolean'
    ? value
    : name == 'currency'
      ? text(value)?.toUpperCase().match(/^[A-Z]{3}$/)?.[0]
      : /^(price|value|quantity|results)$/.test(name) || (typeof value == 'number' && !/^item_|_id$/.test(name))
        ? number(value)
        : text(value);

const record = (raw: object, fields: RegExp): Record<string, Scalar> => {
  const kept: Record<string, Scalar> = {};
  Object.entries(raw)
    .filter(([name]) => fields.test(name))
    .slice(0, 31)
    .forEach(([name, value]) => {
      const mended = scalar(name, value);
      if (mended != null) kept[name] = mended;
    });
  return kept;
};

/**
 * A shop's parameters as the contract has them: scalars, and of each item what the contract uses. What it would refuse is
 * mended or left out, so that wrong data costs itself only.
 */
export const normalise = (raw: any): Params => {
  const params: Params = record(raw || {}, /^(?!event$)\w{1,40}$/);
  if (Array.isArray(raw?.items))
    params.items = raw.items
      .slice(0, 200)
      .map((item: object) =>
        record(item || {}, /^(item_(id|name|brand|category[2-5]?|variant)|price|quantity)$/),
      ) as Item[];
  return params;
};
