import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & HTMLElement & { renderRoot: HTMLElement | DocumentFragment };

const STEPS: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => Math.min(last, at + 1),
  ArrowUp: (at) => Math.max(0, at - 1),
  Home: () => 0,
  End: (_, last) => last,
};

/**
 * One tab stop for a list of many buttons, marked `data-rove`: the arrows move between them, Home and End to its ends
 * (WAI-ARIA Authoring Practices, roving tabindex).
 */
export class Roving implements ReactiveController {
  private current?: HTMLElement;

  constructor(private readonly host: Host) {
    host.addController(this);
    host.addEventListener('keydown', (event) => this.move(event));
    host.addEventListener('focusin', (event) => this.mark(event.composedPath()[0] as HTMLElement));
  }

  hostUpdated(): void {
    const stops = this.stops();
    if (!stops.includes(this.current!)) this.current = stops.find((stop) => stop.ariaCurrent == 'true') ?? stops[0];
    for (const stop of stops) stop.tabIndex = stop == this.current ? 0 : -1;
  }

  focus(): boolean {
    this.current?.focus();
    return !!this.current;
  }

  private stops(): HTMLElement[] {
    return [...this.host.renderRoot.querySelectorAll<HTMLElement>('[data-rove]:not([disabled])')];
  }

  private mark(target: HTMLElement): void {
    if (!target.matches?.('[data-rove]')) return;
    this.current = target;
    for (const stop of this.stops()) stop.tabIndex = stop == target ? 0 : -1;
  }

  private move(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    const target = event.composedPath()[0] as HTMLElement;
    if (!step || event.altKey || event.ctrlKey || event.metaKey || !target.matches?.('[data-rove]')) return;
    const stops = this.stops();
    stops[step(stops.indexOf(target), stops.length - 1)]?.focus();
    event.preventDefault();
  }
}
