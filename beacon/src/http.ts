/** What became of a post: settled for good, or to be sent again after so many milliseconds (0: the server did not say). */
export type Outcome = true | number;

/**
 * Posts a beacon as text/plain, so that no preflight precedes it, and without credentials. `keepalive` lets it outlive
 * the page; where that fails while the page is `leaving`, `sendBeacon` is left.
 */
export const post = async (url: string, body: string, leaving?: boolean): Promise<Outcome> => {
  try {
    const { status, headers } = await fetch(url, {
      method: 'POST',
      body,
      keepalive: true,
      credentials: 'omit',
    });
    // Refused is settled too: the same beacon again would meet the same answer.
    return status < 500 && status != 429 || +headers.get('Retry-After')! * 1000;
  } catch {
    if (leaving) navigator.sendBeacon(url, body);
    return 0;
  }
};
