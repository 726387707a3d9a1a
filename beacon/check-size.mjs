// The budgets are a promise to the shop: what every page loads, invitation card included, in 5 KiB as served, and what a
// conversation adds in 6.
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

const BUDGETS = { 'overture.js': 5120, 'overture-talk.js': 6144 };
for (const [name, budget] of Object.entries(BUDGETS)) {
  const script = await readFile(new URL('dist/' + name, import.meta.url));
  const size = gzipSync(script, { level: 9 }).length;
  console.log(`${name}: ${size} bytes gzipped of ${budget} (${script.length} raw)`);
  if (size > budget) process.exitCode = 1;
}
