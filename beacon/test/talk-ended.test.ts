import { describe, expect, it } from 'vitest';
import { FakeSocket, card, pass, socket } from './shop';
import { converse, COPY, invitation, isOpen, kept, log, message, onAPage, part, reload, talk, words } from './talking';

onAPage();

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

  it('marks what it needs, and says what happens next, where there are words for it', async () => {
    await converse({ state: 'ended', offered: ['call'], copy: { ...COPY, required: 'nécessaire', next: 'Nous vous rappellerons.' } });
    const needed = [...talk()!.querySelectorAll<HTMLInputElement>('form input')].filter(({ required }) => required);
    expect(needed.map(({ name, parentElement }) => [name, parentElement!.textContent])).toEqual([['contact', 'Téléphonenécessaire']]);
    expect(words('next')).toBe('Nous vous rappellerons.');
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
    expect([unasked, part('question'), socket().of('feedback')]).toEqual([
      null,
      null,
      [{ type: 'feedback', conversation: 'c1', score: 4 }],
    ]);
  });

  it.each([
    ['a farewell', {}, 'words'],
    ['the form of one that nobody came to', { offered: ['call'] }, 'ask'],
  ])('%s stays until the visitor puts it away', async (_case, more, name) => {
    await converse({ state: 'waiting' });
    await converse({ state: 'ended', ...more });
    await pass(10 * 60000);
    const before = [isOpen(), !!part(name)];
    part('close')!.click();
    expect([before, talk()]).toEqual([[true, true], undefined]);
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

  it.each([
    ['a farewell', async () => {}],
    ['an apology and its form', () => converse({ state: 'ended', offered: ['call'] })],
    ['a question', () => converse({ state: 'ended', question: true })],
    ['a conversation put away', async () => part('close')!.click()],
  ])('%s is not displaced by an invitation, which waits', async (_case, act) => {
    await converse();
    if (_case == 'a farewell') await converse({ state: 'ended' });
    await act();
    socket().say(invitation('i2', 'Oui'));
    await pass(3000);
    const before = [!!talk(), card(), socket().of('invitation').length];
    await converse({ state: 'ended' });
    if (!isOpen()) part('bar')!.click();
    part('close')!.click();
    await pass(2000);
    expect([before, talk(), !!card()]).toEqual([[true, undefined, 0], undefined, true]);
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
