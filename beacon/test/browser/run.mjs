// Plays every scene in every engine: node test/browser/run.mjs [engine] [part of a scene's name]...
//
// A scene is a file `<name>.scene.mjs` whose default export takes what engine.mjs sets up. What an engine cannot do it says
// itself, by step, or by "all" when that engine cannot play it: export const cannot = { firefox: { step: 'reason' } }.
import { readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { engines, launch, setStage } from './engine.mjs';

const asked = process.argv.slice(2);
const chosen = engines.filter((engine) => asked.includes(engine));
const parts = asked.filter((word) => !engines.includes(word));

const files = (await readdir(new URL('.', import.meta.url)))
  .filter((file) => file.endsWith('.scene.mjs') && (!parts[0] || parts.some((part) => file.includes(part))))
  .sort();
const scenes = await Promise.all(files.map(async (file) => ({ name: basename(file, '.scene.mjs'), ...(await import('./' + file)) })));
if (!scenes[0]) throw new Error('There is no such scene.');

const play = async (browser, engine, { name, cannot = {}, default: scene }) => {
  const say = (outcome) => console.log(`${engine.padEnd(8)}  ${name.padEnd(12)}  ${outcome}`);
  for (const [step, reason] of Object.entries(cannot[engine] || {})) say(`cannot: ${step == 'all' ? '' : step + ', '}${reason}`);
  if (cannot[engine]?.all) return;
  const began = Date.now();
  const stage = await setStage(browser, engine, cannot);
  try {
    await scene(stage);
    say(`ok, ${Date.now() - began} ms`);
  } catch (error) {
    process.exitCode = 1;
    say(`failed: ${error.stack}`);
    if (stage.complaints[0]) say(`the console said: ${stage.complaints.join(' | ')}`);
  } finally {
    await stage.strike();
  }
};

// The engines side by side: each waits more than it works.
await Promise.all(
  (chosen[0] ? chosen : engines).map(async (engine) => {
    const browser = await launch(engine);
    try {
      for (const scene of scenes) await play(browser, engine, scene);
    } finally {
      await browser.close();
    }
  }),
);
