/** What looks like an e-mail address, however often encoded. `4711@boutique` and `Ring@54` are pieces. */
const MAIL = /[^\s@](@|%(25)*40)[^\s@]+(\.|%2e)\p{L}{2,}/iu;

/**
 * A string of at most `longest` characters, none of them half a pair, or nothing. An e-mail address has no place here,
 * nor has the query or the fragment of an address.
 */
export const text = (value: unknown, longest = 512): string | undefined => {
  if (typeof value == 'number' ? !isFinite(value) : typeof value != 'string') return;
  const whole = `${value}`.slice(0, 2048).replace(/^(https?:[^?#]*)[?#].*/is, '$1');
  return MAIL.test(whole) ? undefined : whole.slice(0, longest).replace(/\p{Cs}/gu, '') || undefined;
};

/** Where this page is, less what is not to be known: query, fragment, and any part that looks like an e-mail address. */
export const path = (): string =>
  location.pathname
    .split('/')
    .map((part) => text(part) || '')
    .join('/')
    .slice(0, 512);

/** A language tag of BCP 47, also from how other systems write it (`fr_FR.UTF-8`), or nothing. */
export const language = (written: unknown): string | undefined =>
  text(written)
    ?.replace(/_/g, '-')
    .match(/^[a-z]{2,3}(-[a-z\d]{2,8}){0,4}(?![^.@])/i)?.[0];
