import { html, nothing } from 'lit';
import { focused, isWriting, wanted } from '../keyboard';
import { mayNotify, notify } from '../notify';
import type { Access, Config } from '../sign-in/access';
import type { Issuer } from '../sign-in/issuer';
import { conversations, openTalk, ringing, unanswered, unseen } from '../state/look';
import { news } from '../state/news';
import type { State } from '../state/state';
import type { Boutique } from './boutique';
import type { Conversations } from './conversations';
import type { Keys } from './keys';
import type { TalkView } from './talk';
import { columns } from './console.style';
import { type } from './type';
import { View } from './view';
import { whoByTier, whoIn } from './who';

type Pane = 'boutique' | 'talks' | 'dossier';
const PANES: Pane[] = ['boutique', 'talks', 'dossier'];
/** As long as a line that tells of something once stays. */
const NOTICE = 9_000;

/**
 * The whole screen: the boutique, the conversations and the dossier side by side. On a tablet upright the boutique stays
 * and the other two take turns; on a phone all three do.
 */
export class Console extends View {
  static override properties = {
    ...View.properties,
    config: { attribute: false },
    issuer: { attribute: false },
    pane: { state: true },
    said: { state: true },
  };
  static override styles = [type, columns];
  declare config: Config | undefined;
  declare issuer: Issuer | undefined;
  declare pane: Pane;
  /** What a reader of the screen is told. */
  declare said: string;
  private readonly known = new Set<string>();
  private readonly phone = matchMedia('(max-width: 640px)');
  private forget?: () => void;

  constructor() {
    super();
    this.pane = 'boutique';
    this.said = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.forget = this.house.store.listen((now, before) => this.follow(now, before));
    addEventListener('keydown', this.key);
    addEventListener('focus', this.see);
    this.phone.addEventListener('change', this.resized);
    document.addEventListener('visibilitychange', this.see);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.forget?.();
    removeEventListener('keydown', this.key);
    removeEventListener('focus', this.see);
    this.phone.removeEventListener('change', this.resized);
    document.removeEventListener('visibilitychange', this.see);
  }

  override render() {
    const { house } = this;
    const { words, state } = house;
    const talk = openTalk(state);
    const outside = !house.isSignedIn || state.link.state == 'refused';
    const body = outside
      ? html`<ov-door
          .house=${house}
          .config=${this.config}
          .issuer=${this.issuer}
          @enter=${({ detail }: CustomEvent<Access>) => house.enter(detail)}
        ></ov-door>`
      : html`
          <main data-pane=${this.pane}>
            <div class="pane boutique" tabindex="-1" role="region" aria-label=${words.boutique.label}>
              <ov-boutique .house=${house}></ov-boutique>
              <ov-list .house=${house}></ov-list>
            </div>
            <div class="pane talks" tabindex="-1" role="region" aria-label=${words.talks.label}>
              <ov-conversations class=${Object.keys(state.talks).length ? '' : 'empty'} .house=${house}></ov-conversations>
              ${talk ? html`<ov-talk .house=${house} .talk=${talk}></ov-talk>` : this.none()}
            </div>
            <div class="pane dossier" tabindex="0" role="region" aria-label=${words.dossier.label}>
              <ov-dossier .house=${house} .talk=${talk}></ov-dossier>
            </div>
          </main>
          ${this.tabs()}
        `;
    return html`
      ${outside ? nothing : html`<nav aria-label=${words.skip}><a class="skip" href="#" @click=${this.skip}>${words.skip}</a></nav>`}
      <ov-header .house=${house} @help=${() => this.find<Keys>('ov-keys')!.show()}></ov-header>
      <aside class="lines" aria-label=${words.connection.label}>${outside ? nothing : this.connection()} ${this.notice()}</aside>
      ${body}
      <div class="unseen" role="status" aria-live="polite">${this.said}</div>
      <ov-keys .house=${house}></ov-keys>
    `;
  }

  private none() {
    const { words, state } = this.house;
    return html`<div class="none">
      <div>
        <h2 class="title">${words.talks.none}</h2>
        <p>${state.me && state.presence == 'away' ? words.talks.awayLead : words.talks.noneLead}</p>
      </div>
    </div>`;
  }

  private connection() {
    const { words, format, state } = this.house;
    const { link } = state;
    const unsent = state.pending.filter(({ request }) => request.type != 'seen').length;
    if (link.state == 'open' || (link.state == 'opening' && !state.me)) return nothing;
    const left = link.state == 'lost' ? link.retryAt - Date.now() : 0;
    return html`<p class="lost">
      <b>${left > 0 ? words.connection.lost(format.seconds(left)) : words.connection.reopening}</b> ${words.connection.works}
      ${unsent ? words.connection.unsent(unsent) : nothing}
    </p>`;
  }

  private notice() {
    const { words, state } = this.house;
    const { notice } = state;
    if (!notice) return nothing;
    return html`<p role="status">${notice.key == 'claimed' ? words.notice.claimed(notice.name ?? '') : words.notice[notice.key]}</p>`;
  }

  private tabs() {
    const { words, state } = this.house;
    const fresh = Object.values(state.talks).reduce((sum, talk) => sum + unseen(talk), 0);
    const shown = this.pane == 'boutique' && !this.phone.matches ? 'talks' : this.pane;
    const news: Record<Pane, number> = { boutique: Object.keys(state.rings).length, talks: fresh, dossier: 0 };
    return html`<nav class="tabs" aria-label=${words.panes.label}>
      ${PANES.map(
        (pane) =>
          html`<button class="for-${pane}" aria-pressed=${shown == pane} @click=${() => (this.pane = pane)}>
            ${words.panes[pane]}${news[pane] ? html` <i>${news[pane]}</i>` : nothing}
          </button>`,
      )}
    </nav>`;
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('pane')) this.see();
    const { words, state } = this.house;
    document.title = words.title(Object.keys(state.rings).length);
  }

  /** Tells what is new, sees what is on screen, and lets a line go when it has been read. */
  private follow(now: State, before: State): void {
    const { house } = this;
    const { words } = house;
    for (const each of news(before, now, this.known)) {
      if (each.kind == 'ring') {
        const what = [each.ring.name ?? each.ring.item, each.ring.reason || words.boutique.asked].filter(Boolean).join(', ');
        this.said = words.heard.ring(whoByTier(house, each.ring.tier), what);
        if (house.preferences.notify && mayNotify() && !document.hasFocus()) notify(each.ring.conversation, words.heard.notification, what);
      } else if (each.talk.id != now.open) {
        this.said = words.heard.word(whoIn(house, each.talk), each.message.text);
      }
    }
    if (now.link.state != before.link.state) {
      // Said once; the line on screen counts the seconds.
      if (now.link.state == 'lost' && before.link.state == 'open') this.said = `${words.connection.gone} ${words.connection.works}`;
      if (now.link.state == 'open' && before.me) this.said = words.connection.back;
    }
    // Whom she just claimed waits for a first word.
    if (now.open && now.open != before.open && wasClaimed(before, now.open)) {
      this.pane = 'talks';
      void this.updateComplete.then(() => this.find<TalkView>('ov-talk')?.focusLine());
    }
    if (now.notice && now.notice != before.notice) {
      const { id } = now.notice;
      setTimeout(() => house.state.notice?.id == id && house.act({ type: 'understood' }), NOTICE);
    }
    if (now.talks != before.talks || now.open != before.open) queueMicrotask(this.see);
  }

  private readonly resized = () => this.requestUpdate();

  private readonly see = () => {
    const talk = openTalk(this.house.state);
    if (talk && unseen(talk) && document.hasFocus() && !document.hidden && this.find('ov-talk')?.checkVisibility())
      this.house.act({ type: 'see', conversation: talk.id });
  };

  private readonly skip = (event: Event) => {
    event.preventDefault();
    if (!this.find<TalkView>('ov-talk')?.focusLine()) this.find<HTMLElement>('.talks')!.focus();
  };

  private readonly key = (event: KeyboardEvent) => {
    const { house } = this;
    const at = focused();
    if (event.defaultPrevented || !house.isSignedIn || at?.closest('dialog')) return;
    const wish = wanted(event, isWriting(at), house.preferences.keys);
    if (!wish) return;
    const talk = this.find<TalkView>('ov-talk');
    event.preventDefault();
    switch (wish.what) {
      case 'claim': {
        const ring = ringing(house.state)[0];
        if (ring) house.act({ type: 'claim', conversation: ring.conversation });
        break;
      }
      case 'line':
      case 'note':
        this.pane = 'talks';
        talk?.focusLine(wish.what == 'note');
        break;
      case 'transfer':
        talk?.openTransfer();
        break;
      case 'end':
        talk?.openEnding();
        break;
      case 'dossier':
        this.show('dossier');
        break;
      case 'help':
        this.find<Keys>('ov-keys')!.show();
        break;
      case 'number': {
        const chosen = conversations(house.state)[wish.n - 1];
        if (chosen) house.act({ type: 'open', conversation: chosen.id });
        break;
      }
      case 'pane':
        this.step(wish.step);
        break;
      case 'leave':
        if (!this.find<Conversations>('ov-conversations')?.focusList()) (at as HTMLElement).blur();
        break;
    }
  };

  private step(by: 1 | -1): void {
    const at = PANES.findIndex((pane) => this.find(`.${pane}`)?.matches(':focus-within'));
    const next = at < 0 ? (by > 0 ? 0 : PANES.length - 1) : (at + by + PANES.length) % PANES.length;
    this.show(PANES[next]!);
  }

  private show(pane: Pane): void {
    this.pane = pane;
    void this.updateComplete.then(() => {
      const inside =
        pane == 'boutique'
          ? this.find<Boutique>('ov-boutique')?.focusList()
          : pane == 'talks' && (this.find<TalkView>('ov-talk')?.focusLine() || this.find<Conversations>('ov-conversations')?.focusList());
      if (!inside) this.find<HTMLElement>(`.${pane}`)?.focus();
    });
  }
}

const wasClaimed = (before: State, conversation: string) =>
  before.granted == conversation || unanswered(before, conversation, 'claim').length > 0;
