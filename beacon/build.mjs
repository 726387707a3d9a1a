// overture.js is what a shop pastes: it must run from a plain <script async>, in every browser of the last years. The
// others are modules it loads by need: the card with the first invitation, the talk with the first conversation.
// esbuild bundles; terser, which inlines what is used once, saves a further 4 %.
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
  // Statements and conditions left as they are written compress better than what could be made of them.
  const compress = { passes: 4, unsafe_arrows: true, unsafe_methods: true, sequences: false, conditionals: false };
  const { code } = await minify(text, { ecma: 2020, module, compress });
  await writeFile('dist/' + name, code);
};

await mkdir('dist', { recursive: true });
// The last guard: not even loading may leave an error in a shop's console.
await write('overture.js', `try{${await bundle('src/index.ts', 'iife')}}catch{}`, false);
// For shops in several regions, which paste it too.
await write('overture-passport.js', `try{${await bundle('src/passport/index.ts', 'iife')}}catch{}`, false);
for (const name of ['live', 'card', 'talk', 'debug']) await write(`overture-${name}.js`, await bundle(`src/${name}/index.ts`, 'esm'), true);
