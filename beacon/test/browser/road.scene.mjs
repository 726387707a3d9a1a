// The script on a page with a strict policy, from the first page view to a conversation that outlives a reload.
import assert from 'node:assert/strict';
import { appears, drawn, named, passing, until } from './engine.mjs';
import { invitation, joined } from './frames.mjs';

export const cannot = {
  firefox: {
    'layout shifts': 'it does not report them',
    'the page kept': 'it keeps no page in the back/forward cache whose socket is open when the visitor leaves',
  },
};

export default async ({ server, page, complaints, unless }) => {
  const of = (type) => server.frames.filter((frame) => frame.type == type);
  const names = () => [...server.beacons, ...of('beacon')].flatMap(({ events }) => events.map(({ name }) => name));
  const stored = () => page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length);
  const focused = () => page.evaluate(() => document.activeElement.localName);
  const invite = (id) => server.say(invitation(id));
  const join = (id) => server.say(joined(id));
  const card = named('region', 'At your service');
  const talk = named('region', 'An advisor is with you');
  const line = named('textbox', 'Your message');
  const log = () => page.$$eval('overture-talk >>> [role=log] p', (lines) => lines.map(({ textContent }) => textContent));

  await page.goto(server.address + '?consent=no');
  await until(() => page.evaluate(() => !!window.overture), 'the script');
  // That nothing happens can only be waited for: longer than a batch lingers.
  await passing(1500);
  assert.deepEqual([server.beacons.length, server.frames.length], [0, 0], 'nothing is sent before consent');
  assert.equal(await stored(), 0, 'nothing is kept before consent');

  await page.evaluate(() => {
    gtag('consent', 'update', { analytics_storage: 'granted', personalization_storage: 'granted' });
    dataLayer.push({ event: 'view_item', ecommerce: { currency: 'EUR', value: 12500, items: [{ item_id: 'W-100' }] } });
  });
  await until(() => names().includes('view_item'), 'the data layer’s event');
  assert.equal(of('hello').length, 1);

  await page.focus('input');
  invite('i1');
  await passing(600);
  assert.equal((await drawn(page, card)).length, 0, 'it waits for the field');
  await page.evaluate(() => document.activeElement.blur());
  await appears(page, card);
  await until(() => of('invitation').length == 1, 'shown');
  await unless('layout shifts', async () => {
    const shifted = await page.evaluate(
      () =>
        new Promise((done) => {
          new PerformanceObserver((list) => done(list.getEntries().length)).observe({ type: 'layout-shift', buffered: true });
          setTimeout(done, 1200, 0);
        }),
    );
    assert.equal(shifted, 0, 'nothing moves');
  });

  await page.evaluate(() => (window.kept = true));
  await page.goto(server.address + 'other');
  // A socket left while it connects stays half open until the server has missed its greeting.
  await until(() => of('hello').length == 2, 'the other page’s greeting');
  await page.evaluate(() => history.back());
  await until(() => page.evaluate(() => location.pathname == '/' && !!window.overture), 'the page come back to');
  await unless('the page kept', async () => assert.ok(await page.evaluate(() => window.kept), 'script and all'));
  // One that was not kept asks again.
  await page.evaluate(() => gtag('consent', 'update', { analytics_storage: 'granted' }));
  await until(() => assert.equal(server.sockets.size, 1) ?? true, 'the socket of the page come back to');
  // The page has kept its card: another waits until that is gone.
  server.say({ type: 'withdraw', id: 'i1', reason: 'withdrawn' });
  await until(async () => !(await drawn(page, card))[0], 'the first card is gone');
  invite('i2');
  await appears(page, card);
  await (await appears(page, named('button', 'Yes, please'))).click();
  await until(
    () => of('invitation').some(({ id, response, channel }) => id == 'i2' && response == 'accepted' && channel == 'chat'),
    'accepted',
  );

  join('i2');
  await appears(page, talk);
  const text = () => page.$eval('overture-talk', ({ shadowRoot }) => shadowRoot.textContent);
  await until(async () => (await text()).includes('Claire Aubry, Paris'), 'who it is');
  assert.equal((await drawn(page, card)).length, 0, 'the talk stands in its place');
  assert.equal(await focused(), 'overture-talk', 'the focus stays where it was');
  await (await appears(page, line)).type('Good evening');
  await page.keyboard.press('Enter');
  await until(() => of('message').length == 1, 'her message');
  const [said] = of('message');
  server.say({ type: 'message', conversation: 'i2', id: said.id, from: 'visitor', text: said.text, at: Date.now(), offset: 1 });
  server.say({ type: 'message', conversation: 'i2', id: 'm2', from: 'advisor', text: 'Good evening, Madame.', at: Date.now(), offset: 2 });
  await until(async () => (await log()).some((text) => text.includes('Good evening, Madame.')), 'the advisor’s words');
  await until(() => of('seen').at(-1)?.offset == 2, 'that she read it');
  await (await appears(page, line)).type('One more');
  const greeted = of('hello').length;
  await page.reload();
  await page.evaluate(() => gtag('consent', 'update', { analytics_storage: 'granted' }));
  await until(() => of('hello').length > greeted, 'the page come back');
  join('i2');
  server.say({ type: 'message', conversation: 'i2', id: said.id, from: 'visitor', text: said.text, at: Date.now(), offset: 1 });
  await until(async () => (await log())[0]?.includes('You: Good evening'), 'what she had said');
  assert.equal((await log()).length, 1, 'each message once');
  assert.equal(await (await appears(page, line)).evaluate(({ value }) => value), 'One more', 'what she was writing is still there');
  assert.equal(await focused(), 'body', 'and no focus was taken');

  await page.evaluate(() => overture('consent', { analytics_storage: 'denied' }));
  await until(() => server.beacons.at(-1)?.consent.analytics_storage == 'denied', 'the withdrawal');
  assert.equal(await stored(), 0);
  assert.deepEqual(complaints, []);
};
