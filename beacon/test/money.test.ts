import { beforeEach, describe, expect, it, vi } from 'vitest';

let currency: (written: unknown) => string | undefined;
let read: (written: string, code?: string) => number | undefined;

beforeEach(async () => {
  vi.resetModules();
  ({ currency, read } = await import('../src/live/money'));
});

describe('an amount as people write it', () => {
  it.each([
    ['12.500', 'EUR', 12500],
    ['12,500', 'USD', 12500],
    ['12,500.00', 'EUR', 12500],
    ['12.500,00', 'EUR', 12500],
    ['€ 12500', 'EUR', 12500],
    ['12500 €', 'EUR', 12500],
    ['12 500,00 EUR', 'EUR', 12500],
    ['1 234,50', 'EUR', 1234.5],
    ['1\u00a0234,50\u00a0€', 'EUR', 1234.5],
    ['1\u202f234,50', 'EUR', 1234.5],
    ["12'500.00", 'CHF', 12500],
    ['CHF 12’500.–', 'CHF', 12500],
    ['12 500,- kr', 'SEK', 12500],
    ['US$ 1,234,567.89', 'USD', 1234567.89],
    ['1.234.567', 'EUR', 1234567],
    ['12,34,567.00', 'INR', 1234567],
    ['¥1,250,000', 'JPY', 1250000],
    ['125.000', 'JPY', 125000],
    ['￥12,500', 'CNY', 12500],
    ['HK$12,500', 'HKD', 12500],
    ['R$ 12.500,00', 'BRL', 12500],
    ['$12,500.00', 'MXN', 12500],
    ['$12,500.00', 'CAD', 12500],
    ['₩1,250,000', 'KRW', 1250000],
    ['12500.0000', 'EUR', 12500],
    ['0.500', 'EUR', 0.5],
    ['1234.500', 'EUR', 1234.5],
    ['12.5', 'KWD', 12.5],
    // Two readings, or none.
    ['12.500', 'KWD', undefined],
    ['12.500', undefined, undefined],
    ['12万', 'CNY', undefined],
    ['12.5k', 'EUR', undefined],
    ['5 MIO', 'EUR', undefined],
    ['12500-13000', 'EUR', undefined],
    ['-12500', 'EUR', undefined],
    ['USD 12500', 'EUR', undefined],
    ['$12,500', 'EUR', undefined],
    ['US$ 12,500.00', 'EUR', undefined],
    ['€ 12500', 'USD', undefined],
    ['£12,500', 'EUR', undefined],
    ['12 500 kr', 'EUR', undefined],
    ['¥1,250,000', 'USD', undefined],
    ['HK$12,500', 'USD', undefined],
    ['12.50,00', 'EUR', undefined],
    ['12 50', 'EUR', undefined],
    ['from 12500', 'EUR', undefined],
    ['1e5', 'EUR', undefined],
    ['', 'EUR', undefined],
  ])('%s in %s is %s', (written, code, amount) => expect(read(written, code)).toBe(amount));

  it('is read by the decimal mark that the page has shown, where the currency leaves both', () => {
    read('9.950,25', 'EUR');
    expect(read('12.500', 'KWD')).toBe(12500);
    read('9,950.25', 'EUR');
    expect(read('12.500', 'KWD')).toBe(12.5);
  });

  it('is unknown where page and currency contradict one another', () => {
    read('99.95', 'EUR');
    expect(read('12.500', 'EUR')).toBeUndefined();
  });
});

describe('a currency', () => {
  it.each([
    ['eur', 'EUR'],
    [' USD ', 'USD'],
    ['RMB', 'CNY'],
    ['CNH', 'CNY'],
    ['€', 'EUR'],
    ['XYZ', undefined],
    ['AFA', undefined],
    ['BTC', undefined],
    ['Euros', undefined],
    ['EUREUR', undefined],
    ['', undefined],
    [978, undefined],
    [null, undefined],
  ])('%s is %s', (written, code) => expect(currency(written)).toBe(code));

  it('is one that this engine knows, all of them', () => {
    const listed = Intl.supportedValuesOf('currency').filter((code) => !/^X(DR|SU|UA)$/.test(code));
    const gone = ['ANG', 'BGN', 'HRK', 'SLL', 'ZWL'];
    expect(listed.filter((code) => !currency(code))).toEqual(listed.filter((code) => gone.includes(code)));
  });
});
