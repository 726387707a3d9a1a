// Draws the card in several languages, sizes and schemes, for eyes: node test/browser/portraits.mjs <folder>
import { mkdir } from 'node:fs/promises';
import { appears, launch, setStage, still, until } from './engine.mjs';
import { resize } from './size.mjs';

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
const browser = await launch('chromium');
for (const [size, [width, height]] of Object.entries(SIZES))
  for (const [language, copy] of Object.entries(COPIES))
    for (const scheme of language == 'fr' ? ['light', 'dark'] : ['light']) {
      const { server, page, complaints, strike } = await setStage(browser, 'chromium');
      await resize(page, { width, height });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.goto(`${server.address}?lang=${language}`);
      await until(() => server.frames.some(({ type }) => type == 'beacon'), 'the first page view');
      server.say(invitation(language, copy));
      await appears(page, 'overture-card');
      await still(page, 'overture-card');
      await page.screenshot({ path: `${folder}/${size}-${language}-${scheme}.png` });
      if (complaints[0]) console.log(complaints.join('\n'));
      await strike();
    }
await browser.close();
