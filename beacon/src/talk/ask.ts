import { safe } from '../guard';
import type { TalkCopy } from '../wire';
import { button, make } from '../layer/make';

/** What she may leave when nobody was free; as much as the contract takes of each. */
const LONGEST = 200;

export interface Asked {
  channel: string;
  contact: string;
  when: string;
  note: string;
}

/** One small form: which way, where she is reached, when it suits her. */
export const askForm = (parent: Node, copy: TalkCopy, offered: string[], asked: (what: Asked) => void): void => {
  const form = make(parent, 'form', 'ask');
  const fields: Record<string, HTMLInputElement> = {};
  const field = (within: Node, name: string, label: string | undefined, properties: Partial<HTMLInputElement>) => {
    const box = make(within, 'label', 'label', { textContent: label || name });
    fields[name] = make(box, 'input', 'field', { name, maxLength: LONGEST, ...properties });
    return box;
  };
  const ways = make(form, 'fieldset', 'ways', { ariaLabel: copy.title });
  offered.forEach((channel, at) => {
    const box = field(ways, channel, '', { type: 'radio', name: 'channel', value: channel, checked: !at });
    box.replaceChildren(fields[channel]!, copy.channels?.[channel] || channel);
    box.setAttribute('part', 'way');
  });
  const needed = field(form, 'contact', copy.contact, { required: true });
  if (copy.required) needed.insertBefore(make(needed, 'span', 'needed', { textContent: copy.required }), fields.contact!);
  field(form, 'when', copy.when, {});
  field(form, 'note', copy.note, {});
  if (copy.next) make(form, 'p', 'next', { textContent: copy.next });
  const send = button(form, 'send', copy.ask || copy.send!, () => {});
  send.type = 'submit';
  form.onsubmit = safe((event: Event) => {
    event.preventDefault();
    const [contact, when, note] = ['contact', 'when', 'note'].map((name) => fields[name]!.value.trim());
    if (send.disabled) return;
    if (!contact) {
      // Blanks alone, which the browser takes for an answer.
      fields.contact!.value = '';
      form.reportValidity();
      return;
    }
    send.disabled = true;
    asked({ channel: offered.find((channel) => fields[channel]!.checked)!, contact, when: when!, note: note! });
  });
};

/** Five answers, from 1 to 5; the first one counts. */
export const question = (parent: Node, copy: TalkCopy, answered: (score: number) => void): void => {
  const group = make(parent, 'fieldset', 'question');
  make(group, 'legend', 'legend', { textContent: copy.question! });
  copy.scale!.forEach((word, at) =>
    button(group, 'score', word, () => {
      group.remove();
      answered(at + 1);
    }),
  );
};
