import { css, html } from 'lit';
import type { Talk } from '../state/state';
import { type } from './type';
import { View } from './view';

/** Asks before it ends; after a complaint she is not asked how it went. */
export class Ending extends View {
  static override properties = { ...View.properties, talk: { attribute: false } };
  static override styles = [
    type,
    css`
      label {
        display: flex;
        gap: 12px;
        align-items: start;
        margin: 22px 0 26px;
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 12px;
      }
    `,
  ];
  declare talk: Talk;

  show(): void {
    this.find<HTMLInputElement>('input')!.checked = false;
    this.find<HTMLDialogElement>('dialog')!.showModal();
  }

  override render() {
    const words = this.house.words.ending;
    return html`<dialog aria-labelledby="title">
      <form method="dialog" @submit=${this.end}>
        <h2 id="title">${words.title}</h2>
        <p class="soft">${words.lead}</p>
        <label><input type="checkbox" /> <span>${words.complaint}</span></label>
        <div class="acts">
          <button class="ink">${words.go}</button>
          <button type="button" @click=${() => this.find<HTMLDialogElement>('dialog')!.close()}>${words.cancel}</button>
        </div>
      </form>
    </dialog>`;
  }

  private readonly end = () => {
    const complaint = this.find<HTMLInputElement>('input')!.checked;
    this.house.act({ type: 'end', conversation: this.talk.id, complaint });
  };
}
