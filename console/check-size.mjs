// The console opens on a boutique's tablet too: everything it may ever load, in 60 kB as served.
import { readFile, readdir } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

const BUDGET = 60_000;
const folder = new URL('dist/', import.meta.url);
let total = 0;
for (const name of (await readdir(folder)).sort()) {
  const size = gzipSync(await readFile(new URL(name, folder)), { level: 9 }).length;
  console.log(`${String(size).padStart(7)}  ${name}`);
  total += size;
}
console.log(`console: ${total} bytes gzipped of ${BUDGET}`);
if (total > BUDGET) process.exit(1);
