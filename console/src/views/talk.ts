import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { tierOf, unanswered } from '../state/look';
import type { Talk } from '../state/state';
import type { Ending } from './ending';
import type { Transfer } from './transfer';
import { correspondence } from './talk.style';
import { type } from './type';
import { View } from './view';
import { tierWord, whoIn } from './who';
import './log';

const HANDOFFS = ['call', 'voice', 'video', 'appointment'];

/** The open conversation: what was said, the line to say more on, and the ways it can go on. */
export class TalkView extends View {
  static override properties = { ...View.properties, talk: { attribute: false }, noting: { state: true } };
  static override styles = [type, correspondence];
  declare talk: Talk;
  declare noting: boolean;
  private noteText = '';

  constructor() {
    super();
    this.noting = false;
  }

  /** Puts the cursor on the line, to write to her or a note; false where nothing more can be written. */
  focusLine(noting = false): boolean {
    if (this.talk.state == 'joined') this.noting = noting;
    void this.updateComplete.then(() => (this.find<HTMLElement>('textarea') ?? this.find<HTMLElement>('.title'))?.focus());
    return true;
  }

  openTransfer(): void {
    if (this.talk.state == 'joined') this.find<Transfer>('ov-transfer')?.show();
  }

  openEnding(): void {
    if (this.talk.state != 'ended') this.find<Ending>('ov-ending')?.show();
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    const former = changed.get('talk') as Talk | undefined;
    if (former && former.id != this.talk.id) {
      this.noting = false;
      this.noteText = '';
    }
  }

  override render() {
    const { house, talk } = this;
    const { words, format, state } = house;
    const tier = tierWord(house, tierOf(state, talk));
    const goesOn = talk.state == 'joined' || talk.state == 'handed';
    return html`
      <header>
        <div>
          <h2 class="title" tabindex="-1">${whoIn(house, talk)}</h2>
          <p class="meta">
            ${tier ? html`<span>${tier}</span>` : nothing}${
              talk.language ? html`<span>${format.languageName(talk.language)}</span>` : nothing
            }${talk.channel ? html`<span>${words.talk.channel[talk.channel] ?? talk.channel}</span>` : nothing}
          </p>
        </div>
        ${goesOn ? this.acts() : nothing}
      </header>
      <ov-log .house=${house} .talk=${talk}></ov-log>
      ${talk.state == 'joined' ? this.line() : html`<p class="over soft">${this.standing()}</p>`}
      <ov-transfer .house=${house} .talk=${talk}></ov-transfer>
      <ov-ending .house=${house} .talk=${talk}></ov-ending>
    `;
  }

  private acts() {
    const { house, talk } = this;
    const { words, state } = house;
    const going = unanswered(state, talk.id, 'transfer').length > 0;
    return html`<div class="acts">
      ${
        talk.state == 'joined'
          ? html`<button class="plain" aria-haspopup="dialog" ?disabled=${going} @click=${() => this.openTransfer()}>
              ${going ? words.transfer.going : words.talk.transfer}
            </button>
            <details @keydown=${this.foldOnEscape} @focusout=${this.foldOnLeaving}>
              <summary>${words.talk.handoff}</summary>
              <ul>
                ${HANDOFFS.map(
                  (channel) =>
                    html`<li>
                      <button @click=${() => this.handOff(channel)}>${words.talk.channel[channel]}</button>
                    </li>`,
                )}
              </ul>
            </details>`
          : nothing
      }
      <button class="plain" aria-haspopup="dialog" @click=${() => this.openEnding()}>${words.talk.end}</button>
    </div>`;
  }

  private line() {
    const { house, talk, noting } = this;
    const { words, state } = house;
    const text = noting ? this.noteText : (state.drafts[talk.id] ?? '');
    return html`<form class=${noting ? 'noting' : ''} @submit=${this.submit}>
      <div class="voices">
        <button type="button" class="voice" aria-pressed=${!noting} @click=${() => this.focusLine()}>${words.talk.toClient}</button>
        <button type="button" class="voice note" aria-pressed=${noting} @click=${() => this.focusLine(true)}>
          ${words.talk.asNote}
        </button>
        ${noting ? html`<span class="meta">${words.talk.noteHint}</span>` : nothing}
      </div>
      <div class="line">
        <textarea
          rows="1"
          maxlength="2000"
          enterkeyhint="send"
          aria-label=${noting ? words.talk.note : words.talk.line}
          lang=${noting ? nothing : (talk.language ?? nothing)}
          .value=${live(text)}
          @input=${this.write}
          @keydown=${this.key}
        ></textarea>
        <button class="ink" ?disabled=${!text.trim()}>${noting ? words.talk.keep : words.talk.send}</button>
      </div>
    </form>`;
  }

  private standing() {
    const { state, handedTo } = this.talk;
    const { words } = this.house;
    if (state == 'passed') return words.talk.passed;
    if (state != 'handed') return words.talk.over;
    return handedTo ? words.talk.handed(words.talk.channel[handedTo] ?? handedTo) : words.talk.elsewhere;
  }

  private readonly write = ({ target }: InputEvent) => {
    const { house, talk, noting } = this;
    const text = (target as HTMLTextAreaElement).value;
    if (noting) {
      this.noteText = text;
      this.requestUpdate();
      return;
    }
    house.act({ type: 'draft', conversation: talk.id, text });
    if (text) house.typing(talk.id);
  };

  private readonly key = (event: KeyboardEvent) => {
    // While an input method composes, Enter chooses a character.
    if (event.key != 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.submit(event);
  };

  private readonly submit = (event: Event) => {
    event.preventDefault();
    const { house, talk, noting } = this;
    if (noting) {
      house.act({ type: 'note', conversation: talk.id, text: this.noteText });
      this.noteText = '';
      this.focusLine();
      this.requestUpdate();
    } else {
      house.say(talk.id, house.state.drafts[talk.id] ?? '');
    }
  };

  private handOff(channel: string): void {
    this.find<HTMLDetailsElement>('details')!.open = false;
    this.house.act({ type: 'handoff', conversation: this.talk.id, channel });
  }

  private readonly foldOnEscape = (event: KeyboardEvent) => {
    const details = event.currentTarget as HTMLDetailsElement;
    if (event.key != 'Escape' || !details.open) return;
    details.open = false;
    details.querySelector('summary')!.focus();
    event.stopPropagation();
  };

  private readonly foldOnLeaving = (event: FocusEvent) => {
    const details = event.currentTarget as HTMLDetailsElement;
    if (!details.contains(event.relatedTarget as Node)) details.open = false;
  };
}
