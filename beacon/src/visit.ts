import { consent, signal } from './consent';
import { reread } from './data-layer';
import { look } from './engagement';
import { alarm, later, now } from './guard';
import { head, replaced, silence, speak, told } from './head';
import { live, open, close } from './link';
import { add, forget, withdraw } from './queue';
import { erase } from './storage';
import { path, text } from './text';
import { watch } from './watch';
import type { Item, Params } from './wire';

/** What must not wait for the next batch: the moments at which she may be lost. */
const URGENT = /cart|check|_info|purch/;
/** A page that changes its address sets its title a little later. */
const TITLED = 500;

/** A piece was viewed in this very task. */
let fresh = false;
/** The parameters of the page view whose title is not settled. */
let untitled: Params | undefined;
/** This page has spoken. */
let spoke = false;

export const record = (said: unknown, params: Params): void => {
  const name = text(said, 40);
  if (!name) return;
  const { item_id, item_name } = (((params.items || [params]) as Item[])[0] || {}) as Item;
  const item = item_id || item_name;
  if (item && /^(view|customize)_item$/.test(name)) {
    look({ item_id: item });
    fresh = true;
    later(() => (fresh = false), 0);
  }
  if (name != 'page_view' && name != 'user_engagement') told._paying = name == 'add_payment_info';
  const before = head?.visitor;
  if (!speak(params.active === false)) return watch('left', name, 'consent');
  if (before != head!.visitor) live?.greet();
  add({ name, at: now(), params }, URGENT.test(name));
};

const entitle = () => {
  if (untitled) untitled.page_title = text(document.title) || '';
  untitled = undefined;
};

/** Set anew by each page: the time that the one before had is not its own. */
const titled = alarm(entitle);

/** A page is seen: another than before, or `again` the one that was left, with all that is on it. */
export const page = (again?: boolean): void => {
  entitle();
  const page = path();
  // A shop may tell of the piece before its router changes the address.
  if (!fresh && !again) look({ page });
  const params: Params = { page_location: page };
  // The first page has its title; what replaces it has still the title of the one before.
  if (!spoke) params.page_title = text(document.title) || '';
  untitled = params;
  record('page_view', params);
  titled(TITLED);
};

const hush = (last: (denied: ReturnType<typeof silence>) => void) => {
  close();
  live?.silence();
  last(silence());
};

/** Something of who speaks may have changed: greet, begin, or fall silent. */
export const renew = (): void => {
  if (consent().analytics_storage == 'denied') {
    if (head) hush(withdraw);
  } else if (head) {
    speak(true);
    live?.greet();
  } else {
    page();
    open();
    if (!spoke) reread();
    spoke = true;
  }
};

export const consented = (kind: string, values: Record<string, unknown>): void => {
  signal(kind, values);
  renew();
  // Also what earlier pages left, when the refusal comes before anything began here.
  if (values.analytics_storage == 'denied' && kind == 'update') erase(true);
};

/** She withdrew in another tab, or by another connection; the server is `told` again where nobody knows that it heard. */
export const withdrawn = (tell: boolean): void => {
  if (!head) return;
  const own = !replaced();
  signal('update', { analytics_storage: 'denied' });
  hush(tell ? withdraw : forget);
  erase(own);
};
