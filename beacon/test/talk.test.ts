import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeSocket, card, look, open, overture, pass, setUp, socket, tearDown } from './shop';

const COPY = {
  title: 'Un conseiller est à vos côtés',
  text: 'Vous pouvez lui écrire ici.',
  close: 'Fermer',
  placeholder: 'Votre message',
  send: 'Envoyer',
  typing: 'Une réponse s’écrit',
  seen: 'Lu',
  leave: 'Mettre fin',
  question: 'Avons-nous pu vous être utiles ?',
  scale: ['Pas du tout', 'Un peu', 'En partie', 'Bien', 'Très bien'],
  contact: 'Téléphone',
  when: 'Quand',
  note: 'Note',
  ask: 'Demander',
  you: 'Vous',
  channels: { call: 'Rappel', appointment: 'Rendez-vous', video: 'Vidéo' },
};
const CLAIRE = { name: 'Claire Aubry', title: 'Paris' };

const talk = () => document.querySelector('overture-talk')?.shadowRoot;
const part = (name: string) => talk()?.querySelector<HTMLElement>(`[part~="${name}"]`);
const words = (name: string) => (part(name)?.hidden ? '' : part(name)?.textContent);
const log = () => [...(talk()?.querySelectorAll('[part~="message"]') ?? [])].map((node) => node.textContent);
const isOpen = () => !!talk() && !part('talk')!.hidden;
const kept = () => JSON.parse(sessionStorage.overture ?? '{}');

const converse = async (more: object = {}) => {
  socket().say({ type: 'conversation', id: 'c1', state: 'joined', channel: 'chat', language: 'fr-FR', epoch: 1, advisor: CLAIRE, copy: COPY, ...more });
  await pass(150);
};
const message = (id: string, offset: number, more: object = {}) =>
  socket().say({ type: 'message', conversation: 'c1', id, from: 'advisor', text: id, at: Date.now(), offset, ...more });
const write = (text: string) => {
  const line = part('line') as HTMLTextAreaElement;
  line.value = text;
  line.dispatchEvent(new Event('input'));
  line.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
};
const enter = async () => {
  await open();
  // Here at once, so that a clock that stands still does not keep it from arriving.
  await import('../src/talk/index');
  socket().welcome();
};
const reload = async () => {
  const { overture: stored } = localStorage;
  const { overture: here } = sessionStorage;
  tearDown();
  setUp();
  localStorage.overture = stored;
  if (here) sessionStorage.overture = here;
  await enter();
};

beforeEach(async () => {
  sessionStorage.clear();
  (globalThis as any).missing = false;
  setUp();
  await enter();
});
afterEach(tearDown);

describe('a conversation', () => {
  it('opens in the place of the card, with who is there, without taking the focus', async () => {
    const focused = document.activeElement;
    socket().say({ type: 'invitation', id: 'c1', copy: { ...COPY, accept: 'Volontiers', decline: 'Non' }, language: 'fr', channels: ['chat'], expiresAt: Date.now() + 60000 });
    await pass(150);
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
    for (const [state, title] of [['waiting', 'Merci'], ['joined', COPY.title], ['ended', 'Merci de votre visite']] as const) {
      await converse({ state, copy: { ...COPY, title } });
      said.push([words('title'), !part('foot')!.hidden, words('leave')]);
    }
    expect(said).toEqual([['Merci', true, 'Mettre fin'], [COPY.title, true, 'Mettre fin'], ['Merci de votre visite', false, '']]);
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

  it.each([['ar', 'rtl'], ['he-IL', 'rtl'], ['ja', 'ltr']])('in %s reads %s', async (language, dir) => {
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
    expect([first, socket().of('leave'), kept().pending]).toEqual([[{ type: 'leave', conversation: 'c1' }], [{ type: 'leave', conversation: 'c1' }], []]);
  });

  it('is taken away, with all it kept, when she withdraws her consent', async () => {
    await converse();
    write('Bonsoir');
    overture('consent', { analytics_storage: 'denied' });
    expect([talk(), sessionStorage.length]).toEqual([undefined, 0]);
  });
});

describe('messages', () => {
  beforeEach(() => converse());

  it.each([
    ['in order', [1, 2, 3]],
    ['out of order', [3, 1, 2]],
    ['more than once', [1, 2, 1, 3, 3, 2]],
  ])('that come %s stand once, by their offsets', (_case, offsets) => {
    offsets.forEach((offset) => message('m' + offset, offset));
    expect(log()).toEqual(['Claire Aubry: m1', 'Claire Aubry: m2', 'Claire Aubry: m3']);
  });

  it('of hers stand once, whether the acknowledgement or their echo comes first', () => {
    write('un');
    write('deux');
    const [one, two] = socket().of('message');
    socket().say({ type: 'ack', id: one.id });
    message(two.id, 2, { from: 'visitor', text: 'deux' });
    message(one.id, 1, { from: 'visitor', text: 'un' });
    socket().say({ type: 'ack', id: two.id });
    expect([log(), kept().pending]).toEqual([['Vous: un', 'Vous: deux'], []]);
  });

  it('of hers whose offset is not told stand where they were said, and leave no gap', async () => {
    message('m1', 1);
    write('deux');
    const [{ id }] = socket().of('message');
    socket().say({ type: 'ack', id });
    message('m3', 3);
    const said = log();
    socket().onclose!({ code: 1012 });
    await pass(2000);
    socket().welcome();
    await converse();
    message('m1', 1);
    message(id, 2, { from: 'visitor', text: 'deux' });
    message('m3', 3);
    expect([said, log(), socket().of('hello').length]).toEqual([
      ['Claire Aubry: m1', 'Vous: deux', 'Claire Aubry: m3'],
      ['Claire Aubry: m1', 'Vous: deux', 'Claire Aubry: m3'],
      1,
    ]);
  });

  it('of hers take the offset their acknowledgement tells', () => {
    write('deux');
    const [{ id }] = socket().of('message');
    message('m1', 1);
    socket().say({ type: 'ack', id, offset: 2 });
    message('m3', 3);
    expect(log()).toEqual(['Claire Aubry: m1', 'Vous: deux', 'Claire Aubry: m3']);
  });

  it('of hers are sent again on the next connection, under the same id, until acknowledged', async () => {
    write('un');
    const [{ id }] = socket().of('message');
    socket().onclose!({ code: 1012 });
    await pass(2000);
    socket().welcome();
    await converse();
    expect([socket().of('message').map((each) => each.id), log()]).toEqual([[id], ['Vous: un']]);
  });

  it('of hers written offline survive a reload', async () => {
    socket().onclose!({ code: 1012 });
    write('un');
    const [{ id }] = kept().pending;
    await reload();
    await converse();
    expect([socket().of('message').map((each) => each.id), log()]).toEqual([[id], ['Vous: un']]);
  });

  it('are all there again after a reload, once', async () => {
    message('m1', 1);
    await reload();
    await converse();
    message('m1', 1);
    message('m2', 2);
    expect(log()).toEqual(['Claire Aubry: m1', 'Claire Aubry: m2']);
  });

  it('that are missing are asked for, once for each gap', () => {
    const hellos = () => socket().of('hello').length;
    const before = hellos();
    message('m1', 1);
    message('m4', 4);
    message('m4', 4);
    message('m5', 5);
    const after = hellos();
    [1, 2, 3, 4, 5].forEach((offset) => message('m' + offset, offset));
    expect([after - before, hellos() - before, log().length]).toEqual([1, 1, 5]);
  });

  it('of another epoch replace what stood', async () => {
    message('m1', 1);
    await converse({ epoch: 2 });
    message('n1', 1);
    expect(log()).toEqual(['Claire Aubry: n1']);
  });

  it('of another conversation are none of this one', async () => {
    message('m1', 1, { conversation: 'c0' });
    expect(log()).toEqual([]);
  });

  it('of hers that were refused come back to the line', () => {
    write('trop');
    const [{ id }] = socket().of('message');
    socket().say({ type: 'error', code: 'invalid', id, detail: '' });
    expect([log(), (part('line') as HTMLTextAreaElement).value, kept().pending]).toEqual([[], 'trop', []]);
  });

  it('of hers that came too fast are sent once more, later', async () => {
    write('vite');
    const [{ id }] = socket().of('message');
    socket().say({ type: 'error', code: 'too_fast', id, detail: '', retryAfter: 2000 });
    await pass(2100);
    expect(socket().of('message').map((each) => each.id)).toEqual([id, id]);
  });

  it('are not sent by Enter while words are being composed, nor when there are none', () => {
    const line = part('line') as HTMLTextAreaElement;
    line.value = 'にほん';
    line.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, isComposing: true }));
    write('   ');
    expect(socket().of('message')).toEqual([]);
  });

  it('not yet sent are still in the line after a reload', async () => {
    const line = part('line') as HTMLTextAreaElement;
    line.value = 'Auriez-vous';
    line.dispatchEvent(new Event('input'));
    await reload();
    await converse();
    expect((part('line') as HTMLTextAreaElement).value).toBe('Auriez-vous');
  });
});

describe('signs', () => {
  beforeEach(() => converse());

  it('that the advisor writes stand for five seconds, or until the message', async () => {
    const said = [];
    socket().say({ type: 'typing', conversation: 'c1' });
    said.push(words('status'));
    await pass(5100);
    said.push(words('status'));
    socket().say({ type: 'typing', conversation: 'c1' });
    message('m1', 1);
    said.push(words('status'));
    expect(said).toEqual(['Une réponse s’écrit', '', '']);
  });

  it('that she writes are sent sparingly', async () => {
    const line = part('line') as HTMLTextAreaElement;
    for (const text of ['B', 'Bo', 'Bon']) {
      line.value = text;
      line.dispatchEvent(new Event('input'));
    }
    await pass(6000);
    line.dispatchEvent(new Event('input'));
    expect(socket().of('typing')).toEqual([{ type: 'typing', conversation: 'c1' }, { type: 'typing', conversation: 'c1' }]);
  });

  it('are not sent to a service that has no words for them', async () => {
    await converse({ copy: { ...COPY, typing: undefined, seen: undefined } });
    const line = part('line') as HTMLTextAreaElement;
    line.value = 'B';
    line.dispatchEvent(new Event('input'));
    message('m1', 1);
    expect([socket().of('typing'), socket().of('seen')]).toEqual([[], []]);
  });

  it('that hers was read stand under her last words', () => {
    message('m1', 1, { from: 'visitor' });
    const before = words('status');
    socket().say({ type: 'seen', conversation: 'c1', offset: 1 });
    expect([before, words('status')]).toEqual(['', 'Lu']);
  });

  it('that she read are sent only while she looks', () => {
    look({ hidden: true });
    message('m1', 1);
    const before = socket().of('seen').length;
    look({ hidden: false });
    expect([before, socket().of('seen')]).toEqual([0, [{ type: 'seen', conversation: 'c1', offset: 1 }]]);
  });
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
    expect([before, of()]).toEqual([[0, innerHeight], [280, innerHeight - 300]]);
  });
});

describe('put away', () => {
  const press = (target: EventTarget) => target.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));

  it.each([
    ['by its cross', () => part('close')!.click()],
    ['by Escape within', () => press(part('line')!)],
    ['by Escape on the page', () => press(window)],
  ])('%s it is a line at the foot, with what she has not read', async (_case, act) => {
    await converse();
    act();
    message('m1', 1, { text: 'Je suis là.' });
    expect([isOpen(), words('bar-name'), words('bar-text'), socket().of('seen').length]).toEqual([false, 'Claire Aubry', 'Je suis là.', 0]);
    part('bar')!.click();
    expect([isOpen(), socket().of('seen').length]).toEqual([true, 1]);
  });

  it('Escape that belongs to a field of the shop leaves it', async () => {
    const field = document.body.appendChild(document.createElement('input'));
    await converse();
    field.focus();
    press(field);
    expect(isOpen()).toBe(true);
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

describe('ended', () => {
  const fill = (name: string, value: string) => {
    (talk()!.querySelector(`[name="${name}"]`) as HTMLInputElement).value = value;
  };
  const submit = () => part('ask')!.dispatchEvent(new Event('submit', { cancelable: true }));

  it('with nobody, it takes a wish for another time, and says it until it is answered', async () => {
    await converse({ state: 'waiting', advisor: undefined });
    await converse({ state: 'ended', offered: ['call', 'appointment'] });
    (talk()!.querySelector('[value="appointment"]') as HTMLInputElement).click();
    fill('contact', ' +33 1 23 ');
    fill('when', 'demain');
    submit();
    submit();
    const [request] = socket().of('request');
    socket().onclose!({ code: 1012 });
    await pass(2000);
    socket().welcome();
    const again = socket().of('request');
    await converse({ id: request.id, state: 'ended', copy: { ...COPY, title: 'Merci', text: 'Votre demande a été transmise.' } });
    expect(request).toMatchObject({ channel: 'appointment', contact: '+33 1 23', when: 'demain', note: '' });
    expect([again, words('text'), part('ask'), kept().pending]).toEqual([[request], 'Votre demande a été transmise.', null, []]);
  });

  it('without a way to reach her asks for nothing', async () => {
    await converse({ state: 'waiting' });
    await converse({ state: 'ended', offered: ['call'] });
    fill('contact', ' ');
    submit();
    expect(socket().of('request')).toEqual([]);
  });

  it('asks how it was only where told to, and once', async () => {
    await converse();
    await converse({ state: 'ended' });
    const unasked = part('question');
    await converse({ state: 'ended', question: true });
    (talk()!.querySelectorAll('[part~="score"]')[3] as HTMLElement).click();
    await converse({ state: 'ended', question: true });
    expect([unasked, part('question'), socket().of('feedback')]).toEqual([null, null, [{ type: 'feedback', conversation: 'c1', score: 4 }]]);
  });

  it('leaves by itself when nothing was said', async () => {
    await converse();
    await converse({ state: 'ended' });
    await pass(10000);
    expect(talk()).toBeUndefined();
  });

  it('stays to be read when something was, until she closes it, and does not come back', async () => {
    await converse();
    message('m1', 1);
    await converse({ state: 'ended' });
    await pass(60000);
    const before = isOpen();
    part('close')!.click();
    await converse({ state: 'ended' });
    expect([before, talk()]).toEqual([true, undefined]);
  });

  it('on an earlier page it is not told again', async () => {
    await converse();
    await reload();
    await converse({ state: 'ended' });
    expect(talk()).toBeUndefined();
  });

  it('as soon as it began, as a call back does, it is told', async () => {
    await converse({ state: 'ended', advisor: undefined });
    expect(words('text')).toBe(COPY.text);
  });

  it('makes room for another invitation', async () => {
    await converse();
    message('m1', 1);
    await converse({ state: 'ended' });
    socket().say({ type: 'invitation', id: 'i2', copy: { ...COPY, accept: 'Oui', decline: 'Non' }, language: 'fr', channels: ['chat'], expiresAt: Date.now() + 60000 });
    await pass(150);
    expect([talk(), !!card()]).toEqual([undefined, true]);
  });

  it('a next conversation begins with an empty log', async () => {
    await converse();
    message('m1', 1);
    await converse({ state: 'ended' });
    await converse({ id: 'c2', state: 'waiting' });
    expect([isOpen(), log(), FakeSocket.all.length]).toEqual([true, [], 1]);
    expect(document.querySelectorAll('overture-talk').length).toBe(1);
  });
});
