// A dossier has what its reader's role may see: every field may be missing, and a newer desk may send more.

export type Json = Record<string, unknown>;

export const record = (value: unknown): Json => (value && typeof value == 'object' && !Array.isArray(value) ? (value as Json) : {});

export const records = (value: unknown): Json[] => (Array.isArray(value) ? value.map(record) : []);

/** Text, or a number as text; empty is missing. */
export const text = (value: unknown): string | undefined =>
  typeof value == 'string' && value ? value : typeof value == 'number' ? String(value) : undefined;

export const texts = (value: unknown): string[] => (Array.isArray(value) ? value.flatMap((each) => text(each) ?? []) : []);

export const number = (value: unknown): number | undefined => {
  const n = typeof value == 'string' && value.trim() ? Number(value) : value;
  return typeof n == 'number' && Number.isFinite(n) ? n : undefined;
};
