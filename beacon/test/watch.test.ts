import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import '../src/debug';
import { pass, setUp, tearDown } from './shop';

const start = async (data: Record<string, string> = {}, path = '/') => {
  history.replaceState(null, '', path);
  const tag = document.createElement('script');
  tag.src = 'https://overture.example/overture.js';
  Object.assign(tag.dataset, { site: 'demo', ...data });
  Object.defineProperty(document, 'currentScript', { value: tag, configurable: true });
  tag.type = 'text/plain';
  document.body.appendChild(tag);
  const seam = await import('../src/watch');
  return (kind: string, ...about: unknown[]) => seam.watch(kind, ...about);
};
/** Until what is fetched is there and drawn. */
const settled = async () => {
  await pass(1);
  await vi.dynamicImportSettled();
  await pass(1000);
};
const overlay = () => document.querySelector('overture-debug');

describe('who puts the tag in', () => {
  beforeEach(() => {
    setUp();
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    vi.spyOn(console, 'info').mockImplementation(() => {});
  });
  afterEach(() => {
    tearDown();
    delete (globalThis as any).missing;
  });

  it.each([['/'], ['/?x=overture=debug'], ['/#?overture=debug']])('sees nothing unasked, at %s', async (path) => {
    const watch = await start({}, path);
    watch('socket', 'welcome');
    watch('push', { event: 'view_item' });
    await settled();
    expect(overlay()).toBeNull();
  });

  it.each([
    ['the tag', { debug: 'on' }, '/'],
    ['the address', {}, '/?overture=debug'],
    ['the address, among others', {}, '/?a=1&overture=debug&b=2'],
  ])('sees what happened before the overlay was there, asked by %s', async (_, data, path) => {
    const watch = await start(data as Record<string, string>, path);
    watch('push', { event: 'view_item' });
    watch('socket', 'welcome');
    await settled();
    expect(overlay()!.shadowRoot!.textContent).toContain('view_item');
  });

  it('is warned once of a refusal, without an overlay', async () => {
    const watch = await start();
    watch('refused', 403);
    watch('refused', 4403);
    await settled();
    expect(console.warn).toHaveBeenCalledTimes(1);
    expect(vi.mocked(console.warn).mock.calls[0]![0]).toContain('overture.sites.demo.origins');
    expect(overlay()).toBeNull();
  });

  it('is warned of a refusal over HTTP alike', async () => {
    const watch = await start();
    watch('batch', { events: [] }, 204, {});
    watch('batch', { events: [] }, 403, {});
    await settled();
    expect(console.warn).toHaveBeenCalledTimes(1);
  });

  it('is told in short where the words cannot be fetched', async () => {
    (globalThis as any).missing = true;
    const watch = await start();
    watch('refused', 4403);
    watch('refused', 403);
    await settled();
    expect(vi.mocked(console.warn).mock.calls).toEqual([['Overture', 'refused']]);
  });
});
