// Signing in at an issuer in a real browser: authorization code with PKCE, the token renewed, and what happens without
// one: node test/browser/issuer.mjs
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { complaints, launch } from './browser.mjs';
import { startDesk } from './desk.mjs';

const TOKENS = {};
const asked = [];
let challenge;
let nonce;
/** Seconds a token lasts. */
let lasting = 20;

const part = (json) => Buffer.from(JSON.stringify(json)).toString('base64url');

/** An issuer that knows one advisor and asks her nothing. */
const issuer = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url, address);
  const json = (value) =>
    response
      .writeHead(200, { 'Content-Type': 'application/json', 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' })
      .end(JSON.stringify(value));
  if (request.method == 'OPTIONS') return json({});
  if (pathname == '/.well-known/openid-configuration')
    return json({
      issuer: address,
      authorization_endpoint: `${address}/authorize`,
      token_endpoint: `${address}/token`,
      jwks_uri: `${address}/keys`,
    });
  if (pathname == '/authorize') {
    challenge = searchParams.get('code_challenge');
    nonce = searchParams.get('nonce');
    asked.push(Object.fromEntries(searchParams));
    const back = `${searchParams.get('redirect_uri')}?code=c1&state=${searchParams.get('state')}`;
    return response.writeHead(302, { Location: back }).end();
  }
  if (pathname == '/token') {
    let body = '';
    for await (const chunk of request) body += chunk;
    const given = new URLSearchParams(body);
    asked.push(Object.fromEntries(given));
    if (given.get('grant_type') == 'authorization_code')
      assert.equal(createHash('sha256').update(given.get('code_verifier')).digest('base64url'), challenge);
    const now = Math.floor(Date.now() / 1000);
    const token = `token-${asked.length}`;
    TOKENS[token] = 'advisor';
    return json({
      access_token: token,
      refresh_token: `again-${asked.length}`,
      token_type: 'Bearer',
      expires_in: lasting,
      id_token: `${part({ alg: 'none' })}.${part({ iss: address, aud: 'console', sub: 'advisor', exp: now + 60, iat: now, nonce })}.`,
    });
  }
  response.writeHead(404).end();
});
await new Promise((listening) => issuer.listen(0, '127.0.0.1', listening));
const address = `http://127.0.0.1:${issuer.address().port}`;
const desk = await startDesk({ demo: false, issuer: address, clientId: 'console' }, TOKENS);
const browser = await launch();
const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
const found = complaints(page);

try {
  await page.goto(desk.address);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('Claire Aubry').waitFor();
  assert.equal(new URL(page.url()).search, '', 'neither code nor state stay in the address');
  const { response_type, code_challenge_method, client_id, scope } = asked[0];
  assert.deepEqual([response_type, code_challenge_method, client_id, scope], ['code', 'S256', 'console', 'openid profile']);

  // A token about to end is renewed before it is shown to the desk, on a reload too.
  const grants = () => asked.map(({ grant_type }) => grant_type).filter(Boolean);
  assert.deepEqual(grants(), ['authorization_code', 'refresh_token', 'refresh_token'].slice(0, grants().length));
  lasting = 3600;
  await page.reload();
  await page.getByText('Claire Aubry').waitFor();
  assert.equal(grants().at(-1), 'refresh_token');
  const sofar = grants().length;
  await page.reload();
  await page.getByText('Claire Aubry').waitFor();
  assert.equal(grants().length, sofar, 'one that lasts is kept');

  // A token the service takes no more: the door again, rather than an endless attempt.
  for (const token of Object.keys(TOKENS)) delete TOKENS[token];
  desk.away(true);
  desk.away(false);
  await page.getByRole('button', { name: 'Sign in' }).waitFor({ timeout: 20_000 });
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('Claire Aubry').waitFor();

  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  assert.equal(
    await page.evaluate(() =>
      Object.values({ ...sessionStorage })
        .join()
        .includes('token-'),
    ),
    false,
  );
  assert.deepEqual(found, []);
  console.log('Known at the door.');
} finally {
  await browser.close();
  desk.stop();
  issuer.closeAllConnections();
  issuer.close();
}
