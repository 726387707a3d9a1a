import { describe, expect, it } from 'vitest';
import { read } from '../src/dossier/read';
import type { Teller } from '../src/dossier/section';
import { en } from '../src/words/en';
import { Format } from '../src/words/format';
// @ts-expect-error a scene without types
import { dossier as scene } from './browser/evening.scene.mjs';
import { NOW } from './scenes';

const teller: Teller = { words: en, format: new Format('en-GB'), now: () => NOW, name: (who) => (who == 'camille' ? 'Camille' : who) };
const whole = scene as Record<string, unknown>;
const titles = (dossier: Record<string, unknown>) => read(dossier, teller).sections.map(({ title }) => title);
const rowsOf = (dossier: Record<string, unknown>) => read(dossier, teller).sections.flatMap(({ rows }) => rows);

describe('a dossier', () => {
  it('begins with why she is here, and ends with what was before', () => {
    const found = titles(whole);
    expect(found[0]).toBe(en.dossier.why);
    expect(found.at(-1)).toBe(en.dossier.conversations);
    expect(new Set(found).size).toBe(found.length);
  });

  it('of somebody nobody knows anything of has no sections, and no empty ones', () => {
    expect(read({}, teller)).toEqual({ facts: [], peace: undefined, sections: [] });
    expect(titles({ cart: { lines: [] }, notes: [], sizes: {}, pieces: [{}], campaign: {} })).toEqual([]);
  });

  it.each(Object.keys(whole).filter((key) => !['type', 'conversation'].includes(key)))('without %s it is read all the same', (field) => {
    const { [field]: _, ...rest } = whole;
    expect(() => read(rest, teller)).not.toThrow();
  });

  it.each([null, 7, 'text', [], [null], [[]], { a: null }, true])('is read whatever a field holds: %j', (odd) => {
    const strange = Object.fromEntries(Object.keys(whole).map((key) => [key, odd]));
    expect(() => read(strange, teller)).not.toThrow();
  });

  it.each([
    [
      'bag',
      { cart: { lines: [{ item: 'L', name: 'Feuillet', quantity: 2, price: 450, currency: 'EUR' }], total: 900, currency: 'EUR' } },
      [
        { text: 'Feuillet × 2', figure: '€450' },
        { text: 'Total', figure: '€900', tone: 'sum' },
      ],
    ],
    ['a price nobody knows', { cart: { lines: [{ item: 'L', quantity: 1 }], currency: 'EUR' } }, [{ text: 'L', figure: undefined }]],
    [
      'attention',
      {
        pieces: [
          {
            item: 'W',
            engaged: 90_000,
            topics: [
              { topic: 'sizing', times: 2 },
              { topic: 'engraving', times: 1 },
            ],
          },
        ],
      },
      [{ text: 'W', figure: '1 min', under: 'size, engraving' }],
    ],
    [
      'a note by a colleague',
      { notes: [{ id: 'n', at: NOW, by: 'camille', text: 'Writes in the evening' }] },
      [{ text: 'Writes in the evening', under: expect.stringMatching(/^Camille · /), tone: 'voice' }],
    ],
    ['a yearly date', { dates: [{ what: 'Birthday', on: '--05-14' }] }, [{ text: 'Birthday', figure: '14 May' }]],
    ['a date of one year', { dates: [{ what: 'Wedding', on: '2027-06-14' }] }, [{ text: 'Wedding', figure: '14 June 2027' }]],
    ['a date in other words', { dates: [{ what: 'Fête', on: 'in spring' }] }, [{ text: 'Fête', figure: 'in spring' }]],
    ['her own advisor, by name', { advisor: { id: 'a', name: 'Claire' } }, [{ text: 'Own advisor', figure: 'Claire' }]],
    ['where she came from, without its path', { referrer: 'https://news.example/a?b=c' }, [{ text: 'From', figure: 'news.example' }]],
    ['a way without a page but the last', { page: { path: '/watches', at: NOW } }, [{ text: '/watches', figure: expect.any(String) }]],
  ])('%s', (_, dossier, expected) => {
    expect(rowsOf(dossier)).toEqual(expected);
  });

  it('says above all when she wishes to be left in peace', () => {
    expect(read({ quietUntil: NOW }, teller).peace).toMatch(/left in peace until/);
  });

  it('tells the hour where she is', () => {
    const facts = read({ localTime: { timeZone: 'Asia/Tokyo', at: '2025-11-25T01:00+09:00' } }, teller).facts;
    expect(facts).toEqual([en.dossier.localTime(teller.format.time(NOW, 'Asia/Tokyo'))]);
  });
});
