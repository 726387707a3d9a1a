const shardOf = (visitor: string): string => {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(visitor)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash & 0xff).toString(16).padStart(2, '0');
};

/** What the house sees of a visitor instead of the identifier; undefined where the page is not secure enough for digests. */
export const handleOf = async (visitor: string): Promise<string | undefined> => {
  if (!globalThis.crypto?.subtle) return;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(visitor));
  const base64 = btoa(String.fromCharCode(...new Uint8Array(digest)));
  return shardOf(visitor) + base64.replace(/\+/g, '-').replace(/\//g, '_').slice(0, 22);
};
