export const hex = (byte: number) => (byte + 256).toString(16).slice(1);

/** 128 random bits as 32 hexadecimal digits: valid as visitor, session and source, and for frames. */
export const newId = (): string => {
  let id = '';
  for (const byte of crypto.getRandomValues(new Uint8Array(16))) id += hex(byte);
  return id;
};

/** Low byte of FNV-1a-32. A product's low byte needs only its factors' low bytes: 0xc5 of the offset, 0x93 of the prime. */
export const shardOf = (visitor: string): string => {
  let hash = 0xc5;
  for (const c of visitor) hash = ((hash ^ c.charCodeAt(0)) * 0x93) & 255;
  return hex(hash);
};

/** Full jitter between half a second and a ceiling that doubles with each attempt, up to twenty seconds. */
export const backoff = (attempt: number): number => 500 + Math.random() * Math.min(19500, 500 * 2 ** attempt);
