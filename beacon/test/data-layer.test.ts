import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mend } from '../src/live/mend';
import { normalise as taken } from '../src/normalise';
import type { Params } from '../src/wire';
import { named, names, open, pass, setUp, tearDown } from './shop';

/** As it is taken from the shop, and then as it is sent. */
const normalise = (raw: unknown): Params => {
  const event = { name: 'view_item', at: 0, params: taken(raw) };
  mend(event, 28 * 1024);
  return event.params;
};

const push = (...pushed: unknown[]) => ((window as any).dataLayer ||= []).push(...pushed);

describe('normalise', () => {
  it.each([
    ['numbers as strings', { value: '12500.00' }, { value: 12500 }],
    ['more than six decimals', { value: 0.1234567 }, { value: 0.123457 }],
    ['a negative, an infinite, a wordy price', { price: -1, value: 'twelve', quantity: Infinity }, {}],
    ['an empty number', { value: '', price: ' ' }, {}],
    ['a number as identifier', { item_id: 42, transaction_id: 7 }, { item_id: '42', transaction_id: '7' }],
    ['other numbers', { size: 38, gift: true }, { size: 38, gift: true }],
    ['currency', { currency: 'eur' }, { currency: 'EUR' }],
    ['no currency', { currency: 'Euros' }, {}],
    ['a long string', { topic: 'x'.repeat(900) }, { topic: 'x'.repeat(512) }],
    ['what is not flat', { a: {}, b: [], c: null, d: undefined, e: () => 1 }, {}],
    ['an e-mail address', { email: 'a@b.example' }, {}],
    ['names the contract refuses', { 'gtm.start': 1, '': 'x', ['n'.repeat(41)]: 1 }, {}],
    ['items that are none', { items: 'W-100' }, {}],
    [
      'items',
      { items: [{ item_id: 1, item_name: 'Méridienne', price: '12 500', quantity: '2', secret: 'x', item_category2: 'steel' }, null] },
      { items: [{ item_id: '1', item_name: 'Méridienne', price: 12500, quantity: 2, item_category2: 'steel' }] },
    ],
  ])('%s', (_case, raw, expected) => expect(normalise(raw)).toEqual(expected));

  it('is bounded', () => {
    const raw = Object.fromEntries(Array.from({ length: 50 }, (_, i) => ['p' + i, i]));
    const params = normalise({ ...raw, items: Array.from({ length: 300 }, () => ({ item_id: 'a' })) });
    expect(Object.keys(params).length).toBeLessThanOrEqual(32);
    expect((params.items as []).length).toBe(200);
  });
});

describe('the data layer', () => {
  beforeEach(setUp);
  afterEach(tearDown);

  it('is taken as it was and as it grows, in both dialects', async () => {
    push({ event: 'view_item', ecommerce: { currency: 'EUR', value: '12500', items: [{ item_id: 'W-100', x: 1 }] } });
    await open();
    (function (..._args: unknown[]) {
      push(arguments);
    })('event', 'add_to_cart', { items: [{ item_id: 'W-100' }] });
    await pass(2000);
    expect(names()).toEqual(['page_view', 'view_item', 'add_to_cart']);
    expect(named('view_item')[0].params).toEqual({ currency: 'EUR', value: 12500, items: [{ item_id: 'W-100' }] });
  });

  it('takes a GTM object that has a length of its own: a necklace has one', async () => {
    await open();
    push({ currency: 'JPY', length: 2 });
    push({ event: 'select_variant', item_id: 'N-45', length: 45 });
    push({ event: 'view_item', length: '45 cm', ecommerce: { items: [{ item_id: 'N-45', price: 9000 }] } });
    await pass(2000);
    expect(named('select_variant')[0].params).toEqual({ item_id: 'N-45', length: 45 });
    expect(named('view_item')[0].params).toEqual({ length: '45 cm', currency: 'JPY', items: [{ item_id: 'N-45', price: 9000 }] });
  });

  it('answers the shop as it did, and leaves alone what is none of ours', async () => {
    await open();
    const length = push({ event: 'gtm.js' }, { event: 'page_view' }, { ecommerce: null }, null, () => 1, { event: 7 });
    await pass(2000);
    expect([length, names()]).toEqual([6, ['page_view']]);
  });
});
