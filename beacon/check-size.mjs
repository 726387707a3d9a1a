// The budget is a promise to the shop: the whole script, invitation card included, in 5 KiB as served.
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

const BUDGET = 5120;
const script = await readFile(new URL('dist/overture.js', import.meta.url));
const size = gzipSync(script, { level: 9 }).length;

console.log(`overture.js: ${size} bytes gzipped of ${BUDGET} (${script.length} raw)`);
if (size > BUDGET) process.exit(1);
