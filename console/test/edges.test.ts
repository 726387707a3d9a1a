import { beforeEach, describe, expect, it } from 'vitest';
import { keepWriting } from '../src/keeping';
import { wanted } from '../src/keyboard';
import { keepPreferences, readPreferences } from '../src/preferences';
import { Password } from '../src/sign-in/password';
import { news } from '../src/state/news';
import { newId, Store } from '../src/state/store';
import { after, heard, message, QUIET, ring, say, talk, TALKING, welcome } from './scenes';

beforeEach(() => sessionStorage.clear());

describe('what was written outlives the page', () => {
  const talking = () => {
    const store = new Store();
    keepWriting(store, sessionStorage);
    for (const event of [welcome(), talk([message(1)])]) store.dispatch(event);
    return store;
  };

  it('drafts, and words that have not arrived, with their id', () => {
    const before = talking();
    before.dispatch(say());
    before.dispatch({ type: 'draft', conversation: 't', text: 'half a' });
    const next = new Store();
    keepWriting(next, sessionStorage);
    expect(next.state.drafts).toEqual({ t: 'half a' });
    expect(next.state.pending).toMatchObject([{ ref: 'r1', request: { id: 'i1', text: 'Good evening' } }]);
  });

  it('nothing else of a conversation is kept', () => {
    const store = talking();
    store.dispatch({ type: 'draft', conversation: 't', text: 'half a' });
    expect(Object.values({ ...sessionStorage }).join()).not.toContain('word 1');
  });

  it('and nothing at all once it has arrived', () => {
    const store = talking();
    store.dispatch(say());
    store.dispatch({ type: 'frame', frame: { type: 'ack', ref: 'r1', offset: 2 } });
    expect(sessionStorage.length).toBe(0);
  });

  it('what cannot be read is dropped', () => {
    sessionStorage.setItem('overture.drafts', '{');
    const store = new Store();
    keepWriting(store, sessionStorage);
    expect(store.state.drafts).toEqual({});
    expect(sessionStorage.length).toBe(0);
  });
});

describe('preferences', () => {
  beforeEach(() => localStorage.clear());

  it.each([
    [{}, { language: 'fr', theme: 'auto', notify: false, keys: true }],
    [{ theme: 'dark' }, { language: 'fr', theme: 'dark', notify: false, keys: true }],
    [{ language: 'tlh' }, { language: 'fr', theme: 'auto', notify: false, keys: true }],
  ])('kept as %j are read as %j', (kept, expected) => {
    keepPreferences(localStorage, kept as never);
    expect(readPreferences(localStorage, ['fr-FR'])).toEqual(expected);
  });
});

describe('a password', () => {
  it('is said as RFC 7617 has it, in UTF-8', async () => {
    expect(await Password.of('é', 'ü').authorization()).toBe('Basic w6k6w7w=');
  });

  it('is kept for the tab, and forgotten on signing out', async () => {
    const password = Password.of('a', 'b');
    password.keep(sessionStorage);
    const kept = await Password.kept(sessionStorage)?.authorization();
    await password.signOut();
    expect([kept, Password.kept(sessionStorage)]).toEqual(['Basic YTpi', undefined]);
  });
});

describe('keys', () => {
  const press = (key: string, change: object = {}) => new KeyboardEvent('keydown', { key, ...change });

  it.each([
    ['c', {}, false, true, { what: 'claim' }],
    ['C', {}, false, true, { what: 'claim' }],
    ['3', {}, false, true, { what: 'number', n: 3 }],
    ['?', {}, false, true, { what: 'help' }],
    ['F6', {}, true, false, { what: 'pane', step: 1 }],
    ['F6', { shiftKey: true }, true, true, { what: 'pane', step: -1 }],
    ['Escape', {}, true, true, { what: 'leave' }],
    ['Escape', {}, false, true, undefined],
    ['c', {}, true, true, undefined],
    ['c', {}, false, false, undefined],
    ['c', { ctrlKey: true }, false, true, undefined],
    ['c', { metaKey: true }, false, true, undefined],
    ['q', {}, false, true, undefined],
  ])('%s %j, writing %s, single keys %s', (key, change, writing, single, expected) => {
    expect(wanted(press(key, change), writing, single)).toEqual(expected);
  });
});

describe('news', () => {
  it('is a ring once per turn, though it is told again after each welcome', () => {
    const known = new Set<string>();
    const ringing = after(QUIET, ring());
    const again = after(ringing, welcome(), ring());
    const anew = after(again, ring({ turn: 1 }));
    const told = [news(QUIET, ringing, known), news(ringing, again, known), news(again, anew, known)];
    expect(told.map((each) => each.length)).toEqual([1, 0, 1]);
  });

  it('is her word, not ours, and not a history', () => {
    const known = new Set<string>();
    const word = after(TALKING, heard(message(2)));
    const ours = after(word, heard(message(3, 'advisor')));
    const told = [news(QUIET, TALKING, known), news(TALKING, word, known), news(word, ours, known)];
    expect(told.map((each) => each.map(({ kind }) => kind))).toEqual([[], ['word'], []]);
  });
});

describe('an id', () => {
  it('is 22 characters of 128 random bits', () => {
    const made = new Set(Array.from({ length: 100 }, newId));
    expect(made.size).toBe(100);
    expect([...made].every((id) => /^[A-Za-z0-9_-]{22}$/.test(id))).toBe(true);
  });
});
