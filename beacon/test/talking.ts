import { afterEach, beforeEach } from 'vitest';
import { open, pass, setUp, socket, tearDown } from './shop';

export const COPY = {
  title: 'Un conseiller est à vos côtés',
  text: 'Vous pouvez lui écrire ici.',
  close: 'Fermer',
  placeholder: 'Votre message',
  send: 'Envoyer',
  typing: 'Une réponse s’écrit',
  seen: 'Lu',
  leave: 'Mettre fin',
  question: 'Avons-nous pu vous être utiles ?',
  scale: ['Pas du tout', 'Un peu', 'En partie', 'Bien', 'Très bien'],
  contact: 'Téléphone',
  when: 'Quand',
  note: 'Note',
  ask: 'Demander',
  you: 'Vous',
  channels: { call: 'Rappel', appointment: 'Rendez-vous', video: 'Vidéo' },
};
export const CLAIRE = { name: 'Claire Aubry', title: 'Paris' };

export const talk = () => document.querySelector('overture-talk')?.shadowRoot;
export const part = (name: string) => talk()?.querySelector<HTMLElement>(`[part~="${name}"]`);
export const words = (name: string) => (part(name)?.hidden ? '' : part(name)?.textContent);
export const log = () => [...(talk()?.querySelectorAll('[part~="message"]') ?? [])].map((node) => node.textContent);
export const isOpen = () => !!talk() && !part('talk')!.hidden;
export const kept = () => JSON.parse(sessionStorage.overture ?? '{}');

export const converse = async (more: object = {}) => {
  socket().say({
    type: 'conversation',
    id: 'c1',
    state: 'joined',
    channel: 'chat',
    language: 'fr-FR',
    epoch: 1,
    advisor: CLAIRE,
    copy: COPY,
    ...more,
  });
  await pass(150);
};
export const message = (id: string, offset: number, more: object = {}) =>
  socket().say({ type: 'message', conversation: 'c1', id, from: 'advisor', text: id, at: Date.now(), offset, ...more });
export const write = (text: string) => {
  const line = part('line') as HTMLTextAreaElement;
  line.value = text;
  line.dispatchEvent(new Event('input'));
  line.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
};
export const enter = async () => {
  await open();
  // Here at once, so that a clock that stands still does not keep it from arriving.
  await import('../src/card/index');
  await import('../src/talk/index');
  socket().welcome();
};
export const reload = async () => {
  const { overture: stored } = localStorage;
  const { overture: here } = sessionStorage;
  tearDown();
  setUp();
  localStorage.overture = stored;
  if (here) sessionStorage.overture = here;
  await enter();
};

/** Each test begins on a page whose conversation has not begun. */
export const onAPage = () => {
  beforeEach(async () => {
    sessionStorage.clear();
    (globalThis as any).missing = false;
    setUp();
    await enter();
  });
  afterEach(tearDown);
};

/** An invitation to a conversation, whose card accepts by these words. */
export const invitation = (id: string, accept: string) => ({
  type: 'invitation',
  id,
  copy: { ...COPY, accept, decline: 'Non' },
  language: 'fr',
  channels: ['chat'],
  expiresAt: Date.now() + 60000,
});
