import type { Format } from '../words/format';
import type { Words } from '../words/words';
import { number, records, text, type Json } from './take';

/** One line: what, how much of it on the right, and in smaller letters what else there is to say. */
export interface Row {
  text: string;
  figure?: string;
  under?: string;
  tone?: 'voice' | 'sum';
}

export interface Section {
  title: string;
  rows: Row[];
}

/** How things are said, and by whom they were. */
export interface Teller {
  words: Words;
  format: Format;
  now: () => number;
  /** A colleague's name, whatever the desk called them. */
  name: (who: string) => string;
}

/** A section with something in it, else none. */
export const section = (title: string, rows: Row[]): Section[] => (rows.length ? [{ title, rows }] : []);

/** The rows of a list; what says nothing makes none. */
export const rows = (value: unknown, row: (each: Json) => Row | undefined): Row[] => records(value).flatMap((each) => row(each) ?? []);

/** A row of a name and what it is, if there is something to say. */
export const fact = (what: string, value: string | undefined): Row[] => (value ? [{ text: what, figure: value }] : []);

export const joined = (...parts: (string | undefined)[]): string | undefined => parts.filter(Boolean).join(' · ') || undefined;

export const pieceOf = (piece: Json): string | undefined => text(piece.name) ?? text(piece.item);

export const when = (value: unknown, { format, now }: Teller): string | undefined =>
  number(value) === undefined ? undefined : format.when(number(value)!, now());

export const money = (amount: unknown, currency: unknown, { format }: Teller): string | undefined => {
  const sum = number(amount);
  const code = text(currency);
  return sum === undefined ? undefined : code ? format.money(sum, code) : format.number(sum);
};
