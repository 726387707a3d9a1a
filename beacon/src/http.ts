/** What became of a post: its status (0: nobody answered) and, in milliseconds, when the server will take it again. */
export type Outcome = [status: number, retryAfter?: number];

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
    return [status, +headers.get('Retry-After')! * 1000];
  } catch {
    if (leaving) navigator.sendBeacon(url, body);
    return [0];
  }
};
