// What a scene plays on: the boutique of server.mjs, and pages of it in a real browser engine. Chromium is driven by its own
// protocol, Firefox by WebDriver BiDi.
import assert from 'node:assert/strict';
import puppeteer, { Puppeteer } from 'puppeteer-core';
import { startServer } from './server.mjs';

/** How long a condition may take to come true; a busy machine takes its time. */
const PATIENCE = 15000;

const ENGINES = {
  chromium: {
    browser: 'chrome',
    executablePath: process.env.OVERTURE_CHROMIUM || '/usr/bin/chromium',
    // The driver switches the back/forward cache off; the page must be fit for it.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  },
  firefox: { browser: 'firefox', executablePath: process.env.OVERTURE_FIREFOX || '/usr/bin/firefox-esr' },
};

export const engines = Object.keys(ENGINES);

export const launch = (engine) => puppeteer.launch({ headless: true, ...ENGINES[engine] });

/**
 * Waits until `condition` is true and hands back what it gave; it may ask a page. A page on its way elsewhere cannot answer:
 * that is "not yet".
 */
export const until = async (condition, what) => {
  for (const end = Date.now() + PATIENCE; ; ) {
    let seen;
    let failure = '';
    try {
      seen = await condition();
    } catch (error) {
      failure = `, last: ${error.message}`;
    }
    if (seen) return seen;
    assert.ok(Date.now() < end, `never: ${what}${failure}`);
    await new Promise((soon) => setTimeout(soon, 25));
  }
};

/** That nothing happens can only be waited for. */
export const passing = (ms) => new Promise((passed) => setTimeout(passed, ms));

// By role and name, shadow trees included: the engines' own look-up of these differs, and Firefox' stops at a shadow root.
Puppeteer.registerCustomQueryHandler('named', {
  queryAll: (root, wanted) => {
    const [role, name] = wanted.split('|');
    const tags = { button: 'button', region: 'section', link: 'a', textbox: 'textarea, input', dialog: 'dialog' };
    const found = [];
    const look = (tree) => {
      for (const element of tree.querySelectorAll('*')) {
        const plays = element.role ? element.role == role : element.matches(tags[role] || 'nothing');
        const label = element.ariaLabel || element.labels?.[0]?.textContent || element.textContent;
        if (plays && label.trim() == name) found.push(element);
        if (element.shadowRoot) look(element.shadowRoot);
      }
    };
    look(root);
    return found;
  },
});

/** The selector of what has this role and is called so, wherever it stands. */
export const named = (role, name) => `::-p-named(${role}|${name})`;

/** What is drawn of that selector on `page`: elements, none when nothing is. */
export const drawn = async (page, selector) => {
  const seen = [];
  for (const element of await page.$$(selector)) if (await element.isVisible()) seen.push(element);
  return seen;
};

/** Waits until that selector is drawn and hands back its first element. */
export const appears = (page, selector) => until(async () => (await drawn(page, selector))[0], `${selector} is drawn`);

/** Waits until nothing moves any more in that element's shadow tree; what moves for ever does not count. */
export const still = (page, selector) =>
  until(
    () =>
      page.$eval(selector, ({ shadowRoot }) =>
        shadowRoot.getAnimations().every(({ playState, effect }) => playState != 'running' || effect.getTiming().iterations == Infinity),
      ),
    `${selector} is still`,
  );

/**
 * One visitor's browser, with storage of her own, at a boutique of her own.
 *
 * - `engine`: `chromium` or `firefox`; `server`: what the boutique got and can say
 * - `page`: her first tab, still empty; `tab()`: one more; `complaints`: the errors and warnings their consoles showed
 * - `unless(step, play)`: plays a step, unless the scene says that this engine cannot do it
 */
export const setStage = async (browser, engine, cannot = {}) => {
  const server = await startServer();
  const context = await browser.createBrowserContext();
  const complaints = [];
  const tab = async () => {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    page.on('console', (message) => /error|warn/.test(message.type()) && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    return page;
  };
  return {
    engine,
    server,
    complaints,
    tab,
    page: await tab(),
    unless: (step, play) => (cannot[engine]?.[step] ? undefined : play()),
    strike: async () => {
      await context.close();
      server.stop();
    },
  };
};
