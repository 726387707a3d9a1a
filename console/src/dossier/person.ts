import type { Dossier } from '../wire';
import { fact, joined, money, pieceOf, rows, section, when, type Section, type Teller } from './section';
import { number, record, records, text, texts } from './take';

/** What the house knows of her; a stranger has none of it. */
export const person = (dossier: Dossier, teller: Teller): Section[] => {
  const { words, format, name } = teller;
  const say = words.dossier;
  const channel = text(dossier.preferredChannel);
  const advisor = record(dossier.advisor);
  const contacts = record(dossier.contacts);
  const { items, categories } = record(dossier.favourites);
  return [
    ...section(
      say.notes,
      rows(dossier.notes, (note) =>
        text(note.text)
          ? { text: text(note.text)!, under: joined(text(note.by) && name(text(note.by)!), when(note.at, teller)), tone: 'voice' }
          : undefined,
      ),
    ),
    ...section(say.reach, [
      ...fact(say.channel, channel && (words.talk.channel[channel] ?? channel)),
      ...fact(say.advisor, text(advisor.name) ?? text(advisor.id)),
      ...fact(say.email, text(contacts.email)),
      ...fact(say.phone, text(contacts.phone)),
    ]),
    ...section(
      say.sizes,
      Object.entries(record(dossier.sizes)).flatMap(([what, size]) => fact(what, text(size))),
    ),
    ...section(
      say.dates,
      rows(dossier.dates, (date) =>
        text(date.what) ? { text: text(date.what)!, figure: text(date.on) && day(text(date.on)!, format.language) } : undefined,
      ),
    ),
    ...section(
      say.favourites,
      [...texts(items), ...texts(categories)].map((favourite) => ({ text: favourite })),
    ),
    ...section(
      say.wishes,
      rows(dossier.wishes, (wish) => (text(wish.item) ? { text: text(wish.item)!, figure: when(wish.at, teller) } : undefined)),
    ),
    ...section(
      say.purchases,
      rows(dossier.purchases, (order) => {
        const pieces = records(order.items);
        const names = pieces.flatMap((piece) => pieceOf(piece) ?? []).join(', ') || text(order.transaction);
        return names
          ? {
              text: names,
              figure: pieces.length == 1 ? money(pieces[0]!.price, pieces[0]!.currency, teller) : undefined,
              under: dated(order.at, teller),
            }
          : undefined;
      }),
    ),
    ...section(
      say.dealings,
      rows(dossier.dealings, (each) => {
        const kind = text(each.type);
        return kind
          ? { text: say.dealing[kind] ?? kind, figure: text(each.item), under: joined(dated(each.at, teller), text(each.note)) }
          : undefined;
      }),
    ),
    ...section(
      say.conversations,
      rows(dossier.conversations, (talk) => {
        const at = dated(talk.at, teller);
        return at ? { text: at, figure: text(talk.advisor) && name(text(talk.advisor)!), under: text(talk.summary) } : undefined;
      }),
    ),
  ];
};

const dated = (at: unknown, { format }: Teller): string | undefined => (number(at) === undefined ? undefined : format.date(number(at)!));

/** A day of the year, with or without the year (`--05-14`, `05-14`); anything else as it was written. */
const day = (on: string, language: string): string => {
  const [, year, month, date] = /^(\d{4}-|--)?(\d\d)-(\d\d)$/.exec(on) ?? [];
  if (!month || !date) return on;
  const known = !!year && year != '--';
  const at = Date.UTC(known ? parseInt(year, 10) : 2000, Number(month) - 1, Number(date));
  return new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'long',
    year: known ? 'numeric' : undefined,
    timeZone: 'UTC',
  }).format(at);
};
