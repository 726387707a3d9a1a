// Signing in "as a known client". A real house's backend signs this token, and its secret never
// reaches a browser. This one is public on purpose: it opens nothing but the demonstration.

const DEMO_SECRET = "demo-demo-demo-demo-demo-demo-32";
const KEY = "aurelle.client";
const LIFETIME_S = 50 * 60;
const RENEW_MS = 40 * 60 * 1000;

export const CLIENTS = [
  {
    sub: "C-1042",
    name: "Madame Hélène Varenne",
    tier: "client",
    language: "fr",
    favourites: ["watches"],
    about: "With the house for six years. Two watches, both engraved; reads everything before she decides.",
  },
  {
    sub: "C-0007",
    name: "Mr Kenji Asano",
    tier: "vic",
    language: "en",
    favourites: ["couture", "leather"],
    about: "Among the house’s closest clients. Comes each season for couture, and for whatever travels well.",
  },
];

let renewal;

export const current = () => CLIENTS.find((c) => c.sub === localStorage.getItem(KEY));

/** Needs WebCrypto, which browsers give to https and to localhost only. */
export const canSign = () => Boolean(window.crypto?.subtle);

export async function signIn(client) {
  localStorage.setItem(KEY, client.sub);
  await introduce();
}

export function signOut() {
  localStorage.removeItem(KEY);
  clearInterval(renewal);
  window.overture("client", null);
}

/** Tells the beacon who is signed in, now and before each token ends. */
export async function introduce() {
  clearInterval(renewal);
  const client = current();
  if (!client || !canSign()) return;
  window.overture("client", await token(client));
  renewal = setInterval(async () => window.overture("client", await token(client)), RENEW_MS);
}

async function token({ sub, tier, favourites, language }) {
  const exp = Math.floor(Date.now() / 1000) + LIFETIME_S;
  const claims = { sub, aud: "demo", exp, tier, favourite_categories: favourites, language };
  const signed = `${encode({ alg: "HS256", typ: "JWT" })}.${encode(claims)}`;
  const key = await crypto.subtle.importKey("raw", bytes(DEMO_SECRET), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return `${signed}.${base64url(await crypto.subtle.sign("HMAC", key, bytes(signed)))}`;
}

const bytes = (text) => new TextEncoder().encode(text);
const encode = (value) => base64url(bytes(JSON.stringify(value)));

export function base64url(buffer) {
  return btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
