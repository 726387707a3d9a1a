// One evening in a boutique: what the desk tells a busy advisor.
const MINUTE = 60_000;
const ago = (minutes) => Date.now() - minutes * MINUTE;

export const boutique = () => ({
  type: 'boutique',
  full: true,
  here: [
    { handle: 'a1', site: 'demo', trigger: 'checkout-hesitation', reason: 'A full bag, the address given, and then nothing for two minutes', item: 'Solstice', tier: 'vic', language: 'fr-FR', weight: 78300, since: ago(3), waiting: true },
    { handle: 'b2', site: 'demo', trigger: 'extended-consideration', reason: 'Five minutes or more on a premium piece or its customisation', item: 'Méridienne', tier: 'unknown', language: 'en-GB', weight: 6250, since: ago(7) },
    { handle: 'c3', site: 'demo', trigger: 'reassurance', reason: 'Sizing, materials and delivery looked at on one piece', item: 'Passage', tier: 'client', language: 'it', weight: 4860, since: ago(1) },
    { handle: 'd4', site: 'demo', trigger: 'compared', reason: 'Three or more premium pieces compared', item: 'Nocturne', tier: 'unknown', language: 'ja', weight: 2900, since: ago(11), attended: true },
    { handle: 'e5', site: 'demo', trigger: 'from-the-press', reason: 'Came from an editorial campaign', tier: 'unknown', language: 'en-US', weight: 600, since: ago(0.4) },
  ],
});

export const ring = {
  type: 'ring',
  conversation: 'k1',
  turn: 0,
  round: 0,
  reason: 'A previous buyer back at her favoured category',
  item: 'Vesper',
  tier: 'vic',
  language: 'fr-FR',
  channel: 'chat',
  weight: 25200,
  since: ago(0.3),
  yours: true,
};

export const passedOn = {
  type: 'ring',
  conversation: 'k2',
  turn: 1,
  round: 0,
  reason: 'Sizing, materials and delivery looked at on one piece',
  item: 'Contour',
  tier: 'unknown',
  language: 'en-GB',
  channel: 'video',
  weight: 3900,
  since: ago(2),
  transferred: { from: 'kenji', note: 'Would like to see it on a wrist before she decides.' },
};

const words = (from, text, at, offset, by) => ({ offset, id: `m${offset}`, from, by, text, at });

export const talk = {
  type: 'talk',
  conversation: 't1',
  epoch: 'e1',
  turn: 0,
  state: 'joined',
  handle: 'a1',
  language: 'fr-FR',
  channel: 'chat',
  offset: 7,
  full: true,
  seen: { visitor: 6, advisor: 5 },
  messages: [
    words('visitor', 'Bonjour. Je regarde la Solstice, mais je ne suis pas sûre de la taille du bracelet.', ago(9), 1),
    words('advisor', 'Bonjour Madame Varenne, quel plaisir de vous retrouver.', ago(8.6), 2, 'advisor'),
    words('advisor', 'Vous portez la Méridienne en 165 mm ; la Solstice taille un peu plus serré, je vous conseillerais 170 mm.', ago(8.2), 3, 'advisor'),
    words('note', 'Hesitates between white gold and steel; her anniversary is on 14 May.', ago(7), 4, 'kenji'),
    words('visitor', 'C’est exactement ce que je voulais savoir. Et la livraison avant le 14 mai ?', ago(2), 5),
    words('advisor', 'Sans difficulté : elle peut être chez vous mardi, remise en main propre, ou vous attendre place Vendôme.', ago(1.5), 6, 'advisor'),
    words('visitor', 'Chez moi, ce serait parfait.', ago(0.2), 7),
  ],
};

export const second = {
  type: 'talk',
  conversation: 't2',
  epoch: 'e1',
  turn: 0,
  state: 'joined',
  handle: 'b2',
  language: 'en-GB',
  channel: 'chat',
  offset: 2,
  full: true,
  seen: { visitor: 0, advisor: 0 },
  messages: [
    words('visitor', 'Good evening, is the blue dial the one in the photographs?', ago(1.2), 1),
    words('visitor', 'It looks darker on my screen.', ago(0.9), 2),
  ],
};

export const dossier = {
  type: 'dossier',
  conversation: 't1',
  piece: { item: 'W-220', name: 'Solstice', price: 26100, currency: 'EUR' },
  reason: 'A full bag, the address given, and then nothing for two minutes',
  tier: 'vic',
  language: 'fr-FR',
  page: { path: '/piece/W-220', title: 'Solstice · Aurelle', at: ago(1) },
  path: [
    { path: '/piece/W-220', title: 'Solstice · Aurelle', at: ago(1) },
    { path: '/piece/W-100', title: 'Méridienne · Aurelle', at: ago(14) },
    { path: '/watches', title: 'Watches · Aurelle', at: ago(16) },
  ],
  pieces: [
    { item: 'W-220', name: 'Solstice', price: 26100, currency: 'EUR', views: 3, engaged: 412_000, lastAt: ago(1), topics: [{ topic: 'sizing', times: 2 }, { topic: 'delivery', times: 1 }] },
    { item: 'W-100', name: 'Méridienne', price: 12500, currency: 'EUR', views: 1, engaged: 95_000, lastAt: ago(14), topics: [{ topic: 'materials', times: 1 }] },
  ],
  cart: {
    lines: [
      { item: 'W-220', name: 'Solstice', quantity: 1, price: 26100, currency: 'EUR' },
      { item: 'L-040', name: 'Feuillet', quantity: 2, price: 450, currency: 'EUR' },
    ],
    total: 27000,
    currency: 'EUR',
  },
  checkout: 'add_shipping_info',
  failedSearches: [{ term: 'astrolabe', at: ago(21) }],
  wishes: [{ item: 'Nocturne', at: ago(60 * 24 * 12) }],
  campaign: { source: 'vogue', medium: 'editorial', name: 'ss27' },
  localTime: { timeZone: 'Europe/Paris', at: new Date().toISOString() },
  device: 'tablet',
  country: 'FR',
  visits: { count: 4, lastAt: ago(60 * 24 * 12) },
  client: 'c-1',
  name: 'Hélène Varenne',
  salutation: 'Madame',
  sizes: { bracelet: '165 mm', glove: '7' },
  preferredChannel: 'chat',
  advisor: { id: 'advisor', name: 'Claire Aubry' },
  favourites: { categories: ['watches'] },
  dates: [{ what: 'Anniversary', on: '05-14' }],
  contacts: { email: 'h.varenne@example.com' },
  purchases: [
    { at: Date.UTC(2025, 4, 12), transaction: 'T-1', items: [{ item: 'W-100', name: 'Méridienne', price: 12500, currency: 'EUR' }] },
    { at: Date.UTC(2023, 11, 2), transaction: 'T-0', items: [{ item: 'C-1', name: 'Aube', price: 3200, currency: 'EUR' }] },
  ],
  notes: [{ id: 'n1', at: ago(60 * 24 * 90), by: 'camille', text: 'Prefers to be written to in the evening. Never by telephone at work.' }],
  conversations: [{ id: 'x', at: Date.UTC(2025, 4, 10), advisor: 'advisor', summary: 'The engraving of the Méridienne' }],
  dealings: [{ type: 'service_completed', at: Date.UTC(2026, 8, 3), item: 'Méridienne' }],
};

export const tasks = {
  type: 'tasks',
  full: true,
  tasks: [
    { id: 'q1', kind: 'follow_up', title: 'delivered', item: 'Méridienne', client: 'c-9', at: ago(60 * 20), due: Date.now() + 3 * 3600_000, weight: 12500 },
    { id: 'q2', kind: 'defection', title: 'defection', client: 'c-7', at: ago(60 * 50), weight: 8000, note: 'Visits have halved since September; two pieces returned.' },
  ],
};
