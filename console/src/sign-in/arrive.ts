import { readConfig, type Access, type Config } from './access';
import type { Issuer } from './issuer';
import { Password } from './password';

/** Without a word from the service the door stays shut; it is asked again. */
const RETRY = 3_000;

/** Where to sign in, and who has already: at the issuer, or by a password this tab has kept. */
export interface Arrival {
  config: Config;
  issuer?: Issuer;
  access?: Access;
}

export const arrive = async (): Promise<Arrival> => {
  for (;;) {
    const config = await readConfig().catch(() => undefined);
    if (config) return known(config);
    await new Promise((soon) => setTimeout(soon, RETRY));
  }
};

const known = async (config: Config): Promise<Arrival> => {
  const kept = config.demo ? Password.kept(sessionStorage) : undefined;
  if (!config.issuer || !config.clientId) return { config, access: kept };
  // Only who signs in there needs the library.
  const { Issuer } = await import('./issuer');
  const issuer = new Issuer(config.issuer, config.clientId);
  const isIn = await issuer.arrive().catch(() => false);
  return { config, issuer, access: isIn ? issuer : kept };
};
