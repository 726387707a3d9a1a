import { vi } from 'vitest';

/** A page of a shop with the tag in it, a server that can be told what to answer, and a clock that stands still. */
export class FakeSocket {
  static all: FakeSocket[] = [];
  readonly sent: any[] = [];
  closed = false;
  onopen: (() => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  constructor(
    readonly url: string,
    readonly protocol: string,
  ) {
    FakeSocket.all.push(this);
  }
  send(text: string) {
    this.sent.push(JSON.parse(text));
  }
  close() {
    this.closed = true;
  }
  say(frame: object) {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }
  /** Opens and is welcomed, as by a server whose clock is `ahead` milliseconds. */
  welcome(ahead = 0) {
    this.onopen?.();
    this.say({ type: 'welcome', serverTime: Date.now() + ahead, heartbeat: 25000 });
  }
  of(type: string) {
    return this.sent.filter((frame) => frame.type == type);
  }
}

export interface Post {
  url: string;
  options: RequestInit;
  body: any;
}

export const posts: Post[] = [];
interface Answer {
  status: number;
  retryAfter?: number;
}

let answers: Answer[] = [];
/** Whether something of the shop's stands before ours, and whether ours is in the window. */
export const view = { covered: false, out: false };
const cleanups: (() => void)[] = [];
let hidden = false;
let focused = true;

/** What the next posts get; 0 is a network that fails. Then 204 again. */
export const answerWith = (...next: Answer[]) => {
  answers = next;
};

export const socket = () => FakeSocket.all.at(-1)!;
export const events = () =>
  [...posts.map((post) => post.body), ...FakeSocket.all.flatMap((each) => each.of('beacon'))].flatMap((beacon) => beacon.events);
export const names = () => events().map((event) => event.name);
export const named = (name: string) => events().filter((event) => event.name == name);
export const card = () => document.querySelector('overture-card')?.shadowRoot;
export const part = (name: string) => card()?.querySelector<HTMLElement>(`[part="${name}"]`);
/** Lets time go by, once the scripts that are on their way have come. */
export const pass = async (ms: number) => {
  await vi.dynamicImportSettled();
  await vi.advanceTimersByTimeAsync(ms);
};
export const overture = (...args: unknown[]) => (window as any).overture(...args);

export const look = (state: { hidden?: boolean; focused?: boolean }) => {
  hidden = state.hidden ?? hidden;
  focused = state.focused ?? focused;
  window.dispatchEvent(new Event('visibilitychange'));
};

class FakeObserver {
  private timer: ReturnType<typeof setInterval> | undefined;
  constructor(readonly saw: (entries: object[]) => void) {}
  observe() {
    this.timer = setInterval(() => this.saw([{ intersectionRatio: view.out ? 0 : 1 }]), 16);
  }
  disconnect() {
    clearInterval(this.timer);
  }
}

/** Loads the script as a shop would, by default with consent given by the tag. */
export const open = async (data: Record<string, string> = { consent: 'granted' }, path = '/', query = '', isInjected = false) => {
  history.replaceState(null, '', path);
  const tag = document.createElement('script');
  tag.src = 'https://overture.example/overture.js' + query;
  Object.assign(tag.dataset, { site: 'demo', ...data });
  Object.defineProperty(document, 'currentScript', { value: isInjected ? null : tag, configurable: true });
  (globalThis as any).live ??= await import('../src/live/index');
  await import('../src/index');
  await pass(0);
};

export const setUp = () => {
  vi.useFakeTimers({ now: 1764000000000 });
  vi.resetModules();
  delete (globalThis as any).live;
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  hidden = false;
  focused = true;
  posts.length = 0;
  FakeSocket.all = [];
  answers = [];
  localStorage.clear();
  document.body.innerHTML = '';
  document.documentElement.lang = 'fr-FR';
  delete (window as any).overture;
  delete (window as any).dataLayer;
  Object.assign(view, { covered: false, out: false });
  vi.stubGlobal('WebSocket', FakeSocket);
  vi.stubGlobal('IntersectionObserver', FakeObserver);
  (document as any).elementsFromPoint = () => [];
  (document as any).elementFromPoint = () => (view.covered ? document.body : document.querySelector('overture-card,overture-talk'));
  vi.stubGlobal('fetch', async (url: string, options: RequestInit) => {
    posts.push({ url, options, body: JSON.parse(options.body as string) });
    const { status, retryAfter }: Answer = answers.shift() ?? { status: 204 };
    if (!status) throw new TypeError('network');
    return { status, headers: new Headers(retryAfter ? { 'Retry-After': `${retryAfter}` } : {}) };
  });
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden);
  vi.spyOn(document, 'hasFocus').mockImplementation(() => focused);
  const { pushState, replaceState } = history;
  const add = globalThis.addEventListener;
  globalThis.addEventListener = (name: string, listener: any) => {
    add.call(window, name, listener);
    cleanups.push(() => window.removeEventListener(name, listener));
  };
  cleanups.push(() => {
    globalThis.addEventListener = add;
    Object.assign(history, { pushState, replaceState });
  });
};

export const tearDown = () => {
  // The page is left: what returns to a replaced body does not follow it into the next test.
  for (const ours of document.querySelectorAll('overture-card,overture-talk')) (ours as any).removed = undefined;
  cleanups.splice(0).forEach((clean) => clean());
  vi.clearAllTimers();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
};
