import { now, safe } from './guard';
import { json } from './json';
import { watch } from './watch';
import type { Consent } from './wire';

type Signals = Record<string, unknown>;

const updates: Signals = {};
const defaults: Signals = {};
let at = 0;

/** Absent is denied. So are defaults that differ by region: where she is, is not ours to find out. */
const state = (name: string, barred?: boolean) =>
  !barred && (updates[name] || (!defaults.region && defaults[name])) === 'granted' ? 'granted' : 'denied';

/** What she allows, and since when by this browser's clock. */
export const consent = (): Consent => ({
  analytics_storage: state('analytics_storage'),
  personalization_storage: state('personalization_storage', (navigator as any).globalPrivacyControl),
  at,
});

/** Takes a Consent Mode v2 signal: a `default`, or an `update`, which outweighs it whatever their order. */
export const signal = (kind: string, values: object): void => {
  const word = () => state('analytics_storage') + state('personalization_storage');
  const before = word();
  Object.assign(kind == 'update' ? updates : defaults, values);
  // Said again, it is as old as it was.
  if (!at || before != word()) at = now();
  watch('consent', consent());
};

let listening: object | undefined;
const last: Record<string, string> = {};

/** Reads what tag templates told Google's own consent state, which no data layer sees, and listens to it from then on. */
export const overhear = (consented: (kind: string, values: Signals) => void): void => {
  const ics = (window as any).google_tag_data?.ics;
  for (const kind of ['default', 'update']) {
    const values: Signals = {};
    for (const name of ['analytics_storage', 'personalization_storage']) {
      const granted = ics?.entries?.[name]?.[kind];
      const word = granted ? 'granted' : 'denied';
      if (granted != null && last[kind + name] != word) values[name] = last[kind + name] = word;
    }
    if (json(values) != '{}') consented(kind, values);
  }
  if (ics && listening != ics) {
    listening = ics;
    ics.addListener?.(
      ['analytics_storage', 'personalization_storage'],
      safe(() => overhear(consented)),
    );
  }
};
