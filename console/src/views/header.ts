import { css, html, nothing } from 'lit';
import type { Presence } from '../wire';
import type { Settings } from './settings';
import { type } from './type';
import { View } from './view';

const PRESENCES: Presence[] = ['available', 'busy', 'away'];

/** Whose screen this is, and whether she is there. */
export class Header extends View {
  static override styles = [
    type,
    css`
      header {
        display: flex;
        gap: 4px 28px;
        align-items: center;
        min-height: 60px;
        padding: 8px var(--inset);
        border-bottom: 1px solid var(--hair);
      }
      .mark {
        font: 400 1.375rem/1 var(--display);
        font-size-adjust: none;
        letter-spacing: 0.01em;
      }
      .who > span {
        display: inline;
      }
      .who {
        flex: 1 1 0;
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      fieldset {
        display: flex;
      }
      .settings {
        margin-inline-start: auto;
      }
      .who ~ .settings {
        margin-inline-start: 0;
      }
      .presence label {
        position: relative;
        cursor: pointer;
      }
      .presence input {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        margin: 0;
        opacity: 0;
        cursor: pointer;
      }
      .presence span {
        display: block;
        padding: 10px 12px 8px;
        border-bottom: 2px solid transparent;
        color: var(--soft);
        font: 400 0.8125rem/1.4 var(--plain);
        font-size-adjust: none;
      }
      .presence label:hover span {
        color: var(--ink);
      }
      .presence input:checked + span {
        border-bottom-color: var(--fir);
        color: var(--ink);
      }
      .presence input:focus-visible + span {
        outline: 2px solid var(--fir);
        outline-offset: -2px;
      }
      @media (max-width: 640px) {
        .who {
          display: none;
        }
        header {
          flex-wrap: wrap;
          gap: 0 16px;
        }
        .presence {
          order: 3;
          width: 100%;
          margin: 0 -12px;
        }
        .who ~ .settings {
          margin-inline-start: auto;
        }
      }
    `,
  ];

  override render() {
    const { words, state } = this.house;
    const { me } = state;
    return html`<header>
      <h1 class="mark">Overture</h1>
      ${
        me
          ? html`<p class="meta who"><span>${me.name}</span>${me.title ? html`<span>${me.title}</span>` : nothing}${this.desk()}</p>
            ${this.presence()}`
          : nothing
      }
      <button class="plain settings" aria-haspopup="dialog" @click=${() => this.find<Settings>('ov-settings')!.show()}>
        ${words.settings.label}
      </button>
      <ov-settings .house=${this.house}></ov-settings>
    </header>`;
  }

  private desk() {
    const { words, format, state } = this.house;
    const desk = state.desks.find(({ id }) => id == state.me?.desk);
    if (!desk) return html`<span>${state.me?.desk}</span>`;
    const hours = desk.open
      ? words.deskIsOpen
      : desk.opensAt
        ? words.deskOpens(format.when(desk.opensAt, this.house.now()))
        : words.deskIsClosed;
    return html`<span>${words.desk} ${desk.id}, ${hours}</span>`;
  }

  private presence() {
    const { house } = this;
    const { words, state } = house;
    return html`<fieldset class="presence">
      <legend class="unseen">${words.presence.label}</legend>
      ${PRESENCES.map(
        (each) =>
          html`<label
            ><input
              type="radio"
              name="presence"
              .checked=${state.presence == each}
              @change=${() => house.act({ type: 'present', state: each })}
            /><span>${words.presence[each]}</span></label
          >`,
      )}
    </fieldset>`;
  }
}
