import { until } from './engine.mjs';

const UNKNOWN = 'emulation.setScreenOrientationOverride';

/** Gives the page a size. Not every Firefox can be told an orientation as well, which nothing here asks for. */
export async function resize(page, viewport) {
  await page.setViewport(viewport).catch((error) => {
    if (!String(error).includes(UNKNOWN)) throw error;
  });
  await until(async () => (await page.evaluate(() => innerWidth)) === viewport.width, 'its size');
}
