import type { State } from './state/state';
import type { Store } from './state/store';

const KEPT = 'overture.drafts';

interface Kept {
  drafts: State['drafts'];
  unsent: { ref: string; conversation: string; id: string; text: string }[];
}

const kept = ({ drafts, pending }: State): Kept => ({
  drafts,
  unsent: pending.flatMap(({ ref, request }) =>
    request.type == 'say' ? [{ ref, conversation: request.conversation, id: request.id, text: request.text }] : [],
  ),
});

/** What was written and has not arrived outlives a reload of this tab, and nothing else does. */
export const keepWriting = (store: Store, storage: Storage): (() => void) => {
  try {
    const former = JSON.parse(storage.getItem(KEPT) ?? 'null') as Kept | null;
    if (former) store.dispatch({ type: 'restored', ...former });
  } catch {
    storage.removeItem(KEPT);
  }
  return store.listen((state, before) => {
    if (state.drafts == before.drafts && state.pending == before.pending) return;
    const now = kept(state);
    if (Object.keys(now.drafts).length || now.unsent.length) storage.setItem(KEPT, JSON.stringify(now));
    else storage.removeItem(KEPT);
  });
};

export const forgetWriting = (storage: Storage): void => storage.removeItem(KEPT);
