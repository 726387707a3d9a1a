import { House } from './house';
import { readConfig, type Config } from './sign-in/access';
import { Password } from './sign-in/password';
import { Boutique } from './views/boutique';
import { Console } from './views/console';
import { Conversations } from './views/conversations';
import { Door } from './views/door';
import { DossierView } from './views/dossier';
import { Ending } from './views/ending';
import { Header } from './views/header';
import { Keys } from './views/keys';
import { List } from './views/list';
import { Settings } from './views/settings';
import { TalkView } from './views/talk';
import { Transfer } from './views/transfer';

const PARTS = {
  'ov-boutique': Boutique,
  'ov-list': List,
  'ov-conversations': Conversations,
  'ov-talk': TalkView,
  'ov-transfer': Transfer,
  'ov-ending': Ending,
  'ov-dossier': DossierView,
  'ov-header': Header,
  'ov-settings': Settings,
  'ov-door': Door,
  'ov-keys': Keys,
  'overture-console': Console,
};
/** Without a word from the service the door stays shut; it is asked again. */
const RETRY = 3_000;

for (const [name, part] of Object.entries(PARTS)) customElements.define(name, part);

const house = new House();
const screen = Object.assign(new Console(), { house });

const begin = async (): Promise<void> => {
  let config: Config;
  try {
    config = await readConfig();
  } catch {
    setTimeout(() => void begin(), RETRY);
    return;
  }
  if (config.issuer && config.clientId) {
    // Only who signs in there needs the library.
    const { Issuer } = await import('./sign-in/issuer');
    const issuer = new Issuer(config.issuer, config.clientId);
    screen.issuer = issuer;
    if (await issuer.arrive().catch(() => false)) house.enter(issuer);
  }
  const kept = config.demo && !house.isSignedIn && Password.kept(sessionStorage);
  if (kept) house.enter(kept);
  screen.config = config;
};

document.body.prepend(screen);
void begin();
