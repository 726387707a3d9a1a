// Draws the console for eyes, in sizes, languages and by day and night: node test/browser/portraits.mjs <folder> [name part]
import { mkdir } from 'node:fs/promises';
import { complaints, launch, signIn } from './browser.mjs';
import { startDesk } from './desk.mjs';
import * as evening from './evening.scene.mjs';

const folder = process.argv[2] || 'dist-portraits';
const only = process.argv[3] || '';
const SIZES = { desktop: [1440, 900], tablet: [1024, 768], upright: [768, 1024], phone: [390, 844] };
const busy = [evening.boutique, () => evening.ring, () => evening.talk, () => evening.second, () => evening.dossier, () => evening.tasks];
const quiet = [() => ({ type: 'boutique', full: true, here: [] }), () => ({ type: 'tasks', full: true, tasks: [] })];
const press = (name) => (page) => page.getByRole('button', { name, exact: true }).click();

const PORTRAITS = [
  ...Object.keys(SIZES).flatMap((size) =>
    ['light', 'dark'].map((scheme) => ({ name: `busy-${size}-${scheme}`, size, scheme, greet: busy })),
  ),
  { name: 'busy-desktop-light-fr', size: 'desktop', language: 'fr-FR', greet: busy },
  { name: 'busy-tablet-dark-fr', size: 'tablet', scheme: 'dark', language: 'fr-FR', greet: busy },
  { name: 'empty-desktop-light', size: 'desktop', greet: quiet },
  { name: 'empty-tablet-dark-fr', size: 'tablet', scheme: 'dark', language: 'fr-FR', greet: quiet },
  { name: 'dossier-upright-light', size: 'upright', greet: busy, then: press('Dossier') },
  { name: 'talk-phone-light', size: 'phone', greet: busy, then: press('Conversations 3') },
  { name: 'transfer-desktop-light', size: 'desktop', greet: busy, then: press('Transfer') },
  { name: 'end-desktop-dark', size: 'desktop', scheme: 'dark', greet: busy, then: press('End') },
  { name: 'settings-desktop-light', size: 'desktop', greet: busy, then: press('Settings') },
  { name: 'passed-on-desktop-light', size: 'desktop', greet: [...busy, () => evening.passedOn] },
  { name: 'typing-desktop-dark', size: 'desktop', scheme: 'dark', greet: [...busy, () => ({ type: 'typing', conversation: 't1' })] },
  { name: 'door-desktop-light', size: 'desktop', door: true },
  { name: 'door-phone-dark-fr', size: 'phone', scheme: 'dark', language: 'fr-FR', door: true },
  {
    name: 'lost-desktop-light',
    size: 'desktop',
    greet: busy,
    then: async (page, desk) => {
      desk.away(true);
      await page.getByLabel('Your words').fill('Mardi à onze heures vous conviendrait-il ?');
      await page.getByLabel('Your words').press('Enter');
    },
  },
  { name: 'lost-tablet-dark-fr', size: 'tablet', scheme: 'dark', language: 'fr-FR', greet: busy, then: (_, desk) => desk.away(true) },
];

await mkdir(folder, { recursive: true });
const browser = await launch();
for (const { name, size, scheme = 'light', language = 'en-GB', greet = [], then, door } of PORTRAITS) {
  if (!name.includes(only)) continue;
  const [width, height] = SIZES[size];
  const desk = await startDesk();
  desk.greetings.push(...greet);
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    locale: language,
    timezoneId: 'Europe/Paris',
  });
  const page = await context.newPage();
  const found = complaints(page);
  if (door) await page.goto(desk.address);
  else await signIn(page, desk.address);
  await page.waitForTimeout(400);
  await then?.(page, desk);
  await page.waitForTimeout(400);
  await page.screenshot({ path: `${folder}/${name}.png` });
  if (found.length) console.log(name, found);
  await context.close();
  desk.stop();
}
await browser.close();
