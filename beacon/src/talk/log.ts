import type { Message } from '../wire';

export interface Entry {
  _id: string;
  _mine: boolean;
  _text: string;
  _at: number;
  /** Its place in the conversation. */
  _offset?: number | undefined;
}

/** What was said, each message once by its id, in the conversation's own order; hers not yet with the house last. */
export class Log {
  private readonly _entries = new Map<string, Entry>();
  /** The newest offset there is, and one before which something is missing and was asked for. */
  private _newest = -1;
  private _asked = -1;
  /** Messages of hers after the newest offset whose own is not told to the page that wrote them. */
  private _untold = 0;

  /** Adds or completes a message; whether one before it is missing, said once for each gap. */
  _take({ id, from, text, at, offset }: Pick<Message, 'id' | 'from' | 'text' | 'at' | 'offset'>): boolean {
    const known = this._entries.get(id);
    this._entries.set(id, { _id: id, _mine: from == 'visitor', _text: text, _at: at, _offset: offset ?? known?._offset });
    if (offset == null || offset <= this._newest) return false;
    const gap = this._newest >= 0 && offset > this._newest + 1 + this._untold && offset > this._asked;
    this._newest = offset;
    this._untold = 0;
    if (gap) this._asked = offset;
    return gap;
  }

  /** The house has it. Where its offset is not told, it stands after all there is now. */
  _had(id: string, offset?: number): void {
    const entry = this._entries.get(id);
    if (!entry || entry._offset != null) return;
    if (offset != null) this._take({ id, from: 'visitor', text: entry._text, at: entry._at, offset });
    else entry._offset = this._newest + ++this._untold / 1000;
  }

  _has(id: string): boolean {
    return this._entries.has(id);
  }

  /** It was refused for good. */
  _drop(id: string): void {
    this._entries.delete(id);
  }

  /** Offsets count anew. */
  _restart(): void {
    this._entries.clear();
    this._newest = this._asked = -1;
    this._untold = 0;
  }

  /** What has no offset yet keeps the order in which it was said. */
  _all(): Entry[] {
    const place = ({ _offset }: Entry) => _offset ?? Infinity;
    // Infinity less itself is no number, and leaves two as they are.
    return [...this._entries.values()].sort((a, b) => place(a) - place(b) || 0);
  }

  /** The newest offset of the advisor's; -1 when there is none. */
  _theirs(): number {
    return Math.max(-1, ...this._all().map(({ _mine, _offset }) => (_mine ? -1 : (_offset ?? -1))));
  }
}
