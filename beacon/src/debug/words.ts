/** What a refusal means and what helps, for whoever put the tag in. */
export const remedy = (why: unknown, site: string, server: string, origin: string): string => {
  if (!site)
    return (
      'no site is named, so nothing can be sent. Add data-site="…" with the key of your storefront to the tag; where attributes ' +
      "are dropped, ?site=… to the script's address, or call overture('site', '…')."
    );
  switch (`${why}`) {
    case '403':
    case '4403':
      return (
        `${server} does not take what ${origin} sends for the site "${site}". Either no site has that key (correct data-site), ` +
        `or this origin is not in its list: add it to overture.sites.${site}.origins.`
      );
    case '400':
    case '4400':
    case '4401':
    case 'invalid':
      return (
        `${server} did not understand this page. What it says of its visitor is wrong (the client token, the context or the ` +
        'language), or this script is older or newer than the server. Put data-debug on the tag to see what and where.'
      );
    case '413':
    case '415':
      return `${server} did not read what was sent (${why}). Something on the way, such as a proxy, changes or limits requests.`;
    default:
      return `${server} refused this page (${why}).`;
  }
};

/** Why an event was left out altogether. */
export const leftOut = (why: unknown): string =>
  ({
    unknown: "Left alone: no GA4 e-commerce event, nor one of Overture’s. overture('track', …) sends events of any name.",
    consent: 'Not taken: analytics_storage is not granted.',
  })[`${why}`] || `Left out: ${why}`;

const CLOSES: Record<string, string> = {
  open: 'open, not yet welcomed',
  welcome: 'welcomed',
  1006: 'cut, or the server cannot be reached',
  1009: 'closed: a frame was too large',
  1012: 'closed: the node is restarting',
  1013: 'closed: try later',
  4400: 'closed: not understood',
  4401: 'closed: not greeted in time',
  4403: 'closed: site or origin refused',
  4408: 'closed: nothing was heard of this page',
  4429: 'closed: too many',
};

export const socketState = (state: unknown): string => CLOSES[`${state}`] || `closed: ${state}`;

export const answered = (answer: unknown): string => {
  const known: Record<string, string> = {
    ack: 'taken',
    204: 'taken',
    400: 'refused: not valid',
    403: 'refused: site or origin',
    429: 'too fast; sent again',
    503: 'the server is not ready; sent again',
    invalid: 'refused: not valid',
    too_fast: 'too fast; sent again',
    unavailable: 'the server is not ready; sent again',
    0: 'no answer; sent again',
  };
  return known[`${answer}`] || `${answer}`;
};
