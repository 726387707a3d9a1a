// Three pages the browser renders before anybody asked for them: nothing of ours happens on one until it is seen.
import assert from 'node:assert/strict';
import { passing, until } from './engine.mjs';

export const cannot = { firefox: { all: 'it prerenders no page' } };

const PAGES = ['/one', '/two', '/three'];

/** Each page tells of a piece at once, and that it is ready, the script included, while nobody sees it. */
const HEAD = `<script nonce="shop">
  dataLayer.push({ event: 'view_item', ecommerce: { currency: 'EUR', items: [{ item_id: location.pathname, price: 12500 }] } });
  addEventListener('load', () => document.prerendering && fetch('/ready' + location.pathname));
  document.addEventListener('prerenderingchange', () => fetch('/seen' + location.pathname));
</script>`;

export default async ({ server, page, complaints }) => {
  server.shop.head = HEAD;
  const stored = () => page.evaluate(() => localStorage.length + document.cookie.length);

  await page.goto(server.address + '?consent=no');
  await page.evaluate((urls) => {
    const rules = { prerender: [{ urls, eagerness: 'immediate' }] };
    document.head.append(
      Object.assign(document.createElement('script'), { type: 'speculationrules', nonce: 'shop', textContent: JSON.stringify(rules) }),
    );
  }, PAGES);
  await until(() => PAGES.every((path) => server.asked.includes('/ready' + path)), 'three pages ready and unseen');
  // Longer than a batch lingers and a socket takes.
  await passing(1500);
  assert.deepEqual(server.said, [], 'nothing is sent');
  assert.equal(server.connections.length, 0, 'nothing is connected');
  assert.ok(!server.asked.includes('/overture-live.js'), 'nothing more is fetched');
  assert.equal(await stored(), 0, 'nothing is stored');

  await page.evaluate(() => void (location.href = '/two'));
  // The page says it itself: the driver may lose its hold of a tab whose page is exchanged.
  await until(() => server.asked.includes('/seen/two'), 'the page made ready is the one seen');
  await until(() => server.events('view_item').length && server.sockets.size, 'the page seen');
  await passing(1500);
  assert.deepEqual(
    server.events('page_view').map(({ params }) => params.page_location),
    ['/two'],
    'one page view, of the page seen',
  );
  assert.deepEqual(
    server.events('view_item').map(({ params }) => params.items[0].item_id),
    ['/two'],
    'and what it told while unseen, once',
  );
  assert.deepEqual([server.connections.length, server.said.filter(({ by }) => by == 'hello').length], [1, 1]);
  assert.equal(new Set(server.said.map(({ visitor }) => visitor)).size, 1);
  assert.deepEqual(complaints, []);
};
