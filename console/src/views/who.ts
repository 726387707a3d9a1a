import type { House } from '../house';
import type { Talk } from '../state/state';
import { tierOf } from '../state/look';

/** A stranger is a visitor, and whoever the house knows a client; a name only where a dossier was opened. */
export const whoByTier = ({ words }: House, tier: string): string => (tier == 'unknown' ? words.aVisitor : words.aClient);

export const whoIn = (house: House, talk: Talk): string => {
  const name = house.state.dossiers[talk.id]?.name;
  return typeof name == 'string' && name ? name : whoByTier(house, tierOf(house.state, talk));
};

/** The tier in words; nothing for a stranger, whose tier is no news. */
export const tierWord = ({ words }: House, tier: string): string => words.tier[tier] ?? tier;

/** A colleague's name, ours as "You", or whatever the desk called them. */
export const by = ({ state, words }: House, who: string | undefined): string =>
  who === undefined ? '' : who == state.me?.id ? words.you : (state.colleagues.find(({ id }) => id == who)?.name ?? who);
