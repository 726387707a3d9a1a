/** 144 random bits as 24 characters of base64url: no padding to strip, and short enough for a `source`. */
export const newId = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))))
    .replace(/\+/g, '-')
    .replace(/\//g, '_');

/** Low byte of FNV-1a-32, two hex digits. A product's low byte needs only its factors' low bytes: 0xc5 and 0x93 are those of the offset and the prime. */
export const shardOf = (visitor: string): string => {
  let hash = 0xc5;
  for (const c of visitor) hash = ((hash ^ c.charCodeAt(0)) * 0x93) & 255;
  return (hash + 256).toString(16).slice(1);
};

/** Full jitter between half a second and a ceiling that doubles with each attempt, up to twenty seconds. */
export const backoff = (attempt: number): number => 500 + Math.random() * (Math.min(20000, 500 * 2 ** attempt) - 500);
