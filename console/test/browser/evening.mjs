// An evening at the console in a real browser under the service's policy: ring, claim, words both ways, a lost
// connection, a reload, a transfer, an end, by keyboard; and axe on every screen: node test/browser/evening.mjs
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { complaints, launch, signIn } from './browser.mjs';
import { startDesk } from './desk.mjs';
import * as scene from './evening.scene.mjs';

const AXE = await readFile(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

const until = async (condition, what) => {
  for (const end = Date.now() + 8000; !(await condition()); ) {
    assert.ok(Date.now() < end, 'never: ' + what);
    await new Promise((soon) => setTimeout(soon, 25));
  }
};

const desk = await startDesk();
const browser = await launch();
const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', reducedMotion: 'reduce' });
const page = await context.newPage();
const found = complaints(page);
const line = page.getByLabel('Your words');
const log = page.getByRole('log');
const focusedOn = () =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.getAttribute('aria-label') ?? at?.textContent?.trim() ?? '';
  });

/** Through the driver's own world, which the page's policy does not bind. */
const accessible = async (where) => {
  const { violations } = await page.evaluate(`(() => { ${AXE}; return axe.run(document, { resultTypes: ['violations'] }); })()`);
  assert.deepEqual(
    violations.map(
      ({ id, nodes }) => `${where}: ${id} ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join('; ')}`,
    ),
    [],
  );
};

let offset = 0;
const epoch = 'e1';
const messages = [];
const spoken = (from, text, id = `m${offset + 1}`, by) => {
  messages.push({ offset: ++offset, id, from, by, text, at: Date.now() });
  return { type: 'message', conversation: 'k1', epoch, ...messages.at(-1) };
};
const talk = (state = 'joined') => ({
  type: 'talk',
  conversation: 'k1',
  epoch,
  turn: 0,
  state,
  handle: 'a1',
  language: 'fr-FR',
  channel: 'chat',
  offset,
  messages,
  full: true,
});
desk.onSay = ({ id, ref, text }) => {
  const known = messages.find((message) => message.id == id);
  if (!known) desk.say(spoken('advisor', text, id, 'advisor'));
  desk.say({ type: 'ack', ref, offset: (known ?? messages.at(-1)).offset });
};
desk.onClaim = ({ ref, conversation }) => {
  if (conversation == 'k2') desk.say({ type: 'error', ref, code: 'claimed', by: 'camille', detail: 'Somebody was first.' });
  else {
    desk.say({ type: 'ack', ref });
    desk.greetings.push(
      () => talk(),
      () => ({ ...scene.dossier, conversation: 'k1' }),
    );
    desk.say(talk());
    desk.say({ ...scene.dossier, conversation: 'k1' });
  }
};

try {
  await page.goto(desk.address);
  await page.getByLabel('Name').waitFor();
  await accessible('the door');
  await page.getByLabel('Name').fill('advisor');
  await page.getByLabel('Password').fill('wrong');
  await page.getByRole('button', { name: 'Come in' }).click();
  await page.getByText('do not go together').waitFor();
  await signIn(page, desk.address);
  await page.getByText('The boutique is quiet.').waitFor();
  await accessible('nobody there');

  // Heaviest first; the arrows move, one tab stop for the list.
  desk.say(scene.boutique());
  desk.say(scene.tasks);
  desk.say(scene.ring);
  const claim = page.getByRole('button', { name: /^Claim: Vesper/ });
  await claim.waitFor();
  await page.getByRole('status').filter({ hasText: 'rings: Vesper' }).waitFor({ state: 'attached' });
  assert.match(await page.title(), /1 asks for you/);
  await claim.focus();
  await page.keyboard.press('ArrowDown');
  assert.match(await focusedOn(), /^Invite: Méridienne/);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await until(() => desk.of('invite').some(({ handle }) => handle == 'e5'), 'the invitation by hand');
  await page.getByText('Invited', { exact: true }).waitFor();
  await accessible('a busy boutique');

  // Somebody else was first: said politely.
  desk.say({ ...scene.passedOn, turn: 0, weight: 90000 });
  await page.getByRole('button', { name: /^Claim: Contour/ }).click();
  await page.getByText('Camille Roussel was first').waitFor();

  // Claimed by one key; the cursor is on the line, the name is known.
  await page.keyboard.press('c');
  await page.getByRole('heading', { name: 'Hélène Varenne' }).waitFor();
  await until(async () => (await focusedOn()) == 'Your words', 'the cursor on the line');
  await page.keyboard.type('Bonsoir Madame.');
  await until(() => desk.of('typing').length == 1, 'that she writes');
  await page.keyboard.press('Enter');
  await log.getByText('Bonsoir Madame.').waitFor();
  assert.equal(await line.inputValue(), '');
  desk.say(spoken('visitor', 'Bonsoir, quel bonheur.'));
  await log.getByText('Bonsoir, quel bonheur.').waitFor();
  await until(() => desk.of('seen').some((seen) => seen.offset == offset), 'that it was seen');
  desk.say({ type: 'seen', conversation: 'k1', offset: 1, by: 'visitor' });
  desk.say({ type: 'typing', conversation: 'k1' });
  await log.getByText('is writing').waitFor();
  await accessible('a conversation');

  // A message lost on the way: hello is said again, and nothing is missing or twice.
  const greeted = desk.of('hello').length;
  spoken('visitor', 'La Vesper est-elle');
  desk.say(spoken('visitor', 'encore disponible ?'));
  await until(() => desk.of('hello').length == greeted + 1, 'another hello');
  await log.getByText('La Vesper est-elle').waitFor();
  assert.equal(await log.getByText('encore disponible ?').count(), 1);

  // Without a connection the words wait, and a reload of the page keeps them.
  desk.away(true);
  await page.getByText('The connection is lost;').waitFor();
  await line.fill('Elle vous attend.');
  await line.press('Enter');
  await log.getByText('Kept until the connection is back').waitFor();
  await line.fill('Un brouillon');
  await accessible('a lost connection');
  await page.reload();
  desk.away(false);
  await log.getByText('Elle vous attend.').waitFor();
  await until(() => messages.filter(({ text }) => text == 'Elle vous attend.').length == 1, 'the word that waited');
  assert.equal(await line.inputValue(), 'Un brouillon');
  await page.getByText('Kept until').waitFor({ state: 'detached' });
  assert.equal(await log.getByText('Elle vous attend.').count(), 1);

  // A note in another voice, by key, and out again.
  await line.focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await page.getByLabel('A note for colleagues').fill('Écrin bleu.');
  await accessible('a note');
  await page.keyboard.press('Enter');
  await until(() => desk.of('note').length == 1, 'the note');
  assert.equal(await line.inputValue(), 'Un brouillon');

  // The columns by F6, the dialogs by their keys; Escape gives the focus back.
  await page.keyboard.press('F6');
  assert.equal(await focusedOn().then((text) => text.length > 0), true);
  await page.keyboard.press('d');
  assert.equal(await focusedOn(), 'Dossier');
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  await accessible('the keys');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Settings' }).click();
  await accessible('the settings');
  await page.getByLabel('Night').check();
  await page.getByLabel('Français').check();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Confier' }).waitFor();
  await accessible('by night, in French');

  await page.keyboard.press('t');
  await page.getByRole('dialog', { name: 'Confier la conversation' }).waitFor();
  await accessible('a transfer');
  await page.getByLabel('Camille Roussel').check();
  await page.getByLabel('Un mot pour votre collègue').fill('Elle aime la Vesper.');
  await page.getByRole('dialog').getByRole('button', { name: 'Confier' }).click();
  await until(() => desk.of('transfer').length == 1, 'the transfer');
  const { to, note } = desk.of('transfer')[0];
  assert.deepEqual([to, note], [{ advisor: 'camille' }, 'Elle aime la Vesper.']);
  await page.getByText('Un collègue a pris le relais.').waitFor();

  // Taken back, and ended.
  desk.say(talk());
  await page.getByLabel('Vos mots').waitFor();
  await page.locator('.dossier').focus();
  await page.keyboard.press('e');
  await page.getByRole('dialog').waitFor();
  await accessible('an end');
  await page.getByLabel('Il y avait lieu').check();
  await page.getByRole('dialog').getByRole('button', { name: 'Terminer' }).click();
  await until(() => desk.of('end').some(({ complaint }) => complaint), 'the end');
  await page.getByText('Cette conversation est terminée.').waitFor();

  // Nothing moves sideways, at any width.
  for (const [width, height] of [
    [1024, 768],
    [768, 1024],
    [390, 844],
    [320, 640],
  ]) {
    await page.setViewportSize({ width, height });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${width}: ${wide} px too wide`);
    await accessible(`${width} wide`);
  }

  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('button', { name: 'Réglages' }).click();
  await page.getByRole('button', { name: 'Quitter' }).click();
  await page.getByLabel('Nom').waitFor();
  assert.equal(await page.evaluate(() => sessionStorage.length), 0);
  assert.deepEqual(found, []);
  console.log('A good evening.');
} finally {
  await browser.close();
  desk.stop();
}
