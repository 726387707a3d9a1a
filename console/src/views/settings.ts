import { css, html, nothing } from 'lit';
import { askToNotify, mayNotify } from '../notify';
import type { Preferences } from '../preferences';
import { LANGUAGES, type Language } from '../words/words';
import { type } from './type';
import { View } from './view';

const THEMES: Preferences['theme'][] = ['auto', 'light', 'dark'];

/** How the screen is to be. Tells by `help` that the keys are asked for. */
export class Settings extends View {
  static override styles = [
    type,
    css`
      fieldset {
        display: flex;
        flex-wrap: wrap;
        gap: 0 24px;
        padding: 14px 0;
        border-top: 1px solid var(--hair);
      }
      fieldset label,
      .switch {
        display: flex;
        gap: 10px;
        align-items: start;
        padding: 6px 0;
        cursor: pointer;
      }
      .switches {
        padding: 10px 0;
        border-block: 1px solid var(--hair);
      }
      .foot {
        display: flex;
        gap: 24px;
        align-items: baseline;
        margin-top: 22px;
      }
      .foot :last-child {
        margin-inline-start: auto;
      }
    `,
  ];

  show(): void {
    this.find<HTMLDialogElement>('dialog')!.showModal();
  }

  override render() {
    const { house } = this;
    const { words, preferences } = house;
    const close = () => this.find<HTMLDialogElement>('dialog')!.close();
    return html`<dialog aria-labelledby="settings">
      <h2 id="settings">${words.settings.label}</h2>
      <fieldset>
        <legend class="unseen">${words.settings.language}</legend>
        ${(Object.keys(LANGUAGES) as Language[]).map(
          (each) =>
            html`<label lang=${each}
              ><input
                type="radio"
                name="language"
                .checked=${preferences.language == each}
                @change=${() => house.prefer({ language: each })}
              />${LANGUAGES[each].language}</label
            >`,
        )}
      </fieldset>
      <fieldset>
        <legend class="unseen">${words.settings.theme}</legend>
        ${THEMES.map(
          (each) =>
            html`<label
              ><input
                type="radio"
                name="theme"
                .checked=${preferences.theme == each}
                @change=${() => house.prefer({ theme: each })}
              />${words.settings[each]}</label
            >`,
        )}
      </fieldset>
      <div class="switches">
        <label class="switch"
          ><input type="checkbox" .checked=${preferences.notify && mayNotify()} @change=${this.notify} />${words.settings.notify}</label
        >
        ${preferences.notify && !mayNotify() ? html`<p class="meta" role="status">${words.settings.notifyDenied}</p>` : nothing}
        <label class="switch"
          ><input
            type="checkbox"
            .checked=${preferences.keys}
            @change=${() => house.prefer({ keys: !preferences.keys })}
          />${words.settings.keys}</label
        >
      </div>
      <div class="foot">
        <button @click=${close}>${words.settings.close}</button>
        <button
          class="plain"
          @click=${() => {
            close();
            this.dispatchEvent(new CustomEvent('help', { bubbles: true, composed: true }));
          }}
        >
          ${words.settings.help}
        </button>
        ${
          house.isSignedIn
            ? html`<button class="plain" @click=${() => void house.signOut()}>${words.signIn.out}</button>`
            : html`<span></span>`
        }
      </div>
    </dialog>`;
  }

  private readonly notify = async () => {
    const wanted = !this.house.preferences.notify || !mayNotify();
    if (wanted) await askToNotify();
    this.house.prefer({ notify: wanted });
  };
}
