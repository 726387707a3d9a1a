/** A condition of the book as it stands with a visitor, and what it is made of; instants are epoch milliseconds. */
export interface Part {
  condition: string;
  holds: boolean;
  unknown: boolean;
  since: number | null;
  from: number | null;
  of?: Part[];
}

export interface Trigger {
  id: string;
  describe: string | null;
  holds: boolean;
  since: number | null;
  from: number | null;
  weight: number;
  verdict: string | null;
  when: Part;
}

/** What `explain` says of a visitor, as far as it is shown here. */
export interface Explained {
  at: number;
  session: { lastActivityAt: number } | null;
  stake: { amount: number; currency: string } | null;
  reachable: boolean;
  holdout: boolean;
  invitation: { trigger: string; state: string } | null;
  limits: { blocked: { limit: string; until: number | null } | null };
  triggers: Trigger[];
}

/** Of whom is asked, as the address names her. */
export interface Asked {
  site: string;
  handle: string;
}

/** Why nothing is shown: the role does not allow it, nothing is kept of her, or there was no answer. */
export type Reason = 'role' | 'nobody' | 'away';

/** @returns nobody where the address names none */
export const whom = (search: string): Asked | undefined => {
  const said = new URLSearchParams(search);
  const site = said.get('site') || '';
  const handle = said.get('visitor') || '';
  return site && /^[0-9a-f]{2}[\w-]{22}$/.test(handle) ? { site, handle } : undefined;
};

/** @returns what is known, why not, or `door`: whoever asks must sign in */
export const ask = async ({ site, handle }: Asked, authorization: string): Promise<Explained | Reason | 'door'> => {
  try {
    const answer = await fetch(`/v1/visitors/${handle}/explain?site=${encodeURIComponent(site)}`, {
      headers: { Authorization: authorization },
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(8_000),
    });
    if (answer.ok) return (await answer.json()) as Explained;
    return answer.status == 401 ? 'door' : answer.status == 403 ? 'role' : answer.status == 404 ? 'nobody' : 'away';
  } catch {
    return 'away';
  }
};

/** Those that hold first, then those that will if nothing else happens, the soonest first; then the others as in the book. */
export const nearest = (triggers: Trigger[]): Trigger[] => {
  const distance = ({ holds, from }: Trigger) => (holds ? 0 : (from ?? Infinity));
  return [...triggers].sort((a, b) => (distance(a) == distance(b) ? 0 : distance(a) - distance(b)));
};
