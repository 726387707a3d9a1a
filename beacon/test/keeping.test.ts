import { describe, expect, it, vi } from 'vitest';
import { pass, socket } from './shop';
import { converse, enter, isOpen, log, onAPage, part, write } from './talking';

onAPage();

describe('words outlive', () => {
  const full = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  const odd = (make: () => unknown) => vi.stubGlobal('sessionStorage', make());

  it.each([
    ['a storage that is full', () => odd(() => new Proxy({ getItem: () => null, setItem: full, removeItem() {} }, { set: full }))],
    ['no storage', () => odd(() => null)],
    ['a storage that refuses', () => Object.defineProperty(globalThis, 'sessionStorage', { get: full, configurable: true })],
    ['somebody’s text under our key', () => (sessionStorage.overture = 'hello')],
    ['somebody’s JSON under our key', () => (sessionStorage.overture = '{"pending":5,"draft":{}}')],
    ['somebody’s list under our key', () => (sessionStorage.overture = '{"pending":[null]}')],
    ['somebody’s nothing under our key', () => (sessionStorage.overture = 'null')],
  ])('%s', async (_case, spoil) => {
    const original = Object.getOwnPropertyDescriptor(globalThis, 'sessionStorage')!;
    const errors: unknown[] = [];
    const heard = (event: Event) => errors.push(event);
    addEventListener('error', heard);
    vi.resetModules();
    spoil();
    await import('../src/card/index');
    await enter();
    await converse();
    write('Bonsoir');
    write('Une question');
    const first = socket()
      .of('message')
      .map(({ text }) => text);
    socket().onclose!({ code: 1012 });
    await pass(2000);
    socket().welcome();
    const again = socket()
      .of('message')
      .map(({ text }) => text);
    Object.defineProperty(globalThis, 'sessionStorage', original);
    expect([isOpen(), first, again, log(), errors]).toEqual([
      true,
      ['Bonsoir', 'Une question'],
      ['Bonsoir', 'Une question'],
      ['Vous: Bonsoir', 'Vous: Une question'],
      [],
    ]);
  });
});

it.each([{ isComposing: true }, { keyCode: 229 }])('Enter in an input method (%o) chooses a word and sends nothing', async (more) => {
  await converse();
  const line = part('line') as HTMLTextAreaElement;
  line.value = 'とけい';
  line.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...more }));
  expect([socket().of('message'), line.value]).toEqual([[], 'とけい']);
});
