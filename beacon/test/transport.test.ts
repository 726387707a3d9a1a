import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeSocket, answerWith, look, open, overture, pass, posts, setUp, socket, tearDown } from './shop';

const detail = (topic: string) => overture('track', 'view_detail', { topic });
const sent = () => posts.map(({ body }) => [body.seq, body.events.length]);

beforeEach(setUp);
afterEach(tearDown);

describe('without a socket', () => {
  it('posts text without credentials, in batches a second apart, numbered from 1', async () => {
    await open();
    detail('sizing');
    await pass(1000);
    detail('care');
    await pass(1000);
    expect(sent()).toEqual([
      [1, 2],
      [2, 1],
    ]);
    expect(posts[0]!.options).toMatchObject({ method: 'POST', keepalive: true, credentials: 'omit' });
    expect(posts[0]!.url).toMatch(/^https:\/\/overture\.example\/v1\/beacons\?s=[0-9a-f]{2}$/);
  });

  it('does not wait with what matters', async () => {
    await open();
    overture('track', 'add_to_cart', { items: [{ item_id: 'W-100' }] });
    await pass(0);
    expect(sent()).toEqual([[1, 2]]);
  });

  it.each([429, 503, 500, 0])('sends the same number again after %i', async (status) => {
    answerWith({ status });
    await open();
    await pass(30000);
    const [first, second] = posts.map((post) => post.body);
    expect([second.seq, second.source, second.events[0]]).toEqual([first.seq, first.source, first.events[0]]);
    expect(second.sentAt).toBeGreaterThan(first.sentAt);
  });

  it('waits as long as Retry-After says', async () => {
    answerWith({ status: 503, retryAfter: 7 });
    await open();
    await pass(1000 + 6900);
    const early = posts.length;
    await pass(200);
    expect([early, posts.length]).toEqual([1, 2]);
  });

  it.each([400, 403, 413, 415])('drops what is refused with %i', async (status) => {
    answerWith({ status });
    await open();
    await pass(1000);
    detail('care');
    await pass(5000);
    expect(sent().slice(0, 2)).toEqual([
      [1, 1],
      [2, 1],
    ]);
  });

  it('keeps at most 500 events and batches of 100', async () => {
    answerWith({ status: 503, retryAfter: 60 });
    await open();
    await pass(1000);
    for (let i = 0; i < 900; i++) overture('track', 'note' + i, {});
    await pass(90000);
    const kept = posts.slice(2, 7).map((post) => post.body.events);
    expect(kept.map((batch) => batch.length)).toEqual([100, 100, 100, 100, 100]);
    expect(kept.flat().filter((event) => /^note[1-3]?\d?\d$/.test(event.name))).toEqual([]);
  });

  it('keeps a batch below 32 KiB, shortening a list that alone is longer', async () => {
    await open();
    const items = Array.from({ length: 200 }, (_, i) => ({ item_id: 'W' + i, item_name: '時'.repeat(300) }));
    overture('track', 'view_item_list', { items });
    overture('track', 'view_item_list', { items });
    await pass(5000);
    expect(posts.length).toBeGreaterThan(1);
    expect(posts.every(({ options }) => new Blob([options.body as string]).size < 32768)).toBe(true);
  });

  it('sends all when the page is hidden', async () => {
    await open();
    detail('care');
    look({ hidden: true });
    await pass(0);
    expect(posts[0]!.body.events.map((event: any) => event.name)).toEqual(['page_view', 'view_detail']);
  });
});

describe('with a socket', () => {
  it('greets first, then sends beacons one at a time until each is acknowledged', async () => {
    await open();
    socket().welcome();
    detail('sizing');
    await pass(1000);
    detail('care');
    await pass(1500);
    const before = socket().of('beacon').length;
    const { source, seq } = socket().of('beacon')[0];
    socket().say({ type: 'ack', source, seq });
    await pass(1000);
    expect([
      before,
      socket()
        .of('beacon')
        .map((beacon) => beacon.seq),
    ]).toEqual([1, [1, 2]]);
    expect(socket().sent[0]).toMatchObject({ type: 'hello', site: 'demo' });
    expect([socket().protocol, posts.length]).toEqual(['overture.v1', 0]);
  });

  it('connects anew when an acknowledgement is missing for ten seconds, and sends the same number', async () => {
    await open();
    socket().welcome();
    await pass(1000);
    const first = socket();
    const [lost] = first.of('beacon');
    await pass(12000);
    expect(first.closed).toBe(true);
    expect(FakeSocket.all.length).toBe(2);
    expect(posts[0]!.body).toMatchObject({ source: lost.source, seq: lost.seq, events: lost.events });
  });

  it.each([
    [4400, false],
    [4401, false],
    [4403, false],
    [4408, true],
    [4429, true],
    [1012, true],
    [1013, true],
    [1006, true],
  ])('closed with %i', async (code, again) => {
    await open();
    socket().welcome();
    socket().onclose!({ code });
    await pass(25000);
    expect(FakeSocket.all.length > 1).toBe(again);
  });

  it('goes away when told to, and comes back', async () => {
    await open();
    socket().welcome();
    socket().say({ type: 'go_away', reconnectAfter: 3000 });
    await pass(2900);
    const before = FakeSocket.all.length;
    await pass(200);
    expect([before, FakeSocket.all.length, FakeSocket.all[0]!.closed]).toEqual([1, 2, true]);
  });

  it.each([
    ['invalid', [1, 2]],
    ['unavailable', [1, 1]],
    ['too_fast', [1, 1]],
  ])('an error %s', async (code, expected) => {
    await open();
    socket().welcome();
    await pass(1000);
    const { source, seq } = socket().of('beacon')[0];
    socket().say({ type: 'error', code, source, seq, retryAfter: 3000, detail: '' });
    detail('care');
    await pass(3100);
    expect(
      socket()
        .of('beacon')
        .slice(0, 2)
        .map((beacon) => beacon.seq),
    ).toEqual(expected);
  });

  it('connects anew when its greeting was refused and no welcome follows', async () => {
    await open();
    socket().say({ type: 'error', code: 'unavailable', retryAfter: 1000, detail: '' });
    await pass(12000);
    expect([FakeSocket.all.length, FakeSocket.all[0]!.closed]).toEqual([2, true]);
  });

  it('greets again on the same socket when the client becomes known', async () => {
    await open();
    socket().welcome();
    overture('client', 'a.b.c');
    expect(
      socket()
        .of('hello')
        .map((hello) => hello.client),
    ).toEqual([undefined, 'a.b.c']);
  });

  it('is closed when the page goes and opened when it returns', async () => {
    await open();
    socket().welcome();
    window.dispatchEvent(new Event('pagehide'));
    const closed = socket().closed;
    window.dispatchEvent(new Event('pageshow'));
    expect([closed, FakeSocket.all.length]).toEqual([true, 2]);
  });
});
