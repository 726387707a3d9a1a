import type { Consent } from './wire';

const UPDATE = 3;

/**
 * Consent Mode v2 signals, absent meaning denied. An update outweighs any default whatever their order; a default for
 * some regions counts only when it denies, since where she is, is not ours to find out.
 */
export const createConsent = () => {
  const signals: Record<string, { granted: boolean; rank: number }> = {};
  const granted = (name: string) => signals[name] && signals[name].granted;
  const personal = () => granted('personalization_storage') && !(navigator as any).globalPrivacyControl;
  return {
    _signal(kind: string, values: Record<string, unknown>) {
      for (const name in values) {
        const yes = values[name] == 'granted';
        if (!yes && values[name] != 'denied') continue;
        if (values.region && yes) continue;
        const rank = kind == 'update' ? UPDATE : values.region ? 2 : 1;
        const known = signals[name];
        if (!known || rank >= known.rank) signals[name] = { granted: yes, rank };
      }
    },
    _analytics: () => granted('analytics_storage'),
    _personal: personal,
    _said: (): Consent => ({
      analytics_storage: granted('analytics_storage') ? 'granted' : 'denied',
      personalization_storage: personal() ? 'granted' : 'denied',
    }),
  };
};
