// Draws the card in several languages, sizes and schemes, for eyes: node test/browser/portraits.mjs <folder>
import { mkdir } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { startServer } from './server.mjs';

const folder = process.argv[2] || 'dist/portraits';
const SIZES = { desktop: [1280, 800], phone: [390, 844] };
const COPIES = {
  fr: ['À votre service', 'Souhaitez-vous l’aide d’un conseiller de la maison ?', 'Volontiers', 'Non, merci', 'Être rappelée'],
  ja: ['ご案内', 'ブランドアドバイザーがお手伝いいたしましょうか。', 'お願いします', '今は結構です', 'お電話を希望する'],
  ar: ['في خدمتكم', 'هل ترغبون في مساعدة أحد مستشاري الدار؟', 'نعم، من فضلكم', 'لا، شكرًا', 'أفضّل مكالمة'],
};

const invitation = (language, [title, text, accept, decline, call]) => ({
  type: 'invitation',
  id: 'i-' + Math.random(),
  trigger: 'extended-consideration',
  copy: { title, text, accept, decline, channels: { call } },
  language,
  channels: ['chat', 'call'],
  expiresAt: Date.now() + 120000,
  advisor: { name: 'Claire Aubry', title: 'Paris' },
});

await mkdir(folder, { recursive: true });
const server = await startServer();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});
for (const [size, [width, height]] of Object.entries(SIZES))
  for (const [language, copy] of Object.entries(COPIES))
    for (const colorScheme of language == 'fr' ? ['light', 'dark'] : ['light']) {
      const context = await browser.newContext({ viewport: { width, height }, colorScheme });
      const page = await context.newPage();
      page.on('console', (message) => console.log(message.text()));
      await page.goto(`${server.address}?lang=${language}`);
      await page.waitForFunction(() => window.overture);
      while (!server.sockets.size || server.frames.at(-1)?.type == 'hello') await page.waitForTimeout(50);
      server.say(invitation(language, copy));
      await page.locator('overture-card').waitFor();
      await page.waitForTimeout(1200);
      await page.screenshot({ path: `${folder}/${size}-${language}-${colorScheme}.png` });
      await context.close();
    }
await browser.close();
server.stop();
