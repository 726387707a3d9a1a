// Shops whose built-ins are not the language's, whose storage takes nothing, whose tag lost its attributes; and a service
// that lets go of whoever it welcomes.
import assert from 'node:assert/strict';
import { passing, until } from './engine.mjs';
import { startServer } from './server.mjs';

const script = (code) => `<script nonce="shop">${code}</script>`;

/** As Prototype.js before 1.7 has it, with what else shops of its day did to arrays and objects. */
const PROTOTYPE = script(`
  String.prototype.toJSON = function () { return '"' + this.replace(/"/g, '\\\\"') + '"'; };
  Number.prototype.toJSON = function () { return isFinite(this) ? this.toString() : 'null'; };
  Array.prototype.toJSON = function () {
    var results = [];
    this.each(function (value) { results.push(value && value.toJSON ? value.toJSON() : String(value)); });
    return '[' + results.join(', ') + ']';
  };
  Object.prototype.toJSON = function () { return 'an object'; };
  Array.prototype.each = function (f) { for (var i = 0; i < this.length; i++) f(this[i]); };
  Array.prototype.first = function () { return this[0]; };
  Array.prototype.compact = function () { return this; };
  Array.from = function (list) { return Array.prototype.slice.call(list); };
`);

/** What some library of the page has put in the place of the language's own. */
const CHANGED = {
  'Object.entries that finds nothing': `Object.entries = () => [];`,
  'arrays that have something more to be walked over': `Array.prototype.each = () => 1; String.prototype.strip = () => 1;`,
};

const FULL = script(`
  for (let size = 1 << 22; size; size >>= 1)
    try { for (;;) localStorage['shop' + Math.random()] = 'x'.repeat(size); } catch {}
`);

const INJECTED = script(`
  document.head.append(Object.assign(document.createElement('script'), { async: true, src: '/overture.js?site=demo&consent=granted' }));
`);

const LATER = script(`
  window.overture = window.overture || function () { (overture.q = overture.q || []).push(arguments); };
  addEventListener('load', () => {
    overture('consent', { analytics_storage: 'granted' });
    setTimeout(() => overture('site', 'demo'), 300);
  });
`);

const piece = { currency: 'EUR', items: [{ item_id: 'W-100', item_name: 'Méridienne "12"', price: 12500.5 }] };

const of = (price) => ({ ...piece, items: [{ ...piece.items[0], price }] });

/** A piece whose price is written for people, and what it must be understood as: known rightly or unknown. */
const inWords = (price) => ({ pushed: of('12.500,00'), understood: of(price) });

/**
 * What a shop has before the tag, and its tag where it is not the usual one; what it has `changed` once the script is there;
 * what is `pushed` there, and as what it is `understood`: the piece, unless said otherwise.
 */
const SHOPS = {
  'built-ins of another age': { head: PROTOTYPE },
  ...Object.fromEntries(Object.entries(CHANGED).map(([what, code]) => [what, { head: script(code) }])),
  'no at and no includes': { ...inWords(12500), changed: () => (delete Array.prototype.at, delete Array.prototype.includes) },
  'a lastIndexOf that throws': {
    ...inWords(undefined),
    changed: () => {
      String.prototype.lastIndexOf = () => {
        throw new Error('odd');
      };
    },
  },
  'a data layer that is none': { head: script(`window.dataLayer = { pageType: 'product' };`) },
  'a storage filled to the brim': { head: FULL },
  'no storage': { head: script(`Object.defineProperty(window, 'localStorage', { value: null });`) },
  'a tag without attributes': { head: INJECTED, tag: '' },
  'a site that is named later': { head: LATER, tag: '<script async src="/overture.js"></script>' },
};

export default async ({ page, tab, complaints }) => {
  const servers = [];
  const open = async (shop, on = page) => {
    const server = await startServer();
    servers.push(server);
    Object.assign(server.shop, shop);
    await on.goto(server.address);
    await until(() => on.evaluate(() => !!window.overture && document.readyState == 'complete'), 'the script');
    return server;
  };
  const search = (word) => page.evaluate((word) => overture('track', 'search', { search_term: word, results: 3 }), word);
  const searched = (server) => server.events('search').map(({ params }) => params.search_term);

  const patient = async () => {
    // Jitter is chance: every draw is the mean.
    const server = await open({ parting: 1013, head: script('Math.random = () => 0.5;') }, await tab());
    await until(() => server.connections.length, 'a connection');
    const began = server.connections[0];
    await passing(began + 12000 - Date.now());
    const at = [...server.connections];
    assert.ok(at.length > 1 && at.length < 5, `a few connections in 12 s: ${at.map((each) => each - began)}`);
    at.reduce(
      (last, next, i) => (
        assert.ok(!i || next - at[i - 1] > last, `pauses that grow: ${at.map((each) => each - began)}`), i ? next - at[i - 1] : 0
      ),
      0,
    );
  };

  const each = async () => {
    for (const [what, shop] of Object.entries(SHOPS)) {
      const { head, pushed = piece, understood = pushed } = shop;
      const server = await open(shop);
      if (shop.changed) await page.evaluate(shop.changed);
      await page.evaluate((pushed) => overture('track', 'view_item', pushed), pushed);
      await until(() => server.events('view_item').length && server.sockets.size == 1, `a shop with ${what}`);
      const [seen] = server.events('page_view');
      const [viewed] = server.events('view_item');
      assert.deepEqual(viewed.params, JSON.parse(JSON.stringify(understood)), `in a shop with ${what}`);
      assert.equal(seen?.params.page_location, '/', `a page view in a shop with ${what}`);
      assert.equal(viewed.visitor, seen.visitor, `one visitor in a shop with ${what}`);
      assert.deepEqual(
        [...new Set(server.frames.filter(({ type }) => type == 'hello').map(({ site }) => site))],
        ['demo'],
        `the site of a shop with ${what}`,
      );
      if (head?.includes('pageType'))
        assert.deepEqual(await page.evaluate(() => window.dataLayer), { pageType: 'product' }, 'not ours to change');
    }
  };

  /** Pieces with long names, in a script of three bytes a character; and words without end. */
  const large = () =>
    page.evaluate(() => {
      const long = '珠'.repeat(512);
      const items = Array.from({ length: 200 }, (_, i) => ({ item_id: 'W-' + i, item_name: long, item_brand: long, price: 1 }));
      overture('track', 'view_cart', { currency: 'CNY', items });
      const words = Object.fromEntries(Array.from({ length: 40 }, (_, i) => ['word_' + i, long]));
      overture('track', 'view_item_list', { ...words, currency: 'CNY', items: items.slice(0, 1) });
    });

  const tooLarge = async (shop, sockets) => {
    const server = await open(shop);
    await search('before');
    await until(() => searched(server).includes('before') && server.sockets.size == sockets, 'an event before');
    await large();
    await search('after');
    await until(() => searched(server).includes('after'), 'an event after one that is too large');
    await passing(1500);
    assert.deepEqual(searched(server), ['before', 'after'], 'each once');
    assert.equal(server.connections.length, sockets, 'no connection is lost to it');
    const sizes = server.said.map((said) => Buffer.byteLength(JSON.stringify(said.events)));
    assert.ok(Math.max(...sizes) < 65536 - 4096, `all that is sent can be taken: ${sizes}`);
    return server;
  };

  const others = async () => {
    await each();
    assert.deepEqual(complaints, []);
    const server = await tooLarge({}, 1);
    const [cart] = server.events('view_cart');
    assert.ok(cart.params.items.length > 1 && cart.params.items.length < 200, 'the first of its pieces are told');
    assert.equal(server.events('view_item_list')[0].params.items[0].item_id, 'W-0', 'what matters is told');
    // The module that mends what is too large cannot be had.
    await tooLarge({ without: '/overture-live.js' }, 0);
  };

  try {
    for (const { reason } of await Promise.allSettled([patient(), others()])) if (reason) throw reason;
  } finally {
    servers.forEach((server) => server.stop());
  }
};
