import { afterEach, beforeEach } from 'vitest';
import { open, pass, setUp, socket, tearDown } from './shop';

export const COPY = {
  title: 'À votre service',
  text: 'Souhaitez-vous l’aide d’un conseiller ?',
  accept: 'Volontiers',
  decline: 'Non, merci',
};

/** Until a card that stands was seen for a second, with the looks before and after. */
export const SEEN = 2000;

export const INVITATION = (more: object = {}) => ({
  type: 'invitation',
  id: 'i1',
  trigger: 'reassurance',
  copy: COPY,
  language: 'fr-FR',
  channels: ['chat', 'call'],
  expiresAt: Date.now() + 60000,
  ...more,
});
export const invite = async (more: object = {}) => {
  socket().say(INVITATION(more));
  await pass(SEEN);
};
export const fullscreen = (element: Element | null) =>
  Object.defineProperty(document, 'fullscreenElement', { value: element, configurable: true });
export const answers = () =>
  socket()
    .of('invitation')
    .map(({ id, response, channel }) => [id, response, channel]);
export const press = (key: string, target: EventTarget = window, more = {}) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...more }));

/** Each test begins on a page that nobody has been invited on. */
export const uninvited = () => {
  beforeEach(async () => {
    setUp();
    await open();
    // Here at once, so that a clock that stands still does not keep it from arriving.
    await import('../src/card/index');
    socket().welcome();
  });
  afterEach(tearDown);
};
