/** The server has said its last word on these: the same beacon again would change nothing. */
const REFUSED = [400, 403, 413, 415];

export type Outcome = 'done' | { retryAfter?: number };

/**
 * Posts a beacon as text/plain, so that no preflight precedes it, and without credentials. `keepalive` lets it outlive
 * the page; a browser that cannot do that, or has no room left, gets `sendBeacon` when the page is `leaving`.
 */
export const post = async (url: string, body: string, leaving?: boolean): Promise<Outcome> => {
  try {
    const { ok, status, headers } = await fetch(url, {
      method: 'POST',
      body,
      keepalive: true,
      credentials: 'omit',
      // A request that hangs counts as lost; it is sent again under the same number.
      signal: AbortSignal.timeout?.(10000),
    } as RequestInit);
    return ok || REFUSED.includes(status) ? 'done' : { retryAfter: +headers.get('Retry-After')! * 1000 };
  } catch {
    if (leaving) navigator.sendBeacon(url, body);
    return {};
  }
};
