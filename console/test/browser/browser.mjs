import { chromium } from 'playwright-core';

export const launch = () =>
  chromium.launch({
    executablePath: process.env.OVERTURE_CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });

/** Comes in by the form. */
export const signIn = async (page, address, who = 'advisor') => {
  await page.goto(address);
  await page.locator('input[name=name]').fill(who);
  await page.locator('input[name=password]').fill(who);
  await page.locator('input[name=password]').press('Enter');
  await page.locator('ov-boutique').waitFor();
};

/** Says what the page complained of: errors, and what its policy refused. */
export const complaints = (page) => {
  const found = [];
  // What a console is told of a connection that failed is not its fault.
  page.on(
    'console',
    (message) => message.type() == 'error' && !/WebSocket|Failed to load/.test(message.text()) && found.push(message.text()),
  );
  page.on('pageerror', (error) => found.push(error.stack));
  return found;
};
