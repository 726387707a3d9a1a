/// <reference types="vite/client" />
import { describe, expect, it, vi } from 'vitest';

const sources = import.meta.glob<string>(['../src/*.ts', '../src/{live,layer,card}/*.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

describe('a shop that is against us', () => {
  // What is important in a shadow outweighs what is important in the page; what is not, does not.
  it.each(['card/card.css', 'talk/talk.css', 'debug/debug.css'])('has no say of the element of %s', async (path) => {
    const { readFileSync } = await vi.importActual<{ readFileSync(path: string, as: string): string }>('node:fs');
    const css = readFileSync('src/' + path, 'utf8');
    const rules = [...css.matchAll(/:host \{([^}]*)\}/g)].map(([, body]) => body!);
    const declarations = rules.flatMap((body) => body.split(';')).filter((each) => /^\s*[a-z-]+:/.test(each));
    expect(declarations.length).toBeGreaterThan(3);
    expect(declarations.filter((each) => !/!important$/.test(each.trim()) && !/^\s*--/.test(each))).toEqual([]);
  });

  it.each(Object.entries(sources))('may call a function of its own Map or Set: %s has no use for them', (_, source) =>
    expect(source).not.toMatch(/\bnew (Weak)?(Map|Set)\b/),
  );
});
