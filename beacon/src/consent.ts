import type { Consent } from './wire';

const updates: Record<string, unknown> = {};
const defaults: Record<string, unknown> = {};

/** Takes a Consent Mode v2 signal: a `default`, or an `update`, which outweighs it whatever their order. */
export const signal = (kind: string, values: object): void => {
  Object.assign(kind == 'update' ? updates : defaults, values);
};

/** Absent is denied. So are defaults that differ by region: where she is, is not ours to find out. */
const state = (name: string, barred?: boolean) =>
  !barred && (updates[name] || (!defaults.region && defaults[name])) == 'granted' ? 'granted' : 'denied';

export const consent = (): Consent => ({
  analytics_storage: state('analytics_storage'),
  personalization_storage: state('personalization_storage', (navigator as any).globalPrivacyControl),
});
