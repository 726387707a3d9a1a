// One classic script: what a shop pastes must run from a plain <script async>, in every browser of the last years.
// esbuild bundles; terser, which inlines what is used once, saves the further 4 % that make room for the card.
import { mkdir, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { minify } from 'terser';
import { minifiedCss } from './minify-css.mjs';

const bundle = await build({
  entryPoints: ['src/index.ts'],
  bundle: true,
  write: false,
  format: 'iife',
  target: 'es2020',
  charset: 'utf8',
  minifySyntax: true,
  // Names that begin with an underscore never leave the script; nothing on the wire does.
  mangleProps: /^_/,
  plugins: [minifiedCss],
});
// The last guard: not even loading may leave an error in a shop's console.
const { code } = await minify(`try{${bundle.outputFiles[0].text}}catch{}`, {
  ecma: 2020,
  compress: { passes: 4, unsafe_arrows: true, unsafe_methods: true },
});
await mkdir('dist', { recursive: true });
await writeFile('dist/overture.js', code);
