// The overlay for whoever puts the tag in, on a page with a strict policy: asked for by the address, beside the card, by keys.
import assert from 'node:assert/strict';
import { appears, drawn, named, until } from './engine.mjs';
import { invitation } from './frames.mjs';
import { resize } from './size.mjs';

export default async ({ server, page, tab, complaints }) => {
  const overlay = named('region', 'Overture, for whoever puts the tag in');
  const text = () => page.evaluate(() => document.querySelector('overture-debug')?.shadowRoot.textContent || '');
  const box = (element) => element.boundingBox();
  const apart = (a, b) => a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

  await resize(page, { width: 1280, height: 800 });
  await page.goto(server.address);
  await until(() => server.frames.some(({ type }) => type == 'hello'), 'a page that asked for nothing');
  assert.equal(await page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => /debug/.test(name)).length), 0);

  await page.goto(server.address + '?overture=debug');
  await appears(page, overlay);
  await page.evaluate(() =>
    dataLayer.push({
      event: 'view_item',
      ecommerce: { currency: 'Pounds', items: [{ item_id: 'W-100', item_name: 'Méridienne', price: 12500, colour: 'steel' }] },
    }),
  );
  await until(async () => /view_item.*taken/s.test(await text()), 'the event and its answer');
  const said = await text();
  for (const part of ['Pounds', 'colour', 'welcomed', 'analytics granted', 'demo at ' + server.address.slice(0, -1)])
    assert.ok(said.includes(part), `${part} in ${said}`);
  assert.equal(await page.evaluate(() => document.activeElement.localName), 'body', 'no focus was taken');

  for (const viewport of [
    { width: 1280, height: 800 },
    { width: 390, height: 844 },
  ]) {
    await resize(page, viewport);
    const id = 'i' + viewport.width;
    server.say(invitation(id));
    const card = await appears(page, named('region', 'At your service'));
    const [shown] = await drawn(page, overlay);
    assert.ok(apart(await box(card), await box(shown)), 'it does not lie over the card');
    server.say({ type: 'withdraw', id, reason: 'withdrawn' });
    await until(async () => !(await drawn(page, named('region', 'At your service')))[0], 'the card is gone');
  }

  const inside = () => page.evaluate(() => document.querySelector('overture-debug')?.shadowRoot.activeElement?.className);
  await until(async () => (await page.keyboard.press('Tab'), (await inside()) == 'toggle'), 'the overlay by keys');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  assert.equal(await inside(), 'close');
  await page.keyboard.press('Enter');
  await until(async () => !(await drawn(page, overlay))[0], 'closed');

  const strange = await tab();
  await strange.goto(server.address + '?overture=debug&consent=no');
  await until(() => strange.evaluate(() => !!window.overture), 'the script');
  assert.equal((await drawn(strange, overlay)).length, 0, 'without consent nothing is asked of the server, and nothing shown');
  await strange.goto(server.address + '?debug&consent=no');
  await appears(strange, overlay);
  assert.match(await strange.evaluate(() => document.querySelector('overture-debug').shadowRoot.textContent), /no consent.*no signal yet/s);
  assert.deepEqual(complaints, []);
};
