// Draws a conversation from its first word to its last, in the house's own words, for eyes:
// node test/browser/talk-portraits.mjs <folder>
import { mkdir, readFile } from 'node:fs/promises';
import { appears, launch, setStage, still, until } from './engine.mjs';
import { resize } from './size.mjs';

const folder = process.argv[2] || 'dist/portraits';
const SIZES = { desktop: [1280, 800], phone: [390, 844] };
/** Language, and the schemes in which it is drawn. */
const LANGUAGES = { en: ['light', 'dark'], fr: ['light'], ja: ['light'], ar: ['light'] };
const SAID = {
  en: [
    'Good evening. Is the strap cut to measure?',
    'Good evening, Madame. It is: from 150 mm, in three leathers. Would you like to see them?',
    'Please. The goatskin.',
  ],
  fr: [
    'Bonsoir. Le bracelet est-il coupé sur mesure ?',
    'Bonsoir, Madame. Oui, à partir de 150 mm, en trois cuirs. Souhaitez-vous les voir ?',
    'Volontiers. La chèvre.',
  ],
  ja: ['ストラップは誂えられますか。', 'はい、150 mm から三種の革でお仕立ていたします。ご覧になりますか。', 'お願いします。'],
  ar: ['مساء الخير. هل يُقصّ السوار على المقاس؟', 'مساء النور. نعم، ابتداءً من 150 مم، بثلاثة جلود. هل تودّون رؤيتها؟', 'من فضلكم.'],
};

/** The words that come with the service: a file so plain that a few lines read it. */
const wordsOf = async (name) => {
  const text = await readFile(new URL(`../../../src/main/resources/copies/${name}.yaml`, import.meta.url), 'utf8');
  const flow = (inner) => JSON.parse(inner.replace(/([{,]\s*)(\w+):/g, '$1"$2":'));
  const all = {};
  let at;
  for (const line of text.split('\n').filter((each) => each && !each.startsWith('#'))) {
    const [, indent, key, value] = line.match(/^( *)([\w-]+): ?(.*)$/);
    if (!indent) at = all[key] = value ? flow(value) : {};
    else if (!value) at = at[key] = {};
    else at[key] = /^[{[]/.test(value) ? flow(value) : JSON.parse(value);
  }
  return all;
};
const conversation = await wordsOf('conversation');
const channels = await wordsOf('channels');

await mkdir(folder, { recursive: true });
const browser = await launch('chromium');

const draw = async (size, [width, height], language, scheme) => {
  const { server, page, complaints, strike } = await setStage(browser, 'chromium');
  await resize(page, { width, height });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto(`${server.address}?lang=${language}`);
  await until(() => server.frames.some(({ type }) => type == 'beacon'), 'the first page view');
  const words = conversation[language];
  const copy = (name) => ({
    ...words[name],
    ...words.talk,
    ...words.line,
    channels: channels[language],
  });
  const id = 'c' + Math.random();
  const is = (state, name, more = {}) => server.say({ type: 'conversation', id, state, language, epoch: 1, copy: copy(name), ...more });
  const say = (offset, from, text) =>
    server.say({ type: 'message', conversation: id, id: 'm' + offset, from, text, at: Date.now(), offset });
  const shot = async (name, text) => {
    await until(() => page.$eval('overture-talk', ({ shadowRoot }, text) => shadowRoot.textContent.includes(text), text), text);
    await still(page, 'overture-talk');
    await page.screenshot({ path: `${folder}/${size}-${language}-${scheme}-${name}.png` });
  };
  const advisor = { name: 'Claire Aubry', title: 'Paris' };
  const [asked, answered, more] = SAID[language];

  is('waiting', 'waiting');
  await appears(page, 'overture-talk');
  await shot('1-waiting', words.waiting.title);
  say(1, 'visitor', asked);
  is('joined', 'joined', { advisor, handoff: { channel: 'video', url: 'https://meet.example/x' } });
  say(2, 'advisor', answered);
  say(3, 'visitor', more);
  server.say({ type: 'typing', conversation: id });
  await shot('2-joined', more);
  await (await appears(page, 'overture-talk >>> [part=close]')).click();
  say(4, 'advisor', answered);
  await shot('3-away', answered);
  await (await appears(page, 'overture-talk >>> [part=bar]')).click();
  is('ended', 'ended', { advisor, question: true });
  await shot('4-ended', words.ended.title);
  server.say({ type: 'conversation', id: id + 'n', state: 'waiting', language, epoch: 1, copy: copy('waiting') });
  server.say({
    type: 'conversation',
    id: id + 'n',
    state: 'ended',
    language,
    epoch: 1,
    offered: ['call', 'appointment'],
    copy: copy('nobody'),
  });
  await shot('5-nobody', words.nobody.title);
  if (complaints[0]) console.log(complaints.join('\n'));
  await strike();
};

for (const [size, box] of Object.entries(SIZES))
  for (const [language, schemes] of Object.entries(LANGUAGES)) for (const scheme of schemes) await draw(size, box, language, scheme);
await browser.close();
