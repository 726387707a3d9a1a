// Two tabs of one browser: what is said in one about consent, or taken from the browser, holds for the other.
import assert from 'node:assert/strict';
import { passing, until } from './engine.mjs';

export default async ({ server, page: one, tab }) => {
  const two = await tab();
  const stored = (page = one) => page.evaluate(() => JSON.parse(localStorage.overture || '{}').v);
  const consent = (page, word) => page.evaluate((word) => overture('consent', { analytics_storage: word }), word);
  /** Tells of a piece in that tab, and gives whom the storage says that it is then of. */
  const view = (page, id) =>
    page.evaluate((id) => {
      dataLayer.push({ event: 'view_item', ecommerce: { currency: 'EUR', items: [{ item_id: id, price: 12500 }] } });
      return JSON.parse(localStorage.overture || '{}').v;
    }, id);
  const viewed = (id) => server.events('view_item').filter(({ params }) => params.items[0].item_id == id);
  const since = (mark) => server.said.slice(mark);
  const told = (page) => until(() => page.evaluate(() => window.told), 'the word from the other tab');
  const connected = (count) => until(() => server.sockets.size == count, `${count} sockets`);

  /** Both tabs speak, for the same visitor. */
  const open = async () => {
    for (const page of [one, two]) {
      const greeted = server.said.length;
      await page.goto(server.address);
      await until(() => since(greeted).some(({ by }) => by == 'hello'), 'a greeting');
      // Registered after the script's own, so that it has heard before.
      await page.evaluate(() => addEventListener('storage', () => (window.told = true)));
    }
    await connected(2);
    const visitor = await stored();
    assert.equal(await stored(two), visitor);
    return visitor;
  };

  /** Nothing is said, stored or connected, whatever happens in either tab. */
  const silent = async (mark, why) => {
    await connected(0);
    const made = server.connections.length;
    for (const page of [one, two]) assert.equal(await view(page, 'unheard'), undefined, `nothing is stored anew ${why}`);
    await two.evaluate(() => history.pushState({}, '', '/unheard'));
    await passing(1500);
    const kept = since(mark).filter(({ consent, events }) => consent.analytics_storage == 'granted' || events.length);
    assert.deepEqual(kept, [], `nothing is said ${why}`);
    assert.deepEqual([await stored(), server.connections.length], [undefined, made], `nothing is stored or connected ${why}`);
  };

  const earlier = [await open()];
  for (const [by, other] of [
    [one, two],
    [two, one],
  ]) {
    await consent(by, 'denied');
    await told(other);
    const mark = server.said.length;
    await until(
      () => server.said.some(({ visitor, consent }) => visitor == earlier.at(-1) && consent.analytics_storage == 'denied'),
      'the withdrawal',
    );
    await silent(mark, 'after a withdrawal in the other tab');
    const now = server.said.length;
    await consent(other, 'granted');
    await until(() => since(now).some(({ events }) => events.some(({ name }) => name == 'page_view')), 'a page view after a new grant');
    const next = await stored();
    assert.ok(!earlier.includes(next), 'a new grant is somebody new');
    assert.deepEqual([...new Set(since(now).map(({ visitor }) => visitor))], [next], 'and nothing is booked on whoever was before');
    earlier.push(next);
    assert.equal(await open(), next, 'the other tab speaks for the same visitor');
  }

  // Site data cleared: she is forgotten, but has withdrawn nothing.
  const forgotten = earlier.at(-1);
  const cleared = await one.evaluate(() => (localStorage.clear(), Date.now()));
  await told(two);
  for (const [page, id] of [
    [two, 'first'],
    [one, 'second'],
    [two, 'third'],
  ]) {
    const as = await view(page, id);
    assert.ok(as && as != forgotten, 'she is somebody new');
    await until(() => viewed(id).length, `the ${id} piece`);
    assert.deepEqual(
      viewed(id).map(({ visitor }) => visitor),
      [as],
      'an event is booked on whom the storage spoke of when it happened',
    );
  }
  assert.deepEqual(
    server.events().filter(({ visitor, at }) => visitor == forgotten && at > cleared),
    [],
    'nothing that happened afterwards is booked on who was forgotten',
  );
  // A tab that has not spoken since may still be connected as before; each that has is greeted as who it speaks for.
  await connected(2);
  assert.deepEqual(
    server.said
      .filter(({ by }) => by == 'hello')
      .slice(-2)
      .map(({ visitor }) => visitor),
    [await stored(), await stored()],
    'each tab is connected as who it speaks for',
  );

  // She has withdrawn elsewhere, and the service says so.
  const mark = server.said.length;
  server.say({ type: 'consent', analytics_storage: 'denied', personalization_storage: 'denied', at: Date.now() });
  await silent(mark, 'after the service said that she withdrew');

  await two.goto(server.address + '?consent=no');
  await until(() => two.evaluate(() => !!window.overture), 'the script');
  await view(two, 'before');
  await two.evaluate(() => gtag('event', 'search', { search_term: 'calibre', results: 3 }));
  await consent(two, 'granted');
  await until(() => viewed('before').length && server.events('search').length, 'what was told before the grant');
  assert.equal(viewed('before')[0].visitor, await stored(two));
  await consent(two, 'granted');
  await view(two, 'after');
  await until(() => viewed('after').length, 'what is told after it');
  assert.deepEqual([viewed('before').length, server.events('search').length, viewed('unheard').length], [1, 1, 0], 'each once');
};
