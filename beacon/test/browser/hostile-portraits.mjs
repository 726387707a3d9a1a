// Draws card, panel and form over a shop whose style sheet is not made for them, at three sizes and in both schemes, for
// eyes: node test/browser/hostile-portraits.mjs <folder>
import { mkdir } from 'node:fs/promises';
import { appears, launch, named, still, until } from './engine.mjs';
import { startServer } from './server.mjs';
import { resize } from './size.mjs';

const folder = process.argv[2] || 'dist/portraits';
const SIZES = { desktop: [1280, 800], tablet: [820, 1180], phone: [390, 844] };
const HOSTILE = `body > * { position: relative !important; opacity: .4; letter-spacing: .3em; text-transform: uppercase; font: 30px fantasy }
  :empty { display: none } body > *:not(main):not(script) { display: none } body { transform: translateZ(0) } ::backdrop { background: #000 }`;
const WORDS = {
  title: 'At your service',
  text: 'Would you like assistance from a brand advisor?',
  accept: 'Yes, please',
  decline: 'No, thank you',
  later: 'Not now',
  close: 'Close',
  channels: { call: 'I would rather be called' },
};
const TALK = {
  title: 'An advisor is with you',
  text: 'You may write here whenever you like.',
  close: 'Close',
  placeholder: 'Your message',
  send: 'Send',
  seen: 'Seen',
  leave: 'End the conversation',
  you: 'You',
  contact: 'Telephone or e-mail',
  when: 'When it suits you',
  note: 'Anything we should know',
  ask: 'Ask',
  required: 'required',
  next: 'Once you ask, your request goes to our advisors, and one of them will contact you in the way you chose.',
  channels: { call: 'A call back', appointment: 'An appointment' },
};
const ADVISOR = { name: 'Claire Aubry', title: 'Paris' };

await mkdir(folder, { recursive: true });
const browser = await launch('chromium');
for (const [size, [width, height]] of Object.entries(SIZES))
  for (const scheme of ['light', 'dark']) {
    const server = await startServer();
    const page = await browser.newPage();
    await resize(page, { width, height });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.goto(server.address);
    await until(() => server.frames.some(({ type }) => type == 'hello'), 'the page is greeted');
    await page.evaluate(
      (css) => document.head.append(Object.assign(document.createElement('style'), { nonce: 'shop', textContent: css })),
      HOSTILE,
    );
    const shot = async (name) => {
      await still(page, name == 'card' ? 'overture-card' : 'overture-talk');
      await page.screenshot({ path: `${folder}/hostile-${size}-${scheme}-${name}.png` });
    };
    server.say({
      type: 'invitation',
      id: 'i1',
      copy: WORDS,
      language: 'en',
      channels: ['chat', 'call'],
      advisor: ADVISOR,
      expiresAt: Date.now() + 60000,
    });
    await appears(page, named('region', WORDS.title));
    await until(() => server.frames.some(({ response }) => response == 'shown'), 'shown');
    await shot('card');
    const converse = (more) =>
      server.say({ type: 'conversation', id: 'c1', state: 'joined', language: 'en', epoch: 1, advisor: ADVISOR, copy: TALK, ...more });
    converse({});
    await appears(page, named('region', TALK.title));
    for (const [offset, from, text] of [
      [1, 'visitor', 'Good evening. Is the strap cut to measure?'],
      [2, 'advisor', 'Good evening, Madame. It is: from 150 mm, in three leathers.'],
    ])
      server.say({ type: 'message', conversation: 'c1', id: 'm' + offset, from, text, at: Date.now(), offset });
    await until(() => server.frames.some(({ type }) => type == 'seen'), 'read');
    await shot('panel');
    const sorry = 'With our apologies';
    server.say({ type: 'conversation', id: 'c2', state: 'waiting', language: 'en', epoch: 1, copy: { ...TALK, title: 'Thank you' } });
    server.say({
      type: 'conversation',
      id: 'c2',
      state: 'ended',
      language: 'en',
      epoch: 1,
      offered: ['call', 'appointment'],
      copy: {
        ...TALK,
        title: sorry,
        text: 'None of our advisors is free at this moment. We would gladly call you back, or arrange an appointment.',
      },
    });
    await appears(page, named('region', sorry));
    await shot('form');
    await page.close();
    server.stop();
  }
await browser.close();
