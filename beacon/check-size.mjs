// The budgets are a promise to the shop, as served: what every page loads in 5 KiB; what the few add who are invited, in
// 4; what those add who talk, in 7. The later ones are fetched while the visitor reads on, and one round trip's first
// window (some 14 KiB) carries either.
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

const BUDGETS = {
  'overture.js': 5120,
  'overture-live.js': 3584,
  'overture-card.js': 4096,
  'overture-talk.js': 7168,
  'overture-debug.js': 8192,
  'overture-passport.js': 1536,
};
for (const [name, budget] of Object.entries(BUDGETS)) {
  const script = await readFile(new URL('dist/' + name, import.meta.url));
  const size = gzipSync(script, { level: 9 }).length;
  console.log(`${name}: ${size} bytes gzipped of ${budget} (${script.length} raw)`);
  if (size > budget) process.exitCode = 1;
}
