import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setUp, tearDown } from './shop';

const VISITOR = 'v'.repeat(32);
const TOKEN = 'aaa.bb-b.c_c';

interface Asked {
  url: string;
  body: any;
}

const asked: Asked[] = [];
let answers: { status: number; body?: object }[] = [];

const start = async (address = '/', stored = true) => {
  history.replaceState(null, '', address);
  if (stored) localStorage.overture = JSON.stringify({ v: VISITOR, s: 's'.repeat(32), t: Date.now(), w: {} });
  const tag = document.createElement('script');
  tag.src = 'https://overture.example/overture-passport.js';
  Object.assign(tag.dataset, { site: 'demo' });
  Object.defineProperty(document, 'currentScript', { value: tag, configurable: true });
  await import('../src/passport/index');
  return (window as any).overture.passport as { carry(url: string, to?: string): Promise<string>; take(): Promise<boolean> };
};

describe('a passport', () => {
  beforeEach(() => {
    setUp();
    asked.length = 0;
    answers = [];
    vi.stubGlobal('fetch', async (url: string, options: RequestInit) => {
      asked.push({ url, body: JSON.parse(options.body as string) });
      const { status, body } = answers.shift() ?? { status: 204 };
      if (!status) throw new TypeError('network');
      return { ok: status < 300, status, json: async () => body };
    });
  });
  afterEach(tearDown);

  it('goes into the fragment, and never into the query', async () => {
    const passport = await start();
    answers = [{ status: 200, body: { passport: TOKEN, expires: 1 } }];

    const url = await passport.carry('https://jp.example/watches?a=1', 'japan');

    expect(url).toBe(`https://jp.example/watches?a=1#overture-passport=${TOKEN}`);
    expect(asked[0]!.url).toBe('https://overture.example/v1/passport');
    expect(asked[0]!.body).toMatchObject({ site: 'demo', visitor: VISITOR, to: 'japan' });
  });

  it('leaves a fragment of the shop’s own where it is', async () => {
    const passport = await start();
    answers = [{ status: 200, body: { passport: TOKEN } }];

    expect(await passport.carry('https://jp.example/#size')).toBe(`https://jp.example/#size&overture-passport=${TOKEN}`);
  });

  it.each([[403], [404], [503], [0]])('that is refused with %i leaves the link as it is', async (status) => {
    const passport = await start();
    answers = [{ status, body: {} }];

    expect(await passport.carry('https://jp.example/')).toBe('https://jp.example/');
  });

  it('is not asked for where nobody is kept', async () => {
    const passport = await start('/', false);

    expect(await passport.carry('https://jp.example/')).toBe('https://jp.example/');
    expect(asked).toEqual([]);
  });

  it.each([
    [`/w?a=1#overture-passport=${TOKEN}`, '/w?a=1'],
    [`/w#size&overture-passport=${TOKEN}`, '/w#size'],
    [`/w#overture-passport=${TOKEN}&size`, '/w#size'],
    [`/w#a&overture-passport=${TOKEN}&b`, '/w#a&b'],
    ['/w#size', '/w#size'],
  ])('is out of the address at once: %s', async (address, left) => {
    await start(address);

    expect(location.pathname + location.search + location.hash).toBe(left);
  });

  it('is shown once, with who speaks', async () => {
    const passport = await start(`/#overture-passport=${TOKEN}`);

    expect(await passport.take()).toBe(true);
    expect(await passport.take()).toBe(false);
    expect(asked).toHaveLength(1);
    expect(asked[0]!.url).toBe('https://overture.example/v1/passport/honour');
    expect(asked[0]!.body).toMatchObject({ visitor: VISITOR, passport: TOKEN });
  });

  it('is shown again while her consent is on its way, and when the network fails', async () => {
    const passport = await start(`/#overture-passport=${TOKEN}`);
    answers = [{ status: 403 }, { status: 0 }, { status: 503 }, { status: 204 }];

    const taken = passport.take();
    await vi.advanceTimersByTimeAsync(10_000);

    expect(await taken).toBe(true);
    expect(asked).toHaveLength(4);
  });

  it.each([[400], [409], [410]])('that is refused with %i is not shown again', async (status) => {
    const passport = await start(`/#overture-passport=${TOKEN}`);
    answers = [{ status }];

    expect(await passport.take()).toBe(false);
    expect(asked).toHaveLength(1);
  });

  it('is at hand whichever script comes first', async () => {
    const passport = await start();
    (window as any).overture = Object.assign(() => {}, { q: 0 });

    window.dispatchEvent(new Event('load'));

    expect((window as any).overture.passport.take).toBe(passport.take);
  });

  it('keeps what is called before the other script is there', async () => {
    await start();

    (window as any).overture('site', 'demo');

    expect((window as any).overture.q).toEqual([['site', 'demo']]);
  });
});
