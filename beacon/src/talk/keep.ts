// What outlives a page of a conversation, in this tab alone: how the visitor left the panel, and words of theirs not yet
// with the house. The loader erases it by the same key when consent is withdrawn.

/** A frame that is sent again until it is answered. */
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
  /** Put away: `low` while it goes on, `gone` once it has ended. */
  low?: boolean;
  gone?: boolean;
  /** The question was answered. */
  rated?: boolean;
  draft?: string;
  pending: Pending[];
}

const KEY = 'overture';

/** Where a browser refuses storage, has none, or has no room in it, the page's own memory serves alone. */
const stored = (act: (store: Storage) => void) => {
  try {
    act(sessionStorage);
  } catch {
    // What is kept is in `kept`.
  }
};

const none = (): Kept => ({ pending: [] });

export let kept: Kept = none();
stored((store) => {
  const found = JSON.parse(store.getItem(KEY) || '{}');
  // Somebody else's words under our name would say something else.
  if (Array.isArray(found.pending) && found.pending.every((frame: Pending | null) => typeof frame?.type == 'string'))
    kept = { ...found, draft: `${found.draft || ''}` };
});

export const keep = (change: Partial<Kept> = {}): void => {
  Object.assign(kept, change);
  stored((store) => store.setItem(KEY, JSON.stringify(kept)));
};

export const forget = (): void => {
  kept = none();
  stored((store) => store.removeItem(KEY));
};
