import { describe, expect, it, vi } from 'vitest';
import { FakeSocket, card, overture, pass, socket } from './shop';
import { converse, COPY, invitation, isOpen, kept, log, message, onAPage, part, reload, talk, words, write } from './talking';

onAPage();

describe('a conversation', () => {
  it('opens in the place of the card, with who is there, without taking the focus', async () => {
    const focused = document.activeElement;
    socket().say(invitation('c1', 'Volontiers'));
    await pass(2000);
    card()!.querySelector<HTMLElement>('[part="accept"]')!.click();
    await converse();
    expect([card(), words('title'), words('advisor')]).toEqual([undefined, COPY.title, 'Claire Aubry, Paris']);
    expect([part('talk')!.lang, part('talk')!.dir, document.activeElement]).toEqual(['fr-FR', 'ltr', focused]);
  });

  it('keeps the card’s words while its script cannot be had, and tries again on the next connection', async () => {
    (globalThis as any).missing = true;
    await converse();
    const before = talk();
    (globalThis as any).missing = false;
    await converse();
    expect([before, isOpen()]).toEqual([undefined, true]);
  });

  it('says what it waits for, then who came, then that it ended', async () => {
    const said = [];
    for (const [state, title] of [
      ['waiting', 'Merci'],
      ['joined', COPY.title],
      ['ended', 'Merci de votre visite'],
    ] as const) {
      await converse({ state, copy: { ...COPY, title } });
      said.push([words('title'), !part('foot')!.hidden, words('leave')]);
    }
    expect(said).toEqual([
      ['Merci', true, 'Mettre fin'],
      [COPY.title, true, 'Mettre fin'],
      ['Merci de votre visite', false, ''],
    ]);
  });

  it('lets her write while she waits', async () => {
    await converse({ state: 'waiting', advisor: undefined });
    write('Bonsoir');
    expect(socket().of('message')).toMatchObject([{ conversation: 'c1', text: 'Bonsoir' }]);
  });

  it('without words is not drawn', async () => {
    await converse({ copy: undefined });
    expect(talk()).toBeUndefined();
  });

  it('draws words as words, and only safe addresses as links', async () => {
    await converse();
    message('<img src=x>', 1);
    message('m2', 2, { text: 'Voici https://aurelle.example/w, javascript:alert(1)' });
    expect(log()).toEqual(['Claire Aubry: <img src=x>', 'Claire Aubry: Voici https://aurelle.example/w, javascript:alert(1)']);
    expect([...talk()!.querySelectorAll('img, [part="log"] a')].map((each) => each.textContent)).toEqual(['https://aurelle.example/w,']);
  });

  it.each([
    ['ar', 'rtl'],
    ['he-IL', 'rtl'],
    ['ja', 'ltr'],
  ])('in %s reads %s', async (language, dir) => {
    await converse({ language });
    expect(part('talk')!.dir).toBe(dir);
  });

  it.each([
    ['https://meet.example/x', true],
    ['javascript:alert(1)', false],
  ])('hands over to %s: %s', async (url, offered) => {
    await converse({ handoff: { channel: 'video', url } });
    const link = part('handoff') as HTMLAnchorElement;
    expect(link.hidden).toBe(!offered);
    if (offered) expect([link.textContent, link.target, link.rel, link.href]).toEqual(['Vidéo', '_blank', 'noopener noreferrer', url]);
  });

  it('is left by one quiet button, said again until it has ended', async () => {
    await converse();
    part('leave')!.click();
    const first = socket().of('leave');
    socket().onclose!({ code: 1012 });
    await pass(2000);
    socket().welcome();
    await converse({ state: 'ended' });
    expect([first, socket().of('leave'), kept().pending]).toEqual([
      [{ type: 'leave', conversation: 'c1' }],
      [{ type: 'leave', conversation: 'c1' }],
      [],
    ]);
  });

  it('is taken away, with all it kept, when she withdraws her consent', async () => {
    await converse();
    write('Bonsoir');
    overture('consent', { analytics_storage: 'denied' });
    expect([talk(), sessionStorage.length]).toEqual([undefined, 0]);
  });
});

it.each([
  ['denied', [undefined, 0, true]],
  ['granted', ['overture-talk', 1, false]],
])('told by the service that consent is %s, by another of the visitor’s tabs', async (analytics_storage, expected) => {
  await converse();
  socket().say({ type: 'consent', analytics_storage, at: Date.now() });
  await pass(200);
  expect([document.querySelector('overture-talk')?.localName, sessionStorage.length, FakeSocket.all.at(-1)!.closed]).toEqual(expected);
});

describe('on a telephone', () => {
  it('the panel stands above the keyboard, and no taller than what is seen', async () => {
    const seen = Object.assign(new EventTarget(), { height: innerHeight, offsetTop: 0 });
    vi.stubGlobal('visualViewport', seen);
    await converse();
    const host = document.querySelector<HTMLElement>('overture-talk')!;
    const of = () => ['--lift', '--tall'].map((name) => parseFloat(host.style.getPropertyValue(name)));
    const before = of();
    Object.assign(seen, { height: innerHeight - 300, offsetTop: 20 });
    seen.dispatchEvent(new Event('resize'));
    expect([before, of()]).toEqual([
      [0, innerHeight],
      [280, innerHeight - 300],
    ]);
  });
});

describe('put away', () => {
  const press = (target: EventTarget, key = 'Escape') =>
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));

  it.each([
    ['by its cross', () => part('close')!.click()],
    ['by Escape within', () => press(part('line')!)],
  ])('%s it is a line at the foot, with what she has not read', async (_case, act) => {
    await converse();
    act();
    message('m1', 1, { text: 'Je suis là.' });
    expect([isOpen(), words('bar-name'), words('bar-text'), socket().of('seen').length]).toEqual([false, 'Claire Aubry', 'Je suis là.', 0]);
    part('bar')!.click();
    expect([isOpen(), socket().of('seen').length]).toEqual([true, 1]);
  });

  it('an Escape elsewhere on the page leaves it', async () => {
    const field = document.body.appendChild(document.createElement('input'));
    await converse();
    field.focus();
    press(field);
    field.blur();
    press(document.body);
    press(window);
    expect(isOpen()).toBe(true);
  });

  it('the focus goes back where it was', async () => {
    const link = document.body.appendChild(Object.assign(document.createElement('a'), { href: '/' }));
    await converse();
    link.focus();
    press(window, 'F8');
    const within = document.activeElement!.localName;
    part('close')!.click();
    expect([within, document.activeElement]).toEqual(['overture-talk', link]);
  });

  it('stays so after a reload', async () => {
    await converse();
    part('close')!.click();
    await reload();
    await converse();
    expect([!!talk(), isOpen()]).toEqual([true, false]);
  });

  it('is how it begins in a tab she does not look at, and while she pays', async () => {
    overture('track', 'add_payment_info', {});
    await converse();
    expect([!!talk(), isOpen()]).toEqual([true, false]);
  });

  it('no key of hers within is a shortcut of the shop’s', async () => {
    const shortcut = vi.fn();
    document.body.addEventListener('keydown', shortcut);
    await converse();
    part('line')!.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true, composed: true }));
    document.body.removeEventListener('keydown', shortcut);
    expect(shortcut).not.toHaveBeenCalled();
  });
});
