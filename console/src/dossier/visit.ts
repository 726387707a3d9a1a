import type { Dossier } from '../wire';
import { fact, joined, money, pieceOf, rows, section, when, type Row, type Section, type Teller } from './section';
import { number, record, records, text } from './take';

/** What brought her to somebody's attention, and what she does now. */
export const visit = (dossier: Dossier, teller: Teller): Section[] => {
  const say = teller.words.dossier;
  return [
    ...section(say.why, why(dossier)),
    ...section(say.cart, cart(dossier, teller)),
    ...section(say.pieces, pieces(dossier, teller)),
    ...section(
      say.searches,
      rows(dossier.failedSearches, (each) =>
        text(each.term) ? { text: say.quoted(text(each.term)!), figure: when(each.at, teller) } : undefined,
      ),
    ),
    ...section(
      say.path,
      rows(dossier.path ?? (dossier.page && [dossier.page]), (each) => {
        const page = text(each.title) ?? text(each.path);
        return page ? { text: page, figure: when(each.at, teller) } : undefined;
      }),
    ),
    ...section(say.arrival, arrival(dossier, teller)),
  ];
};

const why = (dossier: Dossier): Row[] => {
  const piece = pieceOf(record(dossier.piece));
  const reason = text(dossier.reason);
  return reason ? [{ text: reason, under: piece }] : piece ? [{ text: piece }] : [];
};

const cart = (dossier: Dossier, teller: Teller): Row[] => {
  const { words, format } = teller;
  const { lines, total, currency } = record(dossier.cart);
  const found = rows(lines, (line) => {
    const piece = pieceOf(line);
    const quantity = number(line.quantity) ?? 1;
    return piece
      ? {
          text: quantity == 1 ? piece : `${piece} × ${format.number(quantity)}`,
          figure: money(line.price, line.currency, teller),
        }
      : undefined;
  });
  const sum = money(total, currency, teller);
  const step = text(dossier.checkout);
  if (found.length && sum) found.push({ text: words.dossier.sum, figure: sum, tone: 'sum' });
  if (step) found.push({ text: words.dossier.checkout[step] ?? step });
  return found;
};

const pieces = (dossier: Dossier, teller: Teller): Row[] =>
  rows(dossier.pieces, (each) => {
    const { words, format } = teller;
    const piece = pieceOf(each);
    const engaged = number(each.engaged);
    const topics = records(each.topics).flatMap(({ topic }) => (text(topic) ? (words.dossier.topic[text(topic)!] ?? text(topic)!) : []));
    return piece
      ? {
          text: piece,
          figure: engaged ? format.lasting(engaged) : undefined,
          under: joined(money(each.price, each.currency, teller), topics.join(', ')),
        }
      : undefined;
  });

const arrival = (dossier: Dossier, teller: Teller): Row[] => {
  const say = teller.words.dossier;
  const { source, name } = record(dossier.campaign);
  const { count, lastAt } = record(dossier.visits);
  return [
    ...fact(say.campaign, joined(text(source), text(name))),
    ...fact(say.referrer, host(text(dossier.referrer))),
    ...(number(count) ? fact(say.visits, joined(teller.format.number(number(count)!), when(lastAt, teller))) : []),
  ];
};

const host = (address: string | undefined): string | undefined => {
  try {
    return address && new URL(address).host;
  } catch {
    return address;
  }
};
