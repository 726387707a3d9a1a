import { safe } from '../guard';
import css from './debug.css';
import { handleOf } from './handle';
import { written } from './raw';
import type { Entry, Record } from './record';
import type { Tag } from './tag';
import { answered, leftOut, remedy, socketState } from './words';

const NAME = 'overture-debug';

const make = <K extends keyof HTMLElementTagNameMap>(
  parent: Node,
  tag: K,
  className: string,
  properties?: Partial<HTMLElementTagNameMap[K]>,
) => parent.appendChild(Object.assign(document.createElement(tag), { className }, properties)) as HTMLElementTagNameMap[K];

const clock = (at: number) => (at ? new Date(at).toLocaleTimeString('en-GB') : '');

/** Whom this page speaks for, as the script keeps it; nobody where it keeps nothing. */
const stored = (): string | undefined => {
  try {
    const { v } = JSON.parse(localStorage.overture);
    return typeof v == 'string' ? v : undefined;
  } catch {
    return;
  }
};

/** The one word of an entry, and whether somebody should look at it. */
const verdict = ({ name, left, event, answer, differences, errors }: Entry): [string, string] => {
  if (left !== undefined) return ['left out', left == 'unknown' ? 'quiet' : 'odd'];
  if (!event) return name ? ['taken note of', 'quiet'] : ['no event', 'quiet'];
  const outcome = answer === undefined ? 'waiting' : answered(answer);
  if (errors?.length || /refused/.test(outcome)) return [outcome, 'bad'];
  const changed = differences.some(({ what }) => !what.startsWith('added'));
  return changed ? [outcome + ', changed', 'odd'] : [outcome, 'good'];
};

const fill = (body: HTMLElement, entry: Entry) => {
  body.textContent = '';
  const { left, event, differences, errors, raw } = entry;
  if (left !== undefined) make(body, 'p', 'note', { textContent: leftOut(left) });
  const notes = make(body, 'ul', 'notes');
  for (const { where, what } of differences) make(notes, 'li', '', { textContent: `${where}: ${what}` });
  for (const { pointer, detail } of errors || []) make(notes, 'li', 'bad', { textContent: `${pointer} ${detail}` });
  const sides = make(body, 'div', 'sides');
  const side = (title: string, value: unknown) => {
    const column = make(sides, 'div', 'side');
    make(column, 'h3', '', { textContent: title });
    make(column, 'pre', '', { textContent: value === undefined ? '(nothing)' : written(value), tabIndex: 0 });
  };
  if (raw === undefined) make(body, 'p', 'note', { textContent: 'Measured by the script itself.' });
  else side('As pushed', raw);
  side('As understood', event && { name: event.name, params: event.params });
};

/** Draws the overlay in a shadow of its own; returns what brings it up to date with the record. */
export const overlay = ({ server, house }: Tag, record: Record): (() => void) => {
  if (!customElements.get(NAME)) customElements.define(NAME, class extends HTMLElement {});
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const element = document.createElement(NAME);
  const root = element.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet];
  const box = make(root, 'section', 'box', { lang: 'en', dir: 'ltr', ariaLabel: 'Overture, for whoever puts the tag in' });
  const bar = make(box, 'header', 'bar');
  const toggle = make(bar, 'button', 'toggle', { type: 'button' });
  const light = make(toggle, 'span', 'light');
  const title = make(toggle, 'span', 'title');
  const close = make(bar, 'button', 'close', { type: 'button', textContent: '×', ariaLabel: 'Close' });
  const body = make(box, 'div', 'body', { tabIndex: -1 });
  const warning = make(body, 'p', 'warning', { hidden: true });
  warning.setAttribute('role', 'status');
  const facts = make(body, 'dl', 'facts');
  const list = make(body, 'ol', 'list');

  let gone = false;
  let wide = innerWidth >= 700;
  const fold = () => {
    body.hidden = !wide;
    toggle.ariaExpanded = `${wide}`;
  };
  toggle.onclick = safe(() => {
    wide = !wide;
    fold();
  });
  close.onclick = safe(() => {
    gone = true;
    element.remove();
  });
  // Its keys are its own; Escape folds it.
  box.onkeydown = safe((event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key != 'Escape' || !wide) return;
    toggle.click();
    toggle.focus();
  }) as any;
  fold();

  const fact = (term: string) => {
    make(facts, 'dt', '', { textContent: term });
    return make(facts, 'dd', '');
  };
  const values = {
    site: fact('Site'),
    origin: fact('This page'),
    consent: fact('Consent'),
    socket: fact('Socket'),
    answer: fact('Last answer'),
    visitor: fact('Visitor'),
  };
  const more = make(facts, 'dd', 'links');
  const link = (textContent: string) => make(more, 'a', '', { textContent, target: '_blank', rel: 'noopener noreferrer' });
  const near = link('How near the triggers are');
  const came = link('What came in the last hour');
  make(more, 'span', 'note', { textContent: 'These need a role.' });

  let visitor: string | undefined;
  const identify = () => {
    const now = stored();
    if (now == visitor) return;
    visitor = now;
    values.visitor.textContent = now ? '…' : 'nothing is stored';
    near.hidden = true;
    if (now)
      handleOf(now).then((handle) => {
        if (visitor != now) return;
        values.visitor.textContent = handle || 'no handle: digests need https';
        near.hidden = !handle;
        near.href = `${house}/console/near.html?site=${encodeURIComponent(record.site || '')}&visitor=${handle}`;
      });
  };

  const rows = new Map<number, { item: HTMLElement; body: HTMLElement; name: HTMLElement; state: HTMLElement; seen: string }>();
  const row = (entry: Entry) => {
    let drawn = rows.get(entry.id);
    if (!drawn) {
      const item = document.createElement('li');
      const details = make(item, 'details', 'entry');
      const summary = make(details, 'summary', '');
      make(summary, 'time', '', { textContent: clock(entry.at) });
      drawn = { item, name: make(summary, 'b', ''), state: make(summary, 'span', ''), body: make(details, 'div', 'inside'), seen: '' };
      rows.set(entry.id, drawn);
      list.prepend(item);
    }
    const [words, tone] = verdict(entry);
    const seen = [words, tone, entry.event?.name, entry.differences.length].join();
    if (drawn.seen == seen) return;
    drawn.seen = seen;
    drawn.name.textContent = entry.event?.name || entry.name || '(no name)';
    drawn.state.textContent = words;
    drawn.state.className = tone;
    fill(drawn.body, entry);
  };

  document.body.appendChild(element);
  return () => {
    if (gone) return;
    if (!element.isConnected) document.body.appendChild(element);
    const { consent, socket, entries, answer, refused } = record;
    const granted = consent?.analytics_storage == 'granted';
    const events = entries.filter(({ event }) => event).length;
    light.className = 'light ' + (refused !== undefined ? 'bad' : granted && record.allowed ? 'good' : 'odd');
    title.textContent =
      refused !== undefined ? 'Overture: refused' : granted ? `Overture: ${events} event${events == 1 ? '' : 's'}` : 'Overture: no consent';
    warning.hidden = refused === undefined && !!record.site;
    if (!warning.hidden) warning.textContent = remedy(refused, record.site, server, location.origin);
    values.site.textContent = `${record.site || 'not named'} at ${server}`;
    values.origin.textContent = location.origin + (record.allowed ? ', taken' : refused !== undefined ? ', refused' : '');
    values.consent.textContent = consent
      ? `analytics ${consent.analytics_storage}, personalization ${consent.personalization_storage}, since ${clock(record.consentSince)}`
      : 'no signal yet, which is denied';
    values.socket.textContent = socket ? `${socketState(socket)}, since ${clock(record.socketSince)}` : 'none yet';
    values.answer.textContent = answer === undefined ? 'none yet' : `${answered(answer)} (${answer}) at ${clock(record.answeredAt)}`;
    came.href = `${house}/v1/sites/${encodeURIComponent(record.site || '')}/traffic`;
    identify();
    entries.forEach(row);
    const kept = new Set(entries.map(({ id }) => id));
    for (const [id, { item }] of rows)
      if (!kept.has(id)) {
        item.remove();
        rows.delete(id);
      }
  };
};
