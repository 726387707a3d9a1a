/** Who sits here, as the service asks for it; by an issuer, or by name and password in the demo. */
export interface Access {
  /** What `Authorization` says now, renewed when it has to be; undefined when she has to sign in again. */
  authorization(): Promise<string | undefined>;
  signOut(): Promise<void>;
}

/** What `/console/config.json` says: where to sign in. */
export interface Config {
  demo: boolean;
  issuer?: string;
  clientId?: string;
}

export const readConfig = async (): Promise<Config> => {
  const answer = await fetch('/console/config.json');
  if (!answer.ok) throw new Error(`config.json: ${answer.status}`);
  return (await answer.json()) as Config;
};

/**
 * Whether the service knows her still. Asked at the socket's own door, without an upgrade: only a refusal counts. No
 * credentials of the browser's, so that it asks nobody for a password.
 */
export const isKnown = async (authorization: string): Promise<boolean> => {
  const answer = await fetch('/v1/advisor', {
    headers: { Authorization: authorization },
    credentials: 'omit',
    cache: 'no-store',
    signal: AbortSignal.timeout(8_000),
  });
  if (answer.status >= 500) throw new Error(`/v1/advisor: ${answer.status}`);
  return answer.status != 401;
};
