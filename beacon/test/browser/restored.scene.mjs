// A page come back to with all that is on it, and what single-page shops do to their address.
import assert from 'node:assert/strict';
import { passing, until } from './engine.mjs';

export const cannot = {
  firefox: {
    'kept with a socket': 'it keeps no page whose socket is open when the visitor leaves; a page whose events go by HTTP it keeps',
  },
};

/** As behind a proxy that lets no socket through, less the time in which the engine itself does not try again. */
const NO_SOCKET = `<script nonce="shop">
  window.WebSocket = class { constructor() { setTimeout(() => this.onclose?.({ code: 1006 })); } close() {} };
</script>`;

export default async ({ server, page, unless }) => {
  const views = (path) => server.events('page_view').filter(({ params }) => params.page_location == path);
  const stored = () => page.evaluate(() => JSON.parse(localStorage.overture || '{}').v);
  const since = (mark) => server.said.slice(mark);
  const greeted = (count) => until(() => server.said.filter(({ by }) => by == 'hello').length == count, `greeting ${count}`);
  const looked = (key, value) =>
    server.events('user_engagement').reduce((sum, { params }) => sum + (params[key] == value ? params.engagement_time_msec : 0), 0);
  const go = async (path) => {
    const before = views(path).length;
    await page.evaluate((path) => void (location.href = path), path);
    await until(() => views(path).length > before, `a page view of ${path}`);
  };

  const addresses = async () => {
    await page.bringToFront();
    await page.goto(server.address + '?utm_source=salon&utm_medium=mail');
    await greeted(1);
    await page.evaluate(() => {
      history.replaceState({}, '', '/');
      dataLayer.push({ event: 'view_item', ecommerce: { currency: 'EUR', items: [{ item_id: 'W-100', price: 12500 }] } });
      history.replaceState({}, '', location.pathname + '?variant=4711');
    });
    // Time to be seen in.
    await passing(600);
    await go('/other');
    assert.equal(views('/').length, 1, 'another query in place of this one is no other page');
    assert.ok(looked('item_id', 'W-100') > 500, 'the piece is still what she looks at');
    for (const { context } of server.said) assert.deepEqual(context.campaign, { source: 'salon', medium: 'mail' }, 'how she came stays');

    await greeted(2);
    await page.evaluate(() => {
      dataLayer.push({ event: 'view_item', ecommerce: { currency: 'EUR', items: [{ item_id: 'W-200', price: 9500 }] } });
      history.pushState({}, '', '/w-200');
      setTimeout(() => (document.title = 'Second'), 50);
    });
    await passing(1500);
    await page.evaluate(() => {
      history.pushState({}, '', '/third');
      setTimeout(() => (document.title = 'Third'), 50);
    });
    await until(() => views('/third')[0], 'a page view of the third page');
    assert.deepEqual(
      server.events('page_view').map(({ params }) => [params.page_location, params.page_title]),
      [
        ['/', 'Maison'],
        ['/other', 'Maison'],
        ['/w-200', 'Second'],
        ['/third', 'Third'],
      ],
      'each page once, under its own title',
    );
    assert.ok(looked('item_id', 'W-200') > 500, 'a piece told of before the address is what she looks at');
    assert.equal(looked('page', '/w-200'), 0);
  };

  const back = async () => {
    await page.evaluate(() => history.back());
    await until(() => page.evaluate(() => window.kept && location.pathname == '/'), 'the page itself come back to');
  };
  const withdraw = () => page.evaluate(() => overture('consent', { analytics_storage: 'denied' }));
  const denied = (visitor) => server.said.some((said) => said.visitor == visitor && said.consent.analytics_storage == 'denied');

  const kept = async () => {
    await go('/');
    await page.evaluate(() => (window.kept = true));
    const first = await stored();
    const before = views('/').length;
    await go('/other');
    await back();
    await until(() => views('/').length > before, 'a page view of the page come back to');
    assert.equal(views('/').length, before + 1, 'once');
    assert.equal(views('/').at(-1).visitor, first);

    await go('/other');
    await withdraw();
    await until(() => denied(first), 'the withdrawal on the other page');
    assert.equal(await stored(), undefined);
    await until(() => !server.sockets.size, 'nothing connected');
    const mark = server.said.length;
    const connected = server.connections.length;
    await back();
    await page.evaluate(() =>
      dataLayer.push({ event: 'view_item', ecommerce: { currency: 'EUR', items: [{ item_id: 'W-1', price: 1 }] } }),
    );
    await passing(1500);
    assert.deepEqual(since(mark), [], 'a page restored after a withdrawal is silent');
    assert.deepEqual([await stored(), server.connections.length], [undefined, connected], 'it stores and connects nothing');
    await page.evaluate(() => overture('consent', { analytics_storage: 'granted' }));
    await until(() => views('/').length > before + 1, 'a page view after a new grant');
    const second = await stored();
    assert.ok(second && second != first, 'a new grant is somebody new');
    assert.ok(
      since(mark).every(({ visitor }) => visitor == second),
      'nothing is booked on the old visitor',
    );

    await go('/other');
    await withdraw();
    await until(() => denied(second), 'another withdrawal on the other page');
    await page.evaluate(() => overture('consent', { analytics_storage: 'granted' }));
    const third = await until(stored, 'a new grant there');
    const again = server.said.length;
    const seen = views('/').length;
    await back();
    await until(() => views('/').length > seen, 'a page view of the page come back to');
    await passing(1200);
    assert.equal(await stored(), third, 'the page restored is of whom the other has begun to speak for');
    assert.deepEqual([...new Set(since(again).map(({ visitor }) => visitor))], [third], 'and of nobody else');
  };

  await addresses();
  await unless('kept with a socket', kept);
  server.shop.head = NO_SOCKET;
  await kept();
};
