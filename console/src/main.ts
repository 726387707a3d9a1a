import { House } from './house';
import { arrive } from './sign-in/arrive';
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

for (const [name, part] of Object.entries(PARTS)) customElements.define(name, part);

const house = new House();
const screen = Object.assign(new Console(), { house });

document.body.prepend(screen);
void arrive().then(({ config, issuer, access }) => {
  screen.issuer = issuer;
  if (access) house.enter(access);
  screen.config = config;
});
