import type { Dossier } from '../wire';
import { person } from './person';
import { when, type Section, type Teller } from './section';
import { record, text } from './take';
import { visit } from './visit';

export interface Reading {
  /** Beside her name. */
  facts: string[];
  /** What she wishes of us before all else. */
  peace?: string;
  sections: Section[];
}

/** From a dossier to what is on screen: what brought her, then who she is; none of the sections is empty. */
export const read = (dossier: Dossier, teller: Teller): Reading => {
  const { words, format } = teller;
  const say = words.dossier;
  const { timeZone, at } = record(dossier.localTime);
  const there = Date.parse(text(at) ?? '');
  const language = text(dossier.language);
  const device = text(dossier.device);
  const tier = text(dossier.tier) ?? '';
  const quiet = when(dossier.quietUntil, teller);
  return {
    facts: [
      text(dossier.salutation),
      words.tier[tier] ?? tier,
      language && format.languageName(language),
      Number.isNaN(there) ? undefined : say.localTime(format.time(teller.now(), text(timeZone))),
      device && (say.deviceWord[device] ?? device),
      text(dossier.country) && format.countryName(text(dossier.country)!),
    ].filter((fact): fact is string => !!fact),
    peace: quiet && say.quietUntil(quiet),
    sections: [...visit(dossier, teller), ...person(dossier, teller)],
  };
};
