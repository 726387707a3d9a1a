import { describe, expect, it } from 'vitest';
import { nearest, whom, type Trigger } from '../src/near/read';

const HANDLE = '3f' + 'a'.repeat(22);
const trigger = (id: string, holds: boolean, from: number | null = null): Trigger => ({
  id,
  describe: null,
  holds,
  since: null,
  from,
  weight: 0,
  verdict: null,
  when: { condition: id, holds, unknown: false, since: null, from },
});

describe('how near the triggers are', () => {
  it.each([
    [`?site=demo&visitor=${HANDLE}`, { site: 'demo', handle: HANDLE }],
    [`?visitor=${HANDLE}`, undefined],
    ['?site=demo&visitor=../clients/7', undefined],
    ['', undefined],
  ])('is asked of whom the address names: %s', (search, asked) => {
    expect(whom(search)).toEqual(asked);
  });

  it('is told by nearness: those that hold, then the soonest, then the others as in the book', () => {
    const book = [
      trigger('far', false),
      trigger('late', false, 900),
      trigger('now', true),
      trigger('soon', false, 100),
      trigger('never', false),
    ];
    expect(nearest(book).map(({ id }) => id)).toEqual(['now', 'soon', 'late', 'far', 'never']);
  });
});
