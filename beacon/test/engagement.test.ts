import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { look, named, open, overture, pass, posts, setUp, tearDown } from './shop';

const slices = () => named('user_engagement').map(({ params }) => params);
const touch = () => window.dispatchEvent(new Event('pointermove'));

beforeEach(setUp);
afterEach(tearDown);

describe('engaged time', () => {
  it('comes in slices of ten seconds that never overlap', async () => {
    await open();
    await pass(41000);
    const engaged = named('user_engagement');
    const stretches = engaged.map(({ at, params }) => [at - params.engagement_time_msec, at]);
    expect(stretches.length).toBe(4);
    expect(stretches.every(([from], i) => i == 0 || from! >= stretches[i - 1]![1]!)).toBe(true);
  });

  it('says in which slices she touched something', async () => {
    await open();
    await pass(4000);
    touch();
    await pass(20000);
    expect(slices().map((slice) => slice.active)).toEqual([true, false]);
  });

  it('goes to what she looked at, and ends with it', async () => {
    await open({ consent: 'granted' }, '/watches');
    await pass(3000);
    overture('track', 'view_item', { items: [{ item_id: 'W-100' }] });
    await pass(4000);
    history.pushState(null, '', '/leather?size=2');
    await pass(12000);
    const seen = slices().map((slice) => slice.item_id || slice.page);
    expect(new Set(seen)).toEqual(new Set(['/watches', 'W-100', '/leather']));
    expect(slices().reduce((sum, slice) => sum + (slice.item_id ? slice.engagement_time_msec : 0), 0)).toBe(4000);
  });

  it.each([{ hidden: true }, { focused: false }])('stops while %o', async (state) => {
    await open();
    await pass(2000);
    look(state);
    await pass(60000);
    expect(slices().map((slice) => slice.engagement_time_msec)).toEqual([2000]);
  });

  it('is not measured while the machine sleeps', async () => {
    await open();
    await pass(1000);
    vi.setSystemTime(Date.now() + 600000);
    await pass(11000);
    expect(slices().every((slice) => slice.engagement_time_msec <= 10000)).toBe(true);
  });
});

describe('page views', () => {
  it('are counted at load and on each new address, once, without query or fragment', async () => {
    await open({ consent: 'granted' }, '/a?token=secret');
    history.replaceState(null, '', '/a?token=secret');
    history.replaceState(null, '', '/a?token=secret#top');
    history.pushState(null, '', '/b?x=1');
    await pass(1000);
    expect(named('page_view').map(({ params }) => params.page_location)).toEqual(['/a', '/b']);
  });
});

describe('a session', () => {
  const session = () => JSON.parse(localStorage.overture).s;

  it('ends after thirty minutes in which she touches nothing', async () => {
    await open();
    const before = session();
    await pass(31 * 60000);
    const still = session();
    overture('track', 'view_detail', { topic: 'care' });
    expect([still == before, session() == before]).toEqual([true, false]);
  });

  it('keeps the campaign she came with on the pages that follow', async () => {
    localStorage.overture = JSON.stringify({
      v: 'v'.repeat(32),
      s: 's'.repeat(32),
      t: Date.now(),
      w: { campaign: { source: 'vogue' } },
    });
    await open();
    await pass(1000);
    expect(posts[0]!.body).toMatchObject({ session: 's'.repeat(32), context: { campaign: { source: 'vogue' } } });
  });
});
