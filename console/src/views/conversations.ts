import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { conversations, unseen } from '../state/look';
import type { Talk } from '../state/state';
import { Roving } from './roving';
import { type } from './type';
import { View } from './view';
import { whoIn } from './who';

/** The conversations of this advisor; the open one is marked. */
export class Conversations extends View {
  static override styles = [
    type,
    css`
      h2 {
        padding: 0 var(--inset) 8px;
      }
      li {
        display: flex;
        align-items: stretch;
        border-top: 1px solid var(--hair);
      }
      .talk {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0 16px;
        align-items: baseline;
        flex: 1;
        min-width: 0;
        padding: 9px var(--inset) 9px calc(var(--inset) - 2px);
        border: 0;
        border-inline-start: 2px solid transparent;
        text-align: start;
      }
      .talk:hover {
        background: var(--stone);
      }
      [aria-current='true'] {
        border-inline-start-color: var(--fir);
        background: var(--stone);
      }
      .talk:focus-visible {
        outline-offset: -2px;
      }
      .talk .meta {
        text-align: end;
      }
      .name {
        overflow: hidden;
        font-size: 1.125rem;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .last {
        overflow: hidden;
        font: 400 1rem/1.4 var(--prose);
        font-size-adjust: 0.435;
        letter-spacing: 0;
        text-overflow: ellipsis;
        white-space: nowrap;
        color: var(--soft);
      }
      .new,
      .news {
        color: var(--brass);
      }
      .last.new {
        color: var(--ink);
      }
      .over {
        color: var(--soft);
      }
      .away {
        margin-inline: 4px var(--inset);
        align-self: center;
      }
    `,
  ];

  private readonly roving = new Roving(this);

  focusList(): boolean {
    return this.roving.focus();
  }

  override render() {
    const talks = conversations(this.house.state);
    if (!talks.length) return nothing;
    return html`<nav aria-labelledby="talks">
      <h2 id="talks">${this.house.words.talks.label}</h2>
      <ul>
        ${repeat(
          talks,
          ({ id }) => id,
          (talk) => this.talk(talk),
        )}
      </ul>
    </nav>`;
  }

  private talk(talk: Talk) {
    const { house } = this;
    const { words, format, state } = house;
    const last = talk.messages.findLast(({ from }) => from != 'note');
    const fresh = unseen(talk);
    const over = talk.state == 'ended' || talk.state == 'passed';
    return html`<li>
      <button
        class="talk ${over ? 'over' : ''}"
        data-rove
        aria-current=${talk.id == state.open ? 'true' : 'false'}
        @click=${() => house.act({ type: 'open', conversation: talk.id })}
      >
        <span class="name">${whoIn(house, talk)}</span>
        <span class="meta">${last ? format.when(last.at, house.now()) : nothing}</span>
        <span class="last ${fresh ? 'new' : ''}">${last?.text ?? talk.about?.reason ?? ''}</span>
        <span class="meta ${fresh ? 'news' : ''}">${fresh ? words.talks.unseen(fresh) : this.standing(talk)}</span>
      </button>
      ${
        over
          ? html`<button class="plain away meta" @click=${() => house.act({ type: 'put_away', conversation: talk.id })}>
            ${words.talks.putAway}
          </button>`
          : nothing
      }
    </li>`;
  }

  private standing(talk: Talk) {
    const { words } = this.house;
    switch (talk.state) {
      case 'joined':
        return nothing;
      case 'handed':
        return talk.handedTo ? words.talks.handed(words.talk.channel[talk.handedTo] ?? talk.handedTo) : words.talks.elsewhere;
      case 'ended':
        return words.talks.ended;
      case 'passed':
        return words.talks.passed;
    }
  }
}
