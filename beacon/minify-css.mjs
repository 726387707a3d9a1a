// The card's stylesheet is a real .css file; the script carries it as a minified string.
import { readFile } from 'node:fs/promises';
import { transform } from 'esbuild';

export const minifiedCss = {
  name: 'minified-css',
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), { loader: 'css', minify: true });
      return { contents: code.trim(), loader: 'text' };
    });
  },
};
