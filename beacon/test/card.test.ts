import { describe, expect, it, vi } from 'vitest';
import { answers, COPY, invite, press, SEEN, uninvited } from './inviting';
import { card, overture, part, pass, socket } from './shop';

uninvited();

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
    expect(answers()).toEqual([
      ['i1', 'shown', undefined],
      ['i1', 'declined', undefined],
      ['i2', 'shown', undefined],
    ]);
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
