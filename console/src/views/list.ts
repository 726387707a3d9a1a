import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { list } from '../state/look';
import type { Task } from '../wire';
import { Roving } from './roving';
import { type } from './type';
import { View } from './view';

/** What this advisor has taken on beside her conversations: a word after a purchase, a call back, somebody growing distant. */
export class List extends View {
  static override styles = [
    type,
    css`
      h2 {
        padding-bottom: 8px;
        border-bottom: 1px solid var(--hair);
      }
      li {
        padding: 14px 0 8px;
        border-bottom: 1px solid var(--hair);
      }
      .acts {
        display: flex;
        gap: 20px;
        margin-top: 2px;
      }
      .note {
        margin-top: 3px;
        color: var(--brass);
        font-style: italic;
        line-height: 1.4;
      }
    `,
  ];

  private readonly roving = new Roving(this);

  focusList(): boolean {
    return this.roving.focus();
  }

  override render() {
    const { words, state } = this.house;
    const tasks = list(state);
    return html`<section aria-labelledby="list">
      <h2 id="list">${words.list.label}</h2>
      ${
        tasks.length
          ? html`<ul>
            ${repeat(
              tasks,
              ({ id }) => id,
              (task) => this.task(task),
            )}
          </ul>`
          : html`<p class="quiet">${words.list.none}</p>`
      }
    </section>`;
  }

  private task(task: Task) {
    const { house } = this;
    const { words, format } = house;
    const settle = (state: 'done' | 'dismissed') => () => house.act({ type: 'settle', task: task.id, state });
    const due = task.due;
    const title = words.list.title[task.title] ?? task.title;
    return html`<li>
      <p class="name">${title}</p>
      <p class="meta">
        ${title == task.title ? html`<span>${words.list.kind[task.kind] ?? task.kind}</span>` : nothing}${
          task.item ? html`<span>${task.item}</span>` : nothing
        }<span>${due === undefined ? format.when(task.at, house.now()) : words.list.due(format.when(due, house.now()))}</span>
      </p>
      ${task.note ? html`<p class="note">${task.note}</p>` : nothing}
      <div class="acts">
        <button class="plain" data-rove aria-label=${words.list.doneWhat(title)} @click=${settle('done')}>
          ${words.list.done}
        </button>
        <button class="plain soft" data-rove aria-label=${words.list.dismissWhat(title)} @click=${settle('dismissed')}>
          ${words.list.dismiss}
        </button>
      </div>
    </li>`;
  }
}
