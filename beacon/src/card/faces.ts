import type { Advisor, Conversation, Invitation } from '../wire';

/** What a card says and offers; whatever is absent is not drawn. */
export interface Face {
  _language: string;
  _title: string;
  _text?: string | undefined;
  _advisor?: string | undefined;
  /** Name of the quiet cross. */
  _close: string;
  /** Two choices of equal size. */
  _choices?: [label: string, act: () => void][];
  /** One quiet link: another channel, or where the conversation goes on. */
  _link?: [label: string, act: () => void] | undefined;
  _write?: { _label: string; _button?: string | undefined; _send: (text: string) => void } | undefined;
}

const named = (advisor?: Advisor) => advisor && [advisor.name, advisor.title].filter(Boolean).join(', ');

export const words = (language: string, { copy, advisor }: Invitation | Conversation): Face => ({
  _language: language,
  _title: copy?.title || advisor?.name || '',
  _text: copy?.text,
  _advisor: copy && named(advisor),
  _close: copy?.close || copy?.decline || '×',
});

export const invitationFace = (
  invitation: Invitation,
  answer: (response: string, channel?: string) => void,
): Face => {
  const { copy, channels } = invitation;
  const [first, other] = channels;
  const alternative = copy.channels?.[other!];
  return {
    ...words(invitation.language, invitation),
    _choices: [
      [copy.accept!, () => answer('accepted', first)],
      [copy.decline!, () => answer('declined')],
    ],
    _link: alternative ? [alternative, () => answer('accepted', other)] : undefined,
  };
};

export const conversationFace = (
  language: string,
  conversation: Conversation,
  send: (text: string) => void,
): Face => {
  const { state, copy, handoff } = conversation;
  return {
    ...words(language, conversation),
    _link:
      handoff && /^https:/.test(handoff.url)
        ? [
            copy?.channels?.[handoff.channel] || new URL(handoff.url).host,
            () => window.open(handoff.url, '_blank', 'noopener,noreferrer'),
          ]
        : undefined,
    // Before someone joined, only the shop's own words can promise that what she writes is read.
    _write:
      state == 'joined' || (state == 'waiting' && copy?.placeholder)
        ? { _label: copy?.placeholder || '', _button: copy?.send, _send: send }
        : undefined,
  };
};
