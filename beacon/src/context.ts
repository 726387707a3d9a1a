import { text } from './normalise';
import type { Context } from './wire';

/** How she came: the referrer without its query, which may carry secrets, and the campaign in the address. */
export const arrival = (): Context => {
  const { referrer } = document;
  const { search } = location;
  const utm = (name: string) => text(new URLSearchParams(search).get('utm_' + name));
  return {
    // Her way about the shop itself is no arrival.
    referrer: referrer.startsWith(location.origin) ? undefined : text(referrer.split(/[?#]/)[0]),
    campaign: /utm_/.test(search) ? { source: utm('source'), medium: utm('medium'), name: utm('campaign') } : undefined,
  };
};

/** What the page says of her surroundings. The page's language is the one she chose to read in. */
export const surroundings = (): Context => ({
  language: document.documentElement.lang || navigator.language,
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  device: !matchMedia('(pointer:coarse)').matches
    ? 'desktop'
    : screen.width * screen.height < 6e5
      ? 'mobile'
      : 'tablet',
});
