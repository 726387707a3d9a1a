import { beforeEach, describe, expect, it } from 'vitest';
import { look, pass, socket } from './shop';
import { converse, COPY, kept, log, message, onAPage, part, reload, words, write } from './talking';

onAPage();

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
    expect([
      socket()
        .of('message')
        .map((each) => each.id),
      log(),
    ]).toEqual([[id], ['Vous: un']]);
  });

  it('of hers written offline survive a reload', async () => {
    socket().onclose!({ code: 1012 });
    write('un');
    const [{ id }] = kept().pending;
    await reload();
    await converse();
    expect([
      socket()
        .of('message')
        .map((each) => each.id),
      log(),
    ]).toEqual([[id], ['Vous: un']]);
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
    expect(
      socket()
        .of('message')
        .map((each) => each.id),
    ).toEqual([id, id]);
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
    expect(socket().of('typing')).toEqual([
      { type: 'typing', conversation: 'c1' },
      { type: 'typing', conversation: 'c1' },
    ]);
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
