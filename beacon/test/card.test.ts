import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { card, look, open, overture, part, pass, setUp, socket, tearDown, view } from './shop';

const COPY = { title: 'À votre service', text: 'Souhaitez-vous l’aide d’un conseiller ?', accept: 'Volontiers', decline: 'Non, merci' };

/** Until a card that stands was seen for a second, with the looks before and after. */
const SEEN = 2000;

const INVITATION = (more: object = {}) => ({
  type: 'invitation',
  id: 'i1',
  trigger: 'reassurance',
  copy: COPY,
  language: 'fr-FR',
  channels: ['chat', 'call'],
  expiresAt: Date.now() + 60000,
  ...more,
});
const invite = async (more: object = {}) => {
  socket().say(INVITATION(more));
  await pass(SEEN);
};
const fullscreen = (element: Element | null) =>
  Object.defineProperty(document, 'fullscreenElement', { value: element, configurable: true });
const answers = () => socket().of('invitation').map(({ id, response, channel }) => [id, response, channel]);
const press = (key: string, target: EventTarget = window, more = {}) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...more }));

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

  it('is dismissed by Escape only where the focus is in it', async () => {
    const heard = vi.fn();
    await invite();
    window.addEventListener('keydown', heard);
    press('Escape');
    press('Escape', document.body);
    const still = [!!card(), heard.mock.calls.length];
    press('Escape', part('close')!);
    window.removeEventListener('keydown', heard);
    // Its own Escape is nobody else's.
    expect([still, !!card(), answers().at(-1), heard.mock.calls.length]).toEqual([[true, 2], false, ['i1', 'dismissed', undefined], 2]);
  });

  it('is not dismissed by the Escape that ends a composition', async () => {
    await invite();
    press('Escape', part('close')!, { keyCode: 229 });
    expect(!!card()).toBe(true);
  });

  it('offers “not now” beside “no” where there are words for it', async () => {
    await invite();
    const before = part('later');
    await invite({ id: 'i2', copy: { ...COPY, later: 'Plus tard' } });
    socket().say({ type: 'withdraw', id: 'i1', reason: 'withdrawn' });
    await pass(SEEN);
    part('later')!.click();
    expect([before, answers().at(-1)]).toEqual([null, ['i2', 'dismissed', undefined]]);
  });

  it('is reached by its key, and gives the focus back, by the key and when it closes', async () => {
    const link = document.body.appendChild(Object.assign(document.createElement('a'), { href: '/', textContent: 'w' }));
    link.focus();
    press('F8');
    const before = document.activeElement;
    await invite();
    press('F8');
    const within = document.activeElement!.localName;
    press('F8', part('close')!);
    const back = document.activeElement;
    press('F8');
    part('decline')!.focus();
    part('decline')!.click();
    expect([before, within, back, document.activeElement]).toEqual([link, 'overture-card', link, link]);
  });

  it('waits while another is before the visitor’s eyes, and is shown once that is gone', async () => {
    await invite();
    await invite({ id: 'i2', copy: { ...COPY, title: 'Encore' } });
    const before = part('title')!.textContent;
    part('decline')!.click();
    await pass(SEEN);
    expect([before, part('title')!.textContent]).toEqual([COPY.title, 'Encore']);
    expect(answers()).toEqual([['i1', 'shown', undefined], ['i1', 'declined', undefined], ['i2', 'shown', undefined]]);
  });

  it('comes back with the body the page puts in place of its own, reported once', async () => {
    await invite();
    document.body.replaceWith(document.createElement('body'));
    await pass(0);
    document.body.innerHTML = '';
    await pass(1500);
    await pass(SEEN);
    expect([!!part('card'), answers().length]).toEqual([true, 1]);
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
    await pass(7900);
    const before = !!card();
    await pass(300);
    expect([before, !!card()]).toEqual([true, false]);
  });

  it('leaves at its expiry though timers stood still until then', async () => {
    await invite();
    vi.setSystemTime(Date.now() + 61000);
    window.dispatchEvent(new Event('pageshow'));
    await pass(150);
    expect(card()).toBeUndefined();
  });

  it('is not fought for with a page that takes it away again and again', async () => {
    await invite();
    let taken = 0;
    const take = () => document.querySelector('overture-card')?.remove();
    const observer = new MutationObserver(() => {
      taken++;
      take();
    });
    observer.observe(document.body, { childList: true });
    take();
    await pass(900);
    observer.disconnect();
    expect(taken).toBeLessThan(30);
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
    await pass(SEEN);
    expect([before, !!card(), answers().length]).toEqual([[false, 0], true, 1]);
  });

  it.each([{ hidden: true }, { focused: false }])('while the page is %o', async (state) => {
    look(state);
    await invite();
    const before = !!card();
    look({ hidden: false, focused: true });
    await pass(SEEN);
    expect([before, !!card()]).toEqual([false, true]);
  });

  it.each([
    ['the second has not passed', () => pass(900), () => undefined],
    ['something covers it', () => (view.covered = true), () => (view.covered = false)],
    ['it is out of the window', () => (view.out = true), () => (view.out = false)],
    ['the visitor is elsewhere', () => look({ focused: false }), () => look({ focused: true })],
    ['something of the shop’s is in fullscreen', () => fullscreen(document.body), () => fullscreen(null)],
  ])('and is not shown while %s', async (_case, hide, reveal) => {
    await hide();
    socket().say(INVITATION());
    await pass(800);
    const before = answers().length;
    await reveal();
    await pass(1000 + SEEN);
    expect([before, answers().length]).toEqual([0, 1]);
  });

  it('and a second that was broken counts anew', async () => {
    socket().say(INVITATION());
    await pass(1000);
    view.covered = true;
    await pass(300);
    view.covered = false;
    await pass(1300);
    const before = answers().length;
    await pass(2500);
    expect([before, answers().length]).toEqual([0, 1]);
  });

  it.each(['combobox', 'textbox', 'searchbox', 'spinbutton'])('while a %s of the shop’s own has the focus', async (role) => {
    const field = document.body.appendChild(document.createElement('div'));
    field.setAttribute('role', role);
    field.tabIndex = 0;
    field.focus();
    await invite();
    const before = card();
    field.blur();
    await pass(SEEN);
    expect([before, !!card()]).toEqual([undefined, true]);
  });

  it('while a payment is under way', async () => {
    overture('track', 'add_payment_info', {});
    await invite();
    const before = !!card();
    overture('track', 'purchase', { transaction_id: 't1' });
    window.dispatchEvent(new Event('focus'));
    await pass(SEEN);
    expect([before, !!card()]).toEqual([false, true]);
  });

  it('and never appears once it has expired', async () => {
    look({ hidden: true });
    await invite();
    await pass(61000);
    look({ hidden: false });
    await pass(SEEN);
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
    await pass(SEEN);
    expect([card(), answers()]).toEqual([undefined, []]);
  });

  it('cannot be had, the next frame fetches it again, and the invitation is shown', async () => {
    arrive();
    (globalThis as any).missing = true;
    await invite();
    const before = card();
    (globalThis as any).missing = false;
    socket().say({ type: 'ack', id: 'nothing' });
    await pass(SEEN);
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
