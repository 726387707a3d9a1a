import { text } from '../text';

/** The currencies of ISO 4217 by their first letter, which is a capital; two more letters for each. */
const CODES =
  'AedfnllmdoarsudwgznBambddthdifmdndobovrlsdtnwpynzdCaddfhehfhwlflpnyopourcucupvezkDjfkkopzdEgprntburFjdkpGbpelhsipmdnftqydHkdnltgufIdrlsnrqdrrskJmdodpyKesgshrmfpwrwwdydztLakbpkrrdslydMaddlgakdmkntopruurvrwkxnxvyrznNadgniookprzdOmrPabengkhpkrlnygQarRonsdubwfSarbdcrdgekgdhpleosrdsptnvcypzlThbjsmtndoprytdwdzsUahgxsdsnyiyuzsVesnduvWstXafcdcgofpfYerZarmwwg';
/** What shops write for a currency that ISO calls otherwise. */
const NAMES: Record<string, string> = { RMB: 'CNY', CNH: 'CNY', NTD: 'TWD', EURO: 'EUR', '€': 'EUR', '£': 'GBP' };

/** A currency's code of ISO 4217, or nothing. */
export const currency = (written: unknown): string | undefined => {
  const said = (text(written) || '').trim().toUpperCase();
  const code = NAMES[said] || said;
  return /^[A-Z]{3}$/.test(code) && RegExp(code[0] + '([a-z]{2})*' + code.slice(1).toLowerCase()).test(CODES) ? code : undefined;
};

/** Which currencies a sign may stand for, where it cannot be all: an amount with the sign of another is in that other. */
const SIGNS: Record<string, RegExp> = {
  '€': /EUR/,
  '£': /GBP|[EFGIL].P|SSP|SDG|SYP/,
  $: /D$|ARS|BRL|CLP|COP|CUP|DOP|MOP|MXN|NIO|TOP|UYU/,
  '¥': /CNY|JPY/,
  '￥': /CNY|JPY/,
  元: /CNY|TWD|HKD/,
  円: /JPY/,
  원: /KRW/,
  kr: /[SND].K|ISK/,
};
const REGIONS: Record<string, string> = { NT: 'TW', R: 'BR' };

const fits = (written: string, code: string): boolean => {
  const [, region = '', sign = ''] = /([A-Z]{0,2})(\p{Sc}|kr|[元円원])/u.exec(written) || [];
  return (SIGNS[sign] || /./).test(code) && code.startsWith(REGIONS[region] || region);
};

/** The decimal mark that amounts on this page have shown to be in use. */
let mark: string | undefined;

/**
 * A number from how people write it: `12.500,00`, `12,500.00`, `€ 12 500`, `CHF 12’500.–`. One mark with three digits
 * after it sets thousands apart, unless the currency has three decimals or the page has shown that it is its decimal
 * mark: then only the page's convention, or nobody, can say. What can be read in two ways is not read, nor what bears the
 * sign of another currency.
 */
export const read = (written: string, code?: string): number | undefined => {
  if (code && !fits(written, code)) return;
  const bare = written
    .slice(0, 64)
    .trim()
    .replace(RegExp(`^([A-Z]{0,2}\\p{Sc}|${code})\\s*|\\s*(\\p{Sc}|${code}|kr\\.?|[元円원])$`, 'gu'), '')
    .replace(/[.,][-–—]$/, '');
  const marks: string[] = bare.match(/\D/g) || [];
  const last = marks.pop()!;
  const at = bare.lastIndexOf(last);
  let decimal = /[.,]/.test(last) && marks.indexOf(last) < 0;
  if (decimal && !marks[0] && /^(?!0\D)\d{1,3}\D\d{3}$/.test(bare)) {
    const three = /^(BHD|IQD|JOD|KWD|LYD|OMR|TND)$/.test(code!);
    if (!code || (three ? !mark : mark == last)) return;
    decimal = three && mark == last;
  } else if (/[.,]/.test(last)) mark = decimal ? last : last == '.' ? ',' : '.';
  const whole = decimal ? bare.slice(0, at) : bare;
  return /^(\d+|\d{1,3}([.,\s'’])(\d{2,3}\2)*\d{3})$/.test(whole)
    ? +(whole.replace(/\D/g, '') + '.' + (decimal ? bare.slice(at + 1) : ''))
    : undefined;
};
