import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answers, fullscreen, INVITATION, invite, SEEN, uninvited } from './inviting';
import { card, look, overture, pass, socket, view } from './shop';

uninvited();

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
