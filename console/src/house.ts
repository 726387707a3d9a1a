import { Link } from './link/link';
import { keepWriting, forgetWriting } from './keeping';
import { isKnown, type Access } from './sign-in/access';
import { keepPreferences, readPreferences, type Preferences } from './preferences';
import { newId, Store } from './state/store';
import type { Act } from './state/event';
import type { State } from './state/state';
import { Format } from './words/format';
import { LANGUAGES, regional, type Words } from './words/words';

/** An act before it has a name of its own. */
type Wish = Act extends infer Each ? (Each extends { ref: string } ? Omit<Each, 'ref'> : Each) : never;

/** What every part of the screen is given: what is known, how to say it, and what can be done. */
export class House {
  readonly store = new Store();
  private preferred = readPreferences(localStorage, navigator.languages);
  private formats = new Format(regional(this.preferred.language, navigator.languages));
  private readonly listeners = new Set<() => void>();
  private link?: Link;
  private access?: Access;
  private stopKeeping?: () => void;

  constructor() {
    this.store.listen(() => this.tell());
    addEventListener('online', () => this.link?.hurry());
    // What lasts is shown as it lasts; a countdown and somebody writing, by the second.
    let beat = 0;
    setInterval(() => {
      const { link, talks } = this.state;
      const hasty = link.state == 'lost' || Object.values(talks).some(({ typingUntil }) => typingUntil > Date.now() - 2_000);
      if (hasty || ++beat % 15 == 0) this.tell();
    }, 1_000);
    this.dress();
  }

  get state(): State {
    return this.store.state;
  }

  get words(): Words {
    return LANGUAGES[this.preferred.language];
  }

  get format(): Format {
    return this.formats;
  }

  get preferences(): Preferences {
    return this.preferred;
  }

  /** The desk's clock. */
  readonly now = (): number => Date.now() + this.state.ahead;

  prefer(change: Partial<Preferences>): void {
    this.preferred = { ...this.preferred, ...change };
    this.formats = new Format(regional(this.preferred.language, navigator.languages));
    keepPreferences(localStorage, this.preferred);
    this.dress();
    this.tell();
  }

  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  readonly act = (wish: Wish): void => this.store.dispatch({ ...wish, ref: newId() } as Act);

  readonly say = (conversation: string, text: string): void => this.act({ type: 'say', conversation, id: newId(), text });

  readonly typing = (conversation: string): void => this.link?.typing(conversation);

  get isSignedIn(): boolean {
    return this.access !== undefined;
  }

  enter(access: Access): void {
    this.leave();
    this.access = access;
    this.store.dispatch({ type: 'link', link: { state: 'opening' } });
    this.stopKeeping ??= keepWriting(this.store, sessionStorage);
    this.link = new Link(this.store, `${location.origin.replace('http', 'ws')}/v1/advisor`, {
      socket: (url, protocols) => new WebSocket(url, protocols),
      authorization: () => access.authorization(),
      isKnown,
      random: Math.random,
      now: Date.now,
    });
  }

  /** Takes everything of hers off this device. */
  async signOut(): Promise<void> {
    this.leave();
    forgetWriting(sessionStorage);
    await this.access?.signOut();
    location.replace('/console/');
  }

  private leave(): void {
    this.link?.stop();
    this.link = undefined;
  }

  private dress(): void {
    const { language, theme } = this.preferred;
    document.documentElement.lang = language;
    if (theme == 'auto') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }

  private tell(): void {
    for (const listener of [...this.listeners]) listener();
  }
}
