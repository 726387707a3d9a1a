import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { unanswered } from '../state/look';
import type { Talk } from '../state/state';
import type { Message } from '../wire';
import { type } from './type';
import { View } from './view';
import { by, whoIn } from './who';

/** Nearer to the end than this, a reader wants to see what comes. */
const NEAR = 120;

/** What was said, like a correspondence: her words on the left, the advisor's on the right, notes in another voice. */
export class Log extends View {
  static override properties = { ...View.properties, talk: { attribute: false } };
  static override styles = [
    type,
    css`
      .scroll {
        height: 100%;
        padding: 20px var(--inset);
        overflow: auto;
        overscroll-behavior: contain;
      }
      .scroll:focus-visible {
        outline-offset: -2px;
      }
      ol {
        display: flex;
        flex-direction: column;
        gap: 4px;
        min-height: 100%;
        justify-content: flex-end;
      }
      li {
        max-width: min(34em, 84%);
        overflow-wrap: anywhere;
        text-wrap: pretty;
      }
      .words {
        white-space: pre-wrap;
      }
      .visitor {
        align-self: start;
      }
      .advisor {
        align-self: end;
        padding: 8px 14px;
        background: var(--stone);
      }
      .turn {
        margin-top: 14px;
      }
      .note {
        align-self: stretch;
        max-width: none;
        margin: 12px 0 8px;
        padding: 8px 0 9px;
        border-block: 1px solid var(--hair);
        color: var(--brass);
        font-style: italic;
      }
      .meta {
        display: block;
        font-style: normal;
      }
      .after {
        align-self: end;
        margin-top: -1px;
      }
      .pending {
        color: var(--soft);
      }
      .typing {
        color: var(--soft);
        font-style: italic;
      }
    `,
  ];
  declare talk: Talk;
  private follows = true;

  override render() {
    const { house, talk } = this;
    const { words, state } = house;
    const who = whoIn(house, talk);
    const unsent = unanswered(state, talk.id, 'say');
    const notes = unanswered(state, talk.id, 'note');
    const typing = talk.typingUntil > Date.now();
    return html`<div class="scroll" role="log" aria-label=${words.talk.log(who)} tabindex="0" @scroll=${this.scrolled}>
      <ol>
        ${talk.messages.length || unsent.length || notes.length ? nothing : html`<li class="soft">${words.talk.nothing}</li>`}
        ${repeat(
          talk.messages,
          ({ id, offset }) => id || offset,
          (message, n) => this.message(message, talk.messages[n - 1]),
        )}
        ${this.seen(talk)}
        ${repeat(
          [...unsent, ...notes],
          ({ ref }) => ref,
          ({ request }) =>
            html`<li class=${request.type == 'say' ? 'advisor pending turn' : 'note pending'}>
              <span class="words">${request.text}</span><span class="meta">${state.link.state == 'open' ? words.talk.sending : words.talk.unsent}</span>
            </li>`,
        )}
        ${typing ? html`<li class="typing turn">${words.talk.typing(who)}</li>` : nothing}
      </ol>
    </div>`;
  }

  /** Seen for the first time, or grown: a page hidden until now had no end to go to. */
  private readonly sized = new ResizeObserver(() => this.toTheEnd());

  protected override firstUpdated(): void {
    this.sized.observe(this.find<HTMLElement>('.scroll')!);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sized.disconnect();
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if ((changed.get('talk') as Talk | undefined)?.id != this.talk.id) this.follows = true;
  }

  protected override updated(): void {
    this.toTheEnd();
  }

  private toTheEnd(): void {
    const scroll = this.find<HTMLElement>('.scroll')!;
    if (this.follows) scroll.scrollTop = scroll.scrollHeight;
  }

  private message(message: Message, former: Message | undefined) {
    const { house, talk } = this;
    const { words, format } = house;
    const turns = message.from != former?.from || message.by != former?.by || message.at - former.at > 300_000;
    const who = message.from == 'visitor' ? whoIn(house, talk) : by(house, message.by) || words.you;
    const time = format.when(message.at, house.now());
    if (message.from == 'note')
      return html`<li class="note">
        <span class="meta"
          ><span>${who == words.you ? words.talk.ownNote : words.talk.noteBy(who)}</span><span>${time}</span></span
        ><span class="words">${message.text}</span>
      </li>`;
    return html`<li class="${message.from} ${turns ? 'turn' : ''}">
      ${turns ? html`<span class="meta"><span>${who}</span><span>${time}</span></span>` : nothing}<span class="words" lang=${talk.language ?? nothing}>${message.text}</span>
    </li>`;
  }

  /** Under the last of our words, once she has seen them. */
  private seen({ messages, seen }: Talk) {
    const last = messages.findLast(({ from }) => from != 'note');
    return last?.from == 'advisor' && last.offset <= seen.visitor
      ? html`<li class="after"><span class="meta">${this.house.words.talk.seen}</span></li>`
      : nothing;
  }

  private readonly scrolled = ({ target }: Event) => {
    const { scrollHeight, scrollTop, clientHeight } = target as HTMLElement;
    this.follows = scrollHeight - scrollTop - clientHeight < NEAR;
  };
}
customElements.define('ov-log', Log);
