import type { Access } from './access';

const KEPT = 'overture.password';

const basic = (name: string, password: string) => {
  const bytes = new TextEncoder().encode(`${name}:${password}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
};

/** The demo's names and passwords, which are no secret: kept for as long as the tab, so that a reload asks nothing. */
export class Password implements Access {
  private constructor(private readonly said: string) {}

  static of(name: string, password: string): Password {
    return new Password(basic(name, password));
  }

  static kept(storage: Storage): Password | undefined {
    const said = storage.getItem(KEPT);
    return said ? new Password(said) : undefined;
  }

  keep(storage: Storage): void {
    storage.setItem(KEPT, this.said);
  }

  async authorization(): Promise<string> {
    return this.said;
  }

  async signOut(): Promise<void> {
    sessionStorage.removeItem(KEPT);
  }
}
