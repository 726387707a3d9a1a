import type { House } from '../house';
import type { Dossier } from '../wire';
import { number, record, records, text, texts, type Json } from './take';

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

export interface Reading {
  /** Beside her name. */
  facts: string[];
  /** What she wishes of us before all else. */
  peace?: string;
  sections: Section[];
}

type Teller = Pick<House, 'words' | 'format' | 'now'>;

const pieceOf = (piece: Json): string | undefined => text(piece.name) ?? text(piece.item);

const joined = (...parts: (string | undefined)[]): string | undefined => parts.filter(Boolean).join(' · ') || undefined;

/** From a dossier to what is on screen: sections in the order an advisor needs them, and none that is empty. */
export const read = (dossier: Dossier, { words, format, now }: Teller): Reading => {
  const say = words.dossier;
  const when = (value: unknown) => (number(value) === undefined ? undefined : format.when(number(value)!, now()));
  const money = (amount: unknown, currency: unknown) =>
    number(amount) === undefined
      ? undefined
      : text(currency)
        ? format.money(number(amount)!, text(currency)!)
        : format.number(number(amount)!);
  const rows = (value: unknown, row: (each: Json) => Row | undefined): Row[] => records(value).flatMap((each) => row(each) ?? []);
  const section = (title: string, ...found: Row[]): Section[] => (found.length ? [{ title, rows: found }] : []);
  const line = (value: unknown, under?: string): Row[] => (text(value) ? [{ text: text(value)!, under }] : []);

  const visited = (page: Json): Row | undefined => {
    const what = pieceOf(page) ?? text(page.page);
    return what ? { text: what, figure: when(page.at), under: texts(page.topics).map((topic) => say.topic[topic] ?? topic).join(', ') || undefined } : undefined;
  };
  const cart = record(dossier.cart);
  const cartRows = rows(cart.lines, (each) => {
    const quantity = number(each.quantity) ?? 1;
    const what = pieceOf(each);
    return what ? { text: quantity > 1 ? `${what} × ${format.number(quantity)}` : what, figure: money(each.price, each.currency) } : undefined;
  });
  const total = money(cart.total, cart.currency);
  if (cartRows.length && total) cartRows.push({ text: say.sum, figure: total, tone: 'sum' });

  const campaign = record(dossier.campaign);
  const favourites = record(dossier.favourites);
  const channel = text(dossier.preferredChannel);
  const localTime = number(dossier.localTime) === undefined ? text(dossier.localTime) : format.time(number(dossier.localTime)!, text(dossier.timeZone));
  const quietUntil = when(dossier.quietUntil);

  return {
    facts: [
      text(dossier.salutation),
      words.tier[text(dossier.tier) ?? ''] ?? text(dossier.tier),
      text(dossier.language) && format.languageName(text(dossier.language)!),
      localTime && say.localTime(localTime),
      text(dossier.device) && (say.deviceWord[text(dossier.device)!] ?? text(dossier.device)),
    ].filter((fact): fact is string => !!fact),
    peace: quietUntil && say.quietUntil(quietUntil),
    sections: [
      ...section(say.why, ...line(dossier.reason)),
      ...section(say.now, ...rows([dossier.page].filter(Boolean), visited)),
      ...section(say.cart, ...cartRows),
      ...section(
        say.engaged,
        ...rows(dossier.engaged, (each) => {
          const what = pieceOf(each);
          const ms = number(each.ms ?? each.engaged);
          return what ? { text: what, figure: ms === undefined ? undefined : format.lasting(ms) } : undefined;
        }),
      ),
      ...section(say.path, ...rows(dossier.path, visited)),
      ...section(
        say.searches,
        ...(Array.isArray(dossier.searches) ? dossier.searches : []).flatMap((each): Row[] => {
          const term = text(each) ?? text(record(each).term);
          return term ? [{ text: `“${term}”`, figure: when(record(each).at) }] : [];
        }),
      ),
      ...section(
        say.notes,
        ...rows(dossier.notes, (each) => {
          const words = text(each.text);
          return words ? { text: words, under: joined(text(each.by), when(each.at)), tone: 'voice' } : undefined;
        }),
      ),
      ...section(
        say.sizes,
        ...Object.entries(record(dossier.sizes)).flatMap(([what, size]): Row[] => (text(size) ? [{ text: what, figure: text(size) }] : [])),
      ),
      ...section(say.favourites, ...[...texts(favourites.items), ...texts(favourites.categories)].map((each): Row => ({ text: each }))),
      ...section(
        say.dates,
        ...rows(dossier.dates, (each) => (text(each.what) ? { text: text(each.what)!, figure: dayOf(text(each.on), format.language) } : undefined)),
      ),
      ...section(
        say.purchases,
        ...rows(dossier.purchases, (each) => {
          const pieces = records(each.items);
          const names = pieces.flatMap((piece) => pieceOf(piece) ?? []);
          return names.length || text(each.transaction)
            ? {
                text: names.join(', ') || text(each.transaction)!,
                figure: pieces.length == 1 ? money(pieces[0]!.price, pieces[0]!.currency) : undefined,
                under: number(each.at) === undefined ? undefined : format.date(number(each.at)!),
              }
            : undefined;
        }),
      ),
      ...section(
        say.conversations,
        ...rows(dossier.conversations, (each) => {
          const at = number(each.at);
          return at === undefined ? undefined : { text: format.date(at), figure: text(each.advisor), under: text(each.summary) };
        }),
      ),
      ...section(
        say.habits,
        ...(channel ? [{ text: say.channel, figure: words.talk.channel[channel] ?? channel }] : []),
        ...(text(dossier.advisor) ? [{ text: say.advisor, figure: text(dossier.advisor) }] : []),
        ...(text(campaign.name) || text(campaign.source)
          ? [{ text: say.campaign, figure: joined(text(campaign.source), text(campaign.name)) }]
          : []),
        ...(text(dossier.referrer) ? [{ text: say.referrer, figure: hostOf(text(dossier.referrer)!) }] : []),
      ),
    ],
  };
};

/** A day of the year, with or without the year (`--05-14`, ISO 8601). */
const dayOf = (on: string | undefined, language: string): string | undefined => {
  const [, year, month, day] = /^(\d{4}|-)-(\d\d)-(\d\d)$/.exec(on ?? '') ?? [];
  if (!month || !day) return on;
  const known = year != '-';
  const at = Date.UTC(known ? Number(year) : 2000, Number(month) - 1, Number(day));
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: known ? 'numeric' : undefined, timeZone: 'UTC' }).format(at);
};

const hostOf = (address: string): string => {
  try {
    return new URL(address).host;
  } catch {
    return address;
  }
};
