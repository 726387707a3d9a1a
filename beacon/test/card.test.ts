import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { card, look, open, overture, part, pass, setUp, socket, tearDown } from './shop';

const COPY = { title: 'À votre service', text: 'Souhaitez-vous l’aide d’un conseiller ?', accept: 'Volontiers', decline: 'Non, merci' };

const invite = async (more: object = {}) => {
  socket().say({
    type: 'invitation',
    id: 'i1',
    trigger: 'reassurance',
    copy: COPY,
    language: 'fr-FR',
    channels: ['chat', 'call'],
    expiresAt: Date.now() + 60000,
    ...more,
  });
  await pass(150);
};
const answers = () => socket().of('invitation').map(({ id, response, channel }) => [id, response, channel]);
const press = (key: string) => window.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));

beforeEach(async () => {
  setUp();
  await open();
  // Here at once, so that a clock that stands still does not keep it from arriving.
  await import('../src/card/index');
  socket().welcome();
});
afterEach(tearDown);

describe('an invitation', () => {
  it('is shown once, in its language, without taking the focus', async () => {
    const focused = document.activeElement;
    await invite();
    await invite();
    await pass(200);
    expect(document.querySelectorAll('overture-card').length).toBe(1);
    expect(answers()).toEqual([['i1', 'shown', undefined]]);
    expect(part('words')!.textContent).toBe(COPY.title + COPY.text);
    expect(part('card')!.lang).toBe('fr-FR');
    expect(document.activeElement).toBe(focused);
  });

  it.each([
    ['accept', 'accepted', 'chat'],
    ['decline', 'declined', undefined],
    ['close', 'dismissed', undefined],
  ])('%s', async (button, response, channel) => {
    await invite();
    part(button)!.click();
    await invite();
    await pass(200);
    expect(answers().slice(1)).toEqual([['i1', response, channel]]);
    expect(part('accept')).toBeFalsy();
  });

  it('is dismissed by Escape, unless that belongs to a field of the shop', async () => {
    const field = document.body.appendChild(document.createElement('input'));
    await invite();
    field.focus();
    press('Escape');
    const still = !!card();
    field.blur();
    press('Escape');
    expect([still, !!card(), answers().at(-1)]).toEqual([true, false, ['i1', 'dismissed', undefined]]);
  });

  it('offers a second channel only where there are words for it', async () => {
    await invite({ copy: { ...COPY, channels: { call: 'Être rappelée' } } });
    part('link')!.click();
    expect(answers().at(-1)).toEqual(['i1', 'accepted', 'call']);
  });

  it('draws words as words', async () => {
    await invite({ copy: { ...COPY, title: '<img src=x onerror=alert(1)>' } });
    await pass(200);
    expect(card()!.querySelector('img')).toBeNull();
  });

  it('reads from the right in Arabic', async () => {
    await invite({ language: 'ar' });
    expect(part('card')!.dir).toBe('rtl');
  });

  it('leaves at its expiry by the server’s clock', async () => {
    socket().say({ type: 'welcome', serverTime: Date.now() + 50000, heartbeat: 25000 });
    await invite();
    await pass(9700);
    const before = !!card();
    await pass(300);
    expect([before, !!card()]).toEqual([true, false]);
  });

  it('leaves when withdrawn', async () => {
    await invite();
    socket().say({ type: 'withdraw', id: 'i1', reason: 'answered_elsewhere' });
    expect(card()).toBeUndefined();
  });

  it('is answered again on the next connection until that is acknowledged', async () => {
    await invite();
    socket().say({ type: 'ack', id: 'i1' });
    part('accept')!.click();
    socket().onclose!({ code: 1012 });
    await pass(2000);
    socket().welcome();
    expect(answers()).toEqual([['i1', 'accepted', 'chat']]);
  });
});

describe('a card waits', () => {
  it.each(['input', 'textarea', 'select', 'iframe'])('while a %s has the focus', async (tag) => {
    const field = document.body.appendChild(document.createElement(tag));
    vi.spyOn(document, 'activeElement', 'get').mockReturnValue(field);
    await invite();
    const before = [!!card(), answers().length];
    vi.mocked(Object.getOwnPropertyDescriptor(document, 'activeElement')!.get!).mockReturnValue(document.body);
    window.dispatchEvent(new Event('focusout'));
    await pass(400);
    expect([before, !!card(), answers().length]).toEqual([[false, 0], true, 1]);
  });

  it.each([{ hidden: true }, { focused: false }])('while the page is %o', async (state) => {
    look(state);
    await invite();
    const before = !!card();
    look({ hidden: false, focused: true });
    await pass(400);
    expect([before, !!card()]).toEqual([false, true]);
  });

  it('while a payment is under way', async () => {
    overture('track', 'add_payment_info', {});
    await invite();
    const before = !!card();
    overture('track', 'purchase', { transaction_id: 't1' });
    window.dispatchEvent(new Event('focus'));
    await pass(400);
    expect([before, !!card()]).toEqual([false, true]);
  });

  it('and never appears once it has expired', async () => {
    look({ hidden: true });
    await invite();
    await pass(61000);
    look({ hidden: false });
    await pass(400);
    expect([card(), answers()]).toEqual([undefined, []]);
  });
});

describe('while the card’s script is on its way', () => {
  let arrive: () => void;
  beforeEach(() => {
    (globalThis as any).slow = new Promise<void>((arrived) => (arrive = arrived));
  });
  afterEach(() => {
    (globalThis as any).slow = (globalThis as any).missing = undefined;
  });

  it.each([
    ['withdrawn', () => socket().say({ type: 'withdraw', id: 'i1', reason: 'withdrawn' })],
    ['expired', () => pass(61000)],
    ['refused with all consent', () => overture('consent', { analytics_storage: 'denied' })],
  ])('an invitation that is %s is not shown', async (_case, act) => {
    await invite();
    await act();
    arrive();
    await pass(400);
    expect([card(), answers()]).toEqual([undefined, []]);
  });

  it('cannot be had, the next frame fetches it again, and the invitation is shown', async () => {
    arrive();
    (globalThis as any).missing = true;
    await invite();
    const before = card();
    (globalThis as any).missing = false;
    socket().say({ type: 'ack', id: 'nothing' });
    await pass(400);
    expect([before, !!card(), answers().length]).toEqual([undefined, true, 1]);
  });
});

it('she can ask for an advisor herself', () => {
  overture('ask', { item: 'W-100', channel: 'call' });
  expect(socket().of('request')[0]).toMatchObject({ item: 'W-100', channel: 'call', id: expect.stringMatching(/^\w{22,}$/) });
});

it.each([
  ['an unknown command', ['nonsense']],
  ['a command without its arguments', ['track']],
  ['a wrong argument', ['consent', null]],
  ['nothing at all', []],
])('%s never reaches the shop', (_case, args) => {
  expect(() => overture(...args)).not.toThrow();
});
