// One classic script: what a shop pastes must run from a plain <script async>, in every browser of the last years.
import { build } from 'esbuild';
import { minifiedCss } from './minify-css.mjs';

await build({
  entryPoints: ['src/index.ts'],
  outfile: 'dist/overture.js',
  bundle: true,
  format: 'iife',
  target: 'es2020',
  charset: 'utf8',
  minify: true,
  legalComments: 'none',
  // Names that begin with an underscore never leave the script; nothing on the wire does.
  mangleProps: /^_/,
  plugins: [minifiedCss],
});
