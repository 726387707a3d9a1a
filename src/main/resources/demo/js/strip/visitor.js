// Who the service believes this browser to be: a handle, as its operators see it. Never the identifier itself.

import { base64url } from "../client.js";

/** Where the beacon keeps what it stores, and under which name the visitor's identifier is in it. */
const STORED = "overture";
const VISITOR = "v";

/** The handle, or null while nothing is stored: before consent, and after its withdrawal. */
export async function handle() {
  const visitor = identifier();
  if (!visitor || !crypto.subtle) return null;
  const bytes = new TextEncoder().encode(visitor);
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return shard(bytes) + base64url(digest).slice(0, 22);
}

function identifier() {
  try {
    return JSON.parse(localStorage.getItem(STORED))?.[VISITOR];
  } catch {
    return null;
  }
}

/** Low byte of FNV-1a-32, two hex digits. */
function shard(bytes) {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash & 0xff).toString(16).padStart(2, "0");
}
