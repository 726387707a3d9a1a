// The script on a page with a strict policy in a real browser, from the first page view to her answer:
// node test/browser/road.mjs
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { startServer } from './server.mjs';

const until = async (condition, what) => {
  for (const end = Date.now() + 8000; !condition(); ) {
    assert.ok(Date.now() < end, 'never: ' + what);
    await new Promise((soon) => setTimeout(soon, 25));
  }
};

const server = await startServer();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  // The driver switches the back/forward cache off; the page must be fit for it.
  ignoreDefaultArgs: ['--disable-back-forward-cache'],
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});
const page = await (await browser.newContext()).newPage();
const complaints = [];
page.on('console', (message) => message.type() == 'error' && complaints.push(message.text()));
page.on('pageerror', (error) => complaints.push(error.message));
const of = (type) => server.frames.filter((frame) => frame.type == type);
const names = () => [...server.beacons, ...of('beacon')].flatMap(({ events }) => events.map(({ name }) => name));
const invite = (id) =>
  server.say({
    type: 'invitation',
    id,
    copy: { title: 'At your service', text: 'Would you like assistance?', accept: 'Yes, please', decline: 'No, thank you' },
    language: 'en',
    channels: ['chat'],
    expiresAt: Date.now() + 60000,
  });
const joined = (id) =>
  server.say({
    type: 'conversation',
    id,
    state: 'joined',
    language: 'en',
    epoch: 1,
    advisor: { name: 'Claire Aubry', title: 'Paris' },
    copy: { title: 'An advisor is with you', text: 'You may write here.', close: 'Close', placeholder: 'Your message', send: 'Send', seen: 'Seen', you: 'You' },
  });
const card = page.getByRole('region', { name: 'At your service' });

try {
  await page.goto(server.address + '?consent=no');
  await page.waitForFunction(() => window.overture);
  await page.waitForTimeout(1500);
  assert.deepEqual([server.beacons.length, server.frames.length], [0, 0]);
  assert.equal(await page.evaluate(() => localStorage.length + document.cookie.length), 0);

  await page.evaluate(() => {
    gtag('consent', 'update', { analytics_storage: 'granted', personalization_storage: 'granted' });
    dataLayer.push({ event: 'view_item', ecommerce: { currency: 'EUR', value: 12500, items: [{ item_id: 'W-100' }] } });
  });
  await until(() => names().includes('view_item'), 'the data layer’s event');
  assert.equal(of('hello').length, 1);

  await page.getByLabel('search').focus();
  invite('i1');
  await page.waitForTimeout(600);
  assert.equal(await card.count(), 0, 'it waits for the field');
  await page.getByLabel('search').blur();
  await card.waitFor();
  await until(() => of('invitation').length == 1, 'shown');
  const shifted = await page.evaluate(
    () =>
      new Promise((done) => {
        new PerformanceObserver((list) => done(list.getEntries().length)).observe({ type: 'layout-shift', buffered: true });
        setTimeout(done, 1200, 0);
      }),
  );
  assert.equal(shifted, 0, 'nothing moves');

  await page.evaluate(() => (window.kept = true));
  await page.goto(server.address + 'other');
  await page.goBack({ waitUntil: 'commit' });
  assert.ok(await page.evaluate(() => window.kept), 'the page was kept, script and all');
  await until(() => server.sockets.size == 1, 'the socket of the page come back to');
  invite('i2');
  await card.getByText('Would you like assistance?').waitFor();
  await page.getByRole('button', { name: 'Yes, please' }).click();
  await until(() => of('invitation').some(({ id, response, channel }) => id == 'i2' && response == 'accepted' && channel == 'chat'), 'accepted');

  const talk = page.getByRole('region', { name: 'An advisor is with you' });
  const line = talk.getByRole('textbox', { name: 'Your message' });
  const log = talk.getByRole('log');
  joined('i2');
  await talk.getByText('Claire Aubry, Paris').waitFor();
  assert.equal(await card.count(), 0, 'the talk stands in its place');
  assert.equal(await page.evaluate(() => document.activeElement.localName), 'overture-talk', 'the focus stays where it was');
  await line.fill('Good evening');
  await page.keyboard.press('Enter');
  await until(() => of('message').length == 1, 'her message');
  const [said] = of('message');
  server.say({ type: 'message', conversation: 'i2', id: said.id, from: 'visitor', text: said.text, at: Date.now(), offset: 1 });
  server.say({ type: 'message', conversation: 'i2', id: 'm2', from: 'advisor', text: 'Good evening, Madame.', at: Date.now(), offset: 2 });
  await log.getByText('Good evening, Madame.').waitFor();
  await until(() => of('seen').at(-1)?.offset == 2, 'that she read it');
  await line.fill('One more');
  const greeted = of('hello').length;
  await page.reload();
  await page.evaluate(() => gtag('consent', 'update', { analytics_storage: 'granted' }));
  await until(() => of('hello').length > greeted, 'the page come back');
  joined('i2');
  server.say({ type: 'message', conversation: 'i2', id: said.id, from: 'visitor', text: said.text, at: Date.now(), offset: 1 });
  await log.getByText('You: Good evening').waitFor();
  assert.equal(await log.locator('p').count(), 1, 'each message once');
  assert.equal(await line.inputValue(), 'One more', 'what she was writing is still there');
  assert.equal(await page.evaluate(() => document.activeElement.localName), 'body', 'and no focus was taken');

  await page.evaluate(() => overture('consent', { analytics_storage: 'denied' }));
  await until(() => server.beacons.at(-1)?.consent.analytics_storage == 'denied', 'the withdrawal');
  assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
  assert.deepEqual(complaints, []);
  console.log('The road is clear:', [...new Set(names())].join(', '));
} finally {
  await browser.close();
  server.stop();
}
