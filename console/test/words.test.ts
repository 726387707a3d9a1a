import { describe, expect, it } from 'vitest';
import { en } from '../src/words/en';
import { Format } from '../src/words/format';
import { fr } from '../src/words/fr';
import { best, regional } from '../src/words/words';

/** Every word by its path; functions called with what they may be called with. */
const paths = (words: object, at = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value == 'object'
      ? paths(value, `${at}${key}.`)
      : [[at + key, typeof value == 'function' ? String(value(2, 'x')) : String(value)] as [string, string]],
  );

describe('the words', () => {
  it('are the same in both languages, none missing', () => {
    expect(paths(fr).map(([path]) => path)).toEqual(paths(en).map(([path]) => path));
  });

  it.each([
    ['en', en],
    ['fr', fr],
  ])('in %s are words, and never raise their voice', (_, words) => {
    const wrong = paths(words).filter(([path, text]) => (!text && path != 'tier.unknown') || /!|undefined|null/.test(text));
    expect(wrong).toEqual([]);
  });

  it.each([
    [en.talks.unseen, ['0 new words', '1 new word', '2 new words']],
    [fr.talks.unseen, ['0 nouveau mot', '1 nouveau mot', '2 nouveaux mots']],
  ])('count as their language does', (count, expected) => {
    expect([0, 1, 2].map(count)).toEqual(expected);
  });
});

describe('the language', () => {
  it.each([
    [['fr-CA', 'en'], 'fr'],
    [['ja', 'FR'], 'fr'],
    [['ja', 'zh'], 'en'],
    [[], 'en'],
  ])('of a reader of %j is %s', (wanted, expected) => {
    expect(best(wanted)).toBe(expected);
  });

  it('is written as in the reader’s region', () => {
    expect([regional('en', ['fr-FR', 'en-GB']), regional('fr', ['en-GB'])]).toEqual(['en-GB', 'fr']);
  });
});

describe('formats', () => {
  const english = new Format('en-GB');
  const french = new Format('fr-FR');
  const noon = new Date(2026, 10, 22, 12).getTime();
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

  it.each([
    [-5, '0 sec'],
    [59_999, '59 sec'],
    [60_000, '1 min'],
    [3_599_999, '59 min'],
    [7_200_000, '2 hr'],
    [90_000_000, '1 day'],
  ])('%i ms last %s', (ms, expected) => {
    expect(english.lasting(ms)).toBe(expected);
  });

  it.each([
    [english, '€12,500'],
    [french, '12 500 €'],
  ])('money as the reader writes it', (format, expected) => {
    expect(plain(format.money(12_500, 'EUR'))).toBe(expected);
  });

  it('an amount in no currency anybody knows is still an amount', () => {
    expect(english.money(5, 'gold')).toBe('5 gold');
  });

  it.each([
    [0, '12:00'],
    [-1, 'yesterday, 12:00'],
    [3, 'in 3 days, 12:00'],
    [-30, '23 October'],
  ])('%i days from now', (days, expected) => {
    const at = new Date(2026, 10, 22 + days, 12).getTime();
    expect(english.when(at, noon)).toBe(expected);
  });

  it.each([
    ['fr-FR', 'French'],
    ['pt-BR', 'Brazilian Portuguese'],
    ['not a tag', 'not a tag'],
  ])('the language %s is called %s', (tag, expected) => {
    expect(english.languageName(tag)).toBe(expected);
  });

  it('a time zone nobody knows gives the time here', () => {
    expect(english.time(noon, 'Mars/Olympus')).toBe('12:00');
  });
});
