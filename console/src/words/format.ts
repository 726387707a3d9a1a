/** Numbers, times and names of languages, as one language writes them. */
export class Format {
  private readonly relative: Intl.RelativeTimeFormat;
  private readonly names: Intl.DisplayNames;

  constructor(readonly language: string) {
    this.relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
    this.names = new Intl.DisplayNames(language, { type: 'language', fallback: 'code' });
  }

  number(n: number): string {
    return new Intl.NumberFormat(this.language, { maximumFractionDigits: 0 }).format(n);
  }

  money(amount: number, currency: string): string {
    try {
      return new Intl.NumberFormat(this.language, { style: 'currency', currency, maximumFractionDigits: 0 }).format(amount);
    } catch {
      return `${this.number(amount)} ${currency}`;
    }
  }

  /** 3 min, 2 h, 4 d: of something that lasts. */
  lasting(ms: number): string {
    const minutes = Math.max(0, Math.floor(ms / 60_000));
    const [value, unit] =
      ms < 60_000
        ? [Math.max(0, Math.floor(ms / 1000)), 'second']
        : minutes < 60
          ? [minutes, 'minute']
          : minutes < 1440
            ? [Math.floor(minutes / 60), 'hour']
            : [Math.floor(minutes / 1440), 'day'];
    // Without the region: a British reader is spared “22 secs”.
    return new Intl.NumberFormat(this.language.slice(0, 2), { style: 'unit', unit, unitDisplay: 'short' }).format(value);
  }

  /** So many seconds, rounded up, for what is counted down. */
  seconds(ms: number): string {
    const seconds = Math.max(1, Math.ceil(ms / 1000));
    return new Intl.NumberFormat(this.language, { style: 'unit', unit: 'second', unitDisplay: 'long' }).format(seconds);
  }

  time(at: number, timeZone?: string): string {
    return this.dateTime(at, { hour: '2-digit', minute: '2-digit', timeZone });
  }

  /** To the second. */
  clock(at: number): string {
    return this.dateTime(at, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  }

  date(at: number): string {
    return this.dateTime(at, { day: 'numeric', month: 'long', year: 'numeric' });
  }

  /** 14:05 today, else with the day. */
  when(at: number, now: number): string {
    const days = Math.round((this.midnight(at) - this.midnight(now)) / 86_400_000);
    if (days == 0) return this.time(at);
    if (Math.abs(days) < 7) return `${this.relative.format(days, 'day')}, ${this.time(at)}`;
    return this.dateTime(at, { day: 'numeric', month: 'long' });
  }

  /** Where she lives is of no use here, except where it decides how the language is written. */
  languageName(tag: string): string {
    try {
      const { language, script } = new Intl.Locale(tag);
      const written = ['zh', 'pt', 'sr'].includes(language) ? tag : script ? `${language}-${script}` : language;
      return this.names.of(written) ?? tag;
    } catch {
      return tag;
    }
  }

  countryName(code: string): string {
    try {
      return new Intl.DisplayNames(this.language, { type: 'region' }).of(code) ?? code;
    } catch {
      return code;
    }
  }

  private midnight(at: number): number {
    return new Date(at).setHours(0, 0, 0, 0);
  }

  private dateTime(at: number, options: Intl.DateTimeFormatOptions): string {
    try {
      return new Intl.DateTimeFormat(this.language, options).format(at);
    } catch {
      return new Intl.DateTimeFormat(this.language, { ...options, timeZone: undefined }).format(at);
    }
  }
}
