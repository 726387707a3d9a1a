import { text } from './normalise';
import type { Campaign, Context } from './wire';

/** How she came: origin and path of the referrer (a query may carry secrets), and the campaign of the address. */
export const arrival = (): Context => {
  const found: Context = {};
  const query = new URLSearchParams(location.search);
  const campaign: Campaign = {};
  for (const [field, name] of Object.entries({ source: 'source', medium: 'medium', name: 'campaign' })) {
    const value = text(query.get('utm_' + name));
    if (value) found.campaign = Object.assign(campaign, { [field]: value });
  }
  if (document.referrer) {
    const from = new URL(document.referrer);
    // Her way about the shop itself is no arrival.
    if (from.origin != location.origin) found.referrer = text(from.origin + from.pathname);
  }
  return found;
};

/** What the page says of her surroundings. The page's language is the one she chose to read in. */
export const surroundings = (): Context => {
  const { lang } = document.documentElement;
  return {
    language: /^[a-z]{2,3}(-\w+)*$/i.test(lang) ? lang : navigator.language,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    device: !matchMedia('(pointer:coarse)').matches
      ? 'desktop'
      : Math.min(screen.width, screen.height) < 600
        ? 'mobile'
        : 'tablet',
  };
};
