import { later } from '../guard';
import { KEY, Layer } from '../layer/layer';
import { button, direction, make, named } from '../layer/make';
import { sheet } from '../layer/sheet';
import { met, taken } from '../layer/sight';
import type { Conversation } from '../wire';
import type { Entry } from './log';
import css from './talk.css';
import { fit, muffle, say } from './view';

/** A live region must be there before what it announces, or nobody hears it. */
const BREATH = 100;
const LONGEST = 2000;
const LINK = /(https:\/\/[^\s<>"]+)/;

/** What she does in the panel. */
export interface Acts {
  _write(text: string): void;
  _drafts(text: string): void;
  _leave(): void;
  /** The cross, or Escape. */
  _away(): void;
  _back(): void;
}

/** Everything of a conversation that is drawn, in a shadow of its own. */
export class Panel {
  private readonly _layer: Layer = new Layer('overture-talk', sheet(css), {
    _escape: () => !this._isLow() && this._low(true, true),
    _entrance: () => (this._isLow() ? this._bar : this._entrance()),
  });
  private readonly _root = this._layer._root;
  private readonly _section = make(this._root, 'section', 'talk');
  private readonly _head = make(this._section, 'output', 'words');
  private readonly _title = make(this._head, 'p', 'title');
  private readonly _name = make(this._head, 'p', 'advisor');
  private readonly _text = make(this._head, 'p', 'text');
  private readonly _log = make(this._section, 'div', 'log', { role: 'log', tabIndex: 0 });
  private readonly _status = make(this._section, 'p', 'status');
  /** Where forms come and go. */
  readonly _more = make(this._section, 'div', 'more');
  private readonly _foot = make(this._section, 'div', 'foot');
  private readonly _line = make(this._foot, 'textarea', 'line', { rows: 1, maxLength: LONGEST });
  private readonly _send: HTMLButtonElement;
  private readonly _handoff = make(this._section, 'a', 'handoff', { target: '_blank', rel: 'noopener noreferrer' });
  private readonly _end: HTMLButtonElement;
  private readonly _cross: HTMLButtonElement;
  private readonly _bar: HTMLButtonElement;
  private readonly _barName: HTMLElement;
  private readonly _barText: HTMLElement;
  private readonly _nodes = new Map<string, HTMLElement>();
  private readonly _unfit = fit(this._layer._host);
  private _portrait?: HTMLImageElement;

  constructor(
    private readonly _acts: Acts,
    draft: string,
  ) {
    this._send = button(this._foot, 'send', '', () => this._write());
    this._end = button(this._section, 'leave', '', () => {
      this._end.disabled = true;
      _acts._leave();
    });
    this._cross = button(this._section, 'close', '×', () => this._low(true, true));
    const live = make(this._root, 'output', 'live');
    this._bar = button(live, 'bar', '', () => this._low(false, true));
    this._barName = make(this._bar, 'span', 'bar-name');
    this._barText = make(this._bar, 'span', 'bar-text');
    this._line.value = draft;
    for (const box of [this._section, this._bar]) box.setAttribute('aria-keyshortcuts', KEY);
    muffle(this._layer._host);
    this._line.oninput = () => _acts._drafts(this._line.value);
    this._section.onkeydown = (event) => {
      // Enter while words are being composed chooses among them; Safari says so by the key's code alone.
      const composed = event.isComposing || event.keyCode == 229;
      if (event.key == 'Enter' && event.target == this._line && !event.shiftKey && !composed) {
        event.preventDefault();
        this._write();
      }
    };
  }

  private _write() {
    const text = this._line.value.trim();
    if (!text) return;
    this._line.value = '';
    this._acts._write(text);
  }

  /** Gives back words that were refused, unless she has begun others. */
  _restore(text: string): void {
    this._line.value ||= text;
  }

  _isLow(): boolean {
    return !!this._section.hidden;
  }

  /** A telephone's keyboard would cover what the visitor came to read. */
  private _entrance(): HTMLElement {
    return matchMedia('(pointer:fine)').matches && !this._foot.hidden ? this._line : this._cross;
  }

  /** Puts it away or opens it; the focus follows the visitor only where it was within. Put away, it goes where it was. */
  _low(low: boolean, hers?: boolean): void {
    const inside = this._layer._inside();
    if (inside && low) this._layer._giveBack();
    this._section.hidden = low;
    this._bar.hidden = !low;
    this._toEnd();
    if (inside && (!low || document.activeElement == document.body)) (low ? this._bar : this._entrance()).focus();
    if (hers) low ? this._acts._away() : this._acts._back();
  }

  _takeFocus(): void {
    this._cross.focus();
  }

  /** Whether it is open before the visitor's eyes. */
  _seen(): boolean {
    return !this._isLow() && !taken() && met(this._layer._host, this._section, [this._section]);
  }

  _converse({ copy, state, advisor, handoff, language }: Conversation, spoken: boolean): void {
    const lang = language || document.documentElement.lang;
    const words = copy!;
    for (const box of [this._section, this._bar]) {
      box.lang = lang;
      box.dir = direction(lang);
    }
    this._section.ariaLabel = this._log.ariaLabel = words.title;
    later(() => {
      say(this._title, words.title);
      say(this._name, named(advisor));
      // Once they speak, the house need not.
      say(this._text, state == 'joined' && spoken ? '' : words.text);
    }, BREATH);
    this._face(advisor?.portrait);
    say(this._barName, advisor?.name || words.title);
    this._foot.hidden = state == 'ended' || !words.placeholder;
    this._line.placeholder = this._line.ariaLabel = words.placeholder || '';
    say(this._send, words.send);
    say(this._end, state == 'ended' ? '' : words.leave);
    say(this._handoff, state != 'ended' && handoff && /^https:/.test(handoff.url) ? words.channels?.[handoff.channel] : '');
    if (handoff) this._handoff.href = handoff.url;
    this._cross.ariaLabel = words.close || '';
  }

  private _face(portrait: string | undefined) {
    if (this._portrait?.src == portrait) return;
    this._portrait?.remove();
    delete this._portrait;
    if (!portrait || !/^https:/.test(portrait)) return;
    this._portrait = make(this._section, 'img', 'portrait', { alt: '', src: portrait });
    this._portrait.onerror = () => this._portrait?.remove();
  }

  /** Brings the log up to date, touching nothing that stands; `underWay` is what the house does not have yet. */
  _say(entries: Entry[], underWay: Set<string | undefined>, theirs: string, mine: string, language: string): void {
    const before = this._log.scrollHeight - this._log.scrollTop - this._log.clientHeight < 40;
    entries.forEach((entry, at) => {
      const node = this._nodes.get(entry._id) || this._node(entry, entry._mine ? mine : theirs, language);
      node.toggleAttribute('data-under-way', underWay.has(entry._id));
      if (this._log.children[at] != node) this._log.insertBefore(node, this._log.children[at] || null);
    });
    while (this._log.children[entries.length]) this._log.lastChild!.remove();
    if (before || entries[entries.length - 1]?._mine) this._toEnd();
  }

  private _node({ _id, _mine, _text, _at }: Entry, who: string, language: string): HTMLElement {
    const node = make(this._log, 'p', _mine ? 'message hers' : 'message theirs');
    node.title = new Date(_at).toLocaleTimeString(language || undefined, { hour: '2-digit', minute: '2-digit' });
    make(node, 'span', '', { textContent: who + ': ', className: 'unseen' });
    _text.split(LINK).forEach((words, at) => {
      if (at % 2) make(node, 'a', 'link', { href: words, textContent: words, target: '_blank', rel: 'noopener noreferrer' });
      else node.append(words);
    });
    this._nodes.set(_id, node);
    return node;
  }

  private _toEnd() {
    this._log.scrollTop = this._log.scrollHeight;
  }

  _tell(status: string | undefined): void {
    say(this._status, status);
  }

  /** Beside who is there, where the panel is put away: what she has not read yet. */
  _beside(text: string | undefined): void {
    say(this._barText, text);
  }

  _remove(): void {
    this._unfit();
    this._layer._remove();
  }
}
