import { css, html } from 'lit';
import { type } from './type';
import { View } from './view';

/** The list of keys. */
export class Keys extends View {
  static override styles = [
    type,
    css`
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 7px 24px;
        margin: 20px 0 26px;
        align-items: baseline;
      }
      kbd {
        font: 400 0.875rem/1.5 var(--plain);
        font-size-adjust: none;
      }
      dt {
        white-space: nowrap;
      }
    `,
  ];

  show(): void {
    this.find<HTMLDialogElement>('dialog')!.showModal();
  }

  override render() {
    const { keys, settings } = this.house.words;
    const rows: [string, string][] = [
      ['F6 · ⇧ F6', keys.panes],
      ['↑ ↓', keys.move],
      ['C', keys.claim],
      ['1 – 9', keys.number],
      ['L', keys.line],
      ['N', keys.note],
      ['T', keys.transfer],
      ['E', keys.end],
      ['D', keys.dossier],
      ['Enter', keys.send],
      ['⇧ Enter', keys.newline],
      ['Esc', keys.leave],
      ['?', keys.help],
    ];
    return html`<dialog aria-labelledby="keys">
      <h2 id="keys">${keys.title}</h2>
      <p class="soft">${keys.lead}</p>
      <dl>${rows.map(([key, what]) => html`<dt><kbd>${key}</kbd></dt><dd>${what}</dd>`)}</dl>
      <button @click=${() => this.find<HTMLDialogElement>('dialog')!.close()}>${settings.close}</button>
    </dialog>`;
  }
}
