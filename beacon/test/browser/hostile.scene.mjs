// The card and the conversation on pages whose style sheets and scripts are not made for them.
import assert from 'node:assert/strict';
import { appears, drawn, named, passing, until } from './engine.mjs';
import { invitation, joined } from './frames.mjs';
import { resize } from './size.mjs';

export const cannot = {};

const card = named('region', 'At your service');
const talk = named('region', 'An advisor is with you');
const line = named('textbox', 'Your message');

/** What a page does, and how it stops. A style is a string. */
const KEPT_FROM_THE_EYES = {
  'a modal dialog': [
    () => document.body.appendChild(Object.assign(document.createElement('dialog'), { id: 'shop', textContent: 'Your size' })).showModal(),
    () => document.querySelector('#shop').close(),
  ],
  'a modal dialog in a shadow': [
    () => {
      const host = document.body.appendChild(Object.assign(document.createElement('div'), { id: 'shop' }));
      host.attachShadow({ mode: 'closed' }).appendChild(document.createElement('dialog')).showModal();
    },
    () => document.querySelector('#shop').remove(),
  ],
  'a drawer before an inert page': [
    () => (document.querySelector('main').inert = true),
    () => (document.querySelector('main').inert = false),
  ],
  'an overlay': [
    () => {
      const overlay = document.body.appendChild(Object.assign(document.createElement('div'), { id: 'shop' }));
      Object.assign(overlay.style, { position: 'fixed', inset: 0, background: 'white', zIndex: 5000 });
    },
    () => document.querySelector('#shop').remove(),
  ],
  'a bar on a layer above': [
    () => {
      const bar = document.body.appendChild(Object.assign(document.createElement('div'), { id: 'shop', textContent: 'Cookies' }));
      Object.assign(bar.style, { position: 'fixed', inset: 'auto 0 0', height: '45vh', background: 'white', zIndex: 2147483647 });
    },
    () => document.querySelector('#shop').remove(),
  ],
  'an overlay in the top layer': [
    () => {
      const overlay = document.body.appendChild(Object.assign(document.createElement('div'), { id: 'shop', popover: 'manual' }));
      Object.assign(overlay.style, { width: '100vw', height: '100vh', background: 'white' });
      overlay.showPopover();
    },
    () => document.querySelector('#shop').remove(),
  ],
  'a field of its own': [
    () => {
      const field = document.body.appendChild(Object.assign(document.createElement('div'), { id: 'shop', role: 'combobox', tabIndex: 0 }));
      field.setAttribute('role', 'combobox');
      field.focus();
    },
    () => document.querySelector('#shop').blur(),
  ],
  'a page that is not there yet': ['body { opacity: 0 }', () => document.querySelector('#style').remove()],
  'a page that is not drawn': ['body { display: none }', () => document.querySelector('#style').remove()],
};

const WITHSTOOD = [
  'body > * { position: relative }',
  'body > * { position: static !important; opacity: 0 !important; transform: scale(0) !important }',
  ':empty { display: none }',
  'body > *:not(main):not(script) { display: none }',
  'body > *:not(main):not(script) { display: none !important; visibility: hidden !important; clip-path: inset(50%) !important }',
  'body { transform: translateZ(0) }',
  'body { transform: translateY(-300px); filter: grayscale(1); contain: strict; overflow: hidden }',
  '* { all: unset }',
  '::backdrop { background: black }',
];

export default async ({ server, page, complaints }) => {
  const shown = (id) => server.frames.filter((frame) => frame.type == 'invitation' && frame.id == id && frame.response == 'shown').length;
  const invite = (id) => server.say(invitation(id));
  const join = (id) => server.say(joined(id));
  const style = (css) =>
    page.evaluate(
      (css) => document.head.append(Object.assign(document.createElement('style'), { id: 'style', nonce: 'shop', textContent: css })),
      css,
    );
  const open = async () => {
    const greeted = server.frames.filter(({ type }) => type == 'hello').length;
    await page.goto(server.address);
    await until(
      () => server.frames.filter(({ type }) => type == 'hello').length > greeted && server.sockets.size == 1,
      'the page is greeted',
    );
  };

  let id = 0;
  for (const [what, [begin, end]] of Object.entries(KEPT_FROM_THE_EYES)) {
    const invitation = 'kept-' + ++id;
    await open();
    if (typeof begin == 'string') await style(begin);
    else await page.evaluate(begin);
    invite(invitation);
    // That nothing is shown can only be waited for: longer than a card takes that may be.
    await passing(2200);
    assert.deepEqual([(await drawn(page, card)).length, shown(invitation)], [0, 0], `not shown behind ${what}`);
    await page.evaluate(end);
    await appears(page, card);
    await until(() => shown(invitation), `shown after ${what}`);
    assert.equal(shown(invitation), 1);
  }

  for (const css of WITHSTOOD) {
    const invitation = 'style-' + ++id;
    await open();
    await style(css);
    invite(invitation);
    await appears(page, card);
    await until(() => shown(invitation), `shown under ${css}`);
    const box = await page.$eval('overture-card', (host) => {
      const { right, bottom, width } = host.shadowRoot.querySelector('section').getBoundingClientRect();
      return [document.documentElement.clientWidth - right, innerHeight - bottom, width].map(Math.round);
    });
    assert.deepEqual(box, [32, 32, 352], `in its corner under ${css}`);
  }

  // On a telephone so small that card and panel are most of what is seen, in the top layer all the same.
  const inTopLayer = (name) => page.$eval(name, (host) => host.matches(':popover-open'));
  await resize(page, { width: 340, height: 420 });
  await open();
  invite('small');
  await appears(page, card);
  await until(() => shown('small'), 'shown on a small telephone');
  await passing(1200);
  assert.ok(await inTopLayer('overture-card'));
  join('small');
  server.say({
    type: 'message',
    conversation: 'small',
    id: 'm1',
    from: 'advisor',
    text: 'Good evening, Madame. '.repeat(20),
    at: Date.now(),
    offset: 1,
  });
  await until(() => server.frames.some(({ type, conversation }) => type == 'seen' && conversation == 'small'), 'read on a small telephone');
  await passing(1200);
  assert.ok(await inTopLayer('overture-talk'));
  await resize(page, { width: 1280, height: 800 });

  // Seen, but not for a second.
  await open();
  invite('brief');
  await appears(page, card);
  await page.evaluate(KEPT_FROM_THE_EYES['a modal dialog'][0]);
  await passing(2200);
  assert.equal(shown('brief'), 0, 'a glimpse is not shown');
  await page.evaluate(KEPT_FROM_THE_EYES['a modal dialog'][1]);
  await until(() => shown('brief'), 'shown after all');

  // The page puts another body in place of its own.
  await page.evaluate(() => {
    const next = document.createElement('body');
    next.innerHTML = '<main><h1>Another page</h1></main>' + document.querySelector('overture-card').outerHTML;
    document.body.replaceWith(next);
  });
  await appears(page, card);
  assert.equal(await page.evaluate(() => document.querySelectorAll('overture-card').length), 1, 'one card, and no copy of it');
  join('brief');
  const field = await appears(page, line);
  await field.focus();
  await page.keyboard.type('Good even');
  for (let offset = 1; offset < 20; offset++)
    server.say({
      type: 'message',
      conversation: 'brief',
      id: 'm' + offset,
      from: 'advisor',
      text: 'Good evening, Madame.',
      at: Date.now(),
      offset,
    });
  const scrolled = () => page.$eval('overture-talk', (host) => host.shadowRoot.querySelector('[role=log]').scrollTop);
  await until(async () => (await scrolled()) > 100, 'a log to be scrolled');
  await page.$eval('overture-talk', (host) => (host.shadowRoot.querySelector('[role=log]').scrollTop = 60));
  await passing(100);
  for (const replace of [
    () => document.body.replaceWith(document.createElement('body')),
    () => (document.body.innerHTML = '<main><h1>A third page</h1></main>'),
  ]) {
    await passing(1100);
    await page.evaluate(replace);
    await appears(page, talk);
    assert.deepEqual(
      [Math.round(await scrolled()), await page.evaluate(() => document.activeElement.localName)],
      [60, 'overture-talk'],
      'scrolled and focused as it was',
    );
    await page.keyboard.type('!');
  }
  assert.equal(
    await page.$eval('overture-talk', (host) => host.shadowRoot.querySelector('textarea').value),
    'Good even!!',
    'the draft goes on',
  );
  assert.equal(shown('brief'), 1, 'and nothing is reported twice');
  assert.deepEqual(complaints, []);
};
