// What the service says to a page, as scenes need it.

export const invitation = (id) => ({
  type: 'invitation',
  id,
  copy: { title: 'At your service', text: 'Would you like assistance?', accept: 'Yes, please', decline: 'No, thank you', later: 'Not now' },
  language: 'en',
  channels: ['chat'],
  expiresAt: Date.now() + 60000,
});

export const joined = (id) => ({
  type: 'conversation',
  id,
  state: 'joined',
  language: 'en',
  epoch: 1,
  advisor: { name: 'Claire Aubry', title: 'Paris' },
  copy: {
    title: 'An advisor is with you',
    text: 'You may write here.',
    close: 'Close',
    placeholder: 'Your message',
    send: 'Send',
    seen: 'Seen',
    you: 'You',
  },
});
