import { css, html, nothing } from 'lit';
import type { Talk } from '../state/state';
import type { Colleague, Desk } from '../wire';
import { type } from './type';
import { View } from './view';

const RANK = { available: 0, busy: 1, away: 2 };

/** To a colleague, to a desk, or to whoever fits best; with a word, so that the client repeats nothing. */
export class Transfer extends View {
  static override properties = { ...View.properties, talk: { attribute: false } };
  static override styles = [
    type,
    css`
      fieldset {
        margin: 20px 0 22px;
      }
      legend {
        padding-bottom: 6px;
      }
      .choices {
        max-height: 38vh;
        overflow: auto;
        border-top: 1px solid var(--hair);
      }
      label.choice {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0 12px;
        align-items: start;
        padding: 9px 4px;
        border-bottom: 1px solid var(--hair);
        cursor: pointer;
      }
      label.choice:hover {
        background: var(--stone);
      }
      .choice .meta {
        grid-column: 2;
      }
      .here {
        color: var(--fir);
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 12px;
        margin-top: 24px;
      }
      textarea {
        resize: none;
        field-sizing: content;
        max-height: 24vh;
      }
    `,
  ];
  declare talk: Talk;

  show(): void {
    this.find<HTMLFormElement>('form')!.reset();
    this.find<HTMLDialogElement>('dialog')!.showModal();
  }

  override render() {
    const { words, state } = this.house;
    const colleagues = [...state.colleagues].sort((a, b) => RANK[a.presence] - RANK[b.presence] || a.name.localeCompare(b.name));
    return html`<dialog aria-labelledby="title">
      <form method="dialog" @submit=${this.go}>
        <h2 id="title">${words.transfer.title}</h2>
        <p class="soft">${words.transfer.lead}</p>
        <fieldset>
          <legend class="label">${words.transfer.whom}</legend>
          <div class="choices">
            <label class="choice"
              ><input type="radio" name="to" value="" checked /><span>${words.transfer.fitting}</span></label
            >
            ${colleagues.map((each) => this.colleague(each))} ${state.desks.map((each) => this.desk(each))}
          </div>
        </fieldset>
        <label>
          <span class="label">${words.transfer.note}</span>
          <textarea name="note" rows="1" maxlength="500"></textarea>
        </label>
        <div class="acts">
          <button class="ink">${words.transfer.go}</button>
          <button type="button" @click=${() => this.find<HTMLDialogElement>('dialog')!.close()}>${words.transfer.cancel}</button>
        </div>
      </form>
    </dialog>`;
  }

  private colleague({ id, name, presence, languages, free }: Colleague) {
    const { words, format } = this.house;
    return html`<label class="choice">
      <input type="radio" name="to" value="advisor:${id}" />
      <span>${name}</span>
      <span class="meta">
        <span class=${presence == 'available' ? 'here' : ''}>${words.presence[presence]}</span>${
          free === undefined || presence == 'away' ? nothing : html`<span>${words.transfer.free(free)}</span>`
        }${languages?.length ? html`<span>${languages.map((each) => format.languageName(each)).join(', ')}</span>` : nothing}
      </span>
    </label>`;
  }

  private desk({ id, open, opensAt }: Desk) {
    const { words, format } = this.house;
    const hours = open ? words.deskIsOpen : opensAt ? words.deskOpens(format.when(opensAt, this.house.now())) : words.deskIsClosed;
    return html`<label class="choice">
      <input type="radio" name="to" value="desk:${id}" />
      <span>${words.desk} ${id}</span>
      <span class="meta">${hours}</span>
    </label>`;
  }

  private readonly go = ({ target }: SubmitEvent) => {
    const answers = new FormData(target as HTMLFormElement);
    const [, kind, id] = /^(advisor|desk):(.*)$/s.exec(String(answers.get('to'))) ?? [];
    const to = kind == 'advisor' ? { advisor: id! } : kind == 'desk' ? { desk: id! } : undefined;
    this.house.act({ type: 'transfer', conversation: this.talk.id, to, note: String(answers.get('note')) });
  };
}
