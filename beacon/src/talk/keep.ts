// What outlives a page of a conversation, in this tab alone: how she left the panel, and words of hers not yet with the
// house. The loader erases it by the same key when she withdraws her consent.

/** A frame of hers that is sent again until it is answered. */
export interface Pending {
  type: 'message' | 'request' | 'leave' | 'feedback';
  conversation?: string;
  id?: string;
  text?: string;
  [more: string]: unknown;
}

export interface Kept {
  /** The conversation all this belongs to. */
  id?: string;
  /** She put it away: `low` while it goes on, `gone` once it has ended. */
  low?: boolean;
  gone?: boolean;
  /** She answered the question. */
  rated?: boolean;
  draft?: string;
  pending: Pending[];
}

// Where a browser refuses storage, the page's own memory serves.
let store: Record<string, any>;
try {
  store = sessionStorage;
} catch {
  store = {};
}

const none = (): Kept => ({ pending: [] });

export let kept: Kept = none();
try {
  kept = { ...kept, ...JSON.parse(store.overture || '{}') };
} catch {
  // Somebody else's words under our name.
}

export const keep = (change: Partial<Kept> = {}): void => {
  Object.assign(kept, change);
  store.overture = JSON.stringify(kept);
};

export const forget = (): void => {
  kept = none();
  delete store.overture;
};
