import { language, text } from './text';
import { data } from './tag';
import type { Context } from './wire';

/** How she came: the referrer without its query, which may carry secrets, and the campaign in the address. */
export const arrival = (): Context => {
  const { referrer } = document;
  const { search } = location;
  const utm = (name: string) => text(new URLSearchParams(search).get('utm_' + name));
  return {
    // Her way about the shop itself is no arrival.
    referrer: (referrer + '/').startsWith(location.origin + '/') ? undefined : text(referrer),
    campaign: /utm_/.test(search) ? { source: utm('source'), medium: utm('medium'), name: utm('campaign') } : undefined,
  };
};

/** What the shop said of her, in this page's memory only. */
export const said: Context = {};

/** Takes from the shop what the contract knows and can be read; all else stays as it was. */
export const describe = (more: any): void => {
  for (const name of ['language', 'timeZone', 'country', 'market', 'device']) {
    const value = (name == 'language' ? language : text)(more?.[name]);
    if (value) said[name] = value;
  }
};

/** What the page says of her surroundings. The page's language is the one she chose to read in. */
export const surroundings = (): Context => ({
  language: language(document.documentElement.lang) || language(navigator.language),
  timeZone: text(Intl.DateTimeFormat().resolvedOptions().timeZone),
  device: !matchMedia('(pointer:coarse)').matches ? 'desktop' : screen.width * screen.height < 6e5 ? 'mobile' : 'tablet',
  market: text(data.market),
});
