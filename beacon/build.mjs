// Two scripts. overture.js is what a shop pastes: it must run from a plain <script async>, in every browser of the last
// years. overture-talk.js is a module it loads once there is a conversation.
// esbuild bundles; terser, which inlines what is used once, saves the further 4 % that make room for the card.
import { mkdir, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { minify } from 'terser';
import { minifiedCss } from './minify-css.mjs';

const bundle = async (entry, format) => {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format,
    target: 'es2020',
    charset: 'utf8',
    minifySyntax: true,
    // Names that begin with an underscore never leave a script; nothing on the wire does.
    mangleProps: /^_/,
    plugins: [minifiedCss],
  });
  return outputFiles[0].text;
};

const write = async (name, text, module) => {
  const compress = { passes: 4, unsafe_arrows: true, unsafe_methods: true };
  const { code } = await minify(text, { ecma: 2020, module, compress });
  await writeFile('dist/' + name, code);
};

await mkdir('dist', { recursive: true });
// The last guard: not even loading may leave an error in a shop's console.
await write('overture.js', `try{${await bundle('src/index.ts', 'iife')}}catch{}`, false);
await write('overture-talk.js', await bundle('src/talk/index.ts', 'esm'), true);
