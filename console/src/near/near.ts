import { css, html, nothing } from 'lit';
import type { Access, Config } from '../sign-in/access';
import type { Issuer } from '../sign-in/issuer';
import { type } from '../views/type';
import { View } from '../views/view';
import { ask, nearest, whom, type Explained, type Part, type Reason, type Trigger } from './read';

/** How soon what happens on her page is seen here. */
const PERIOD = 2_000;

/** How near the triggers are to firing for one visitor, for whoever puts the tag in and has a role that may know it. */
export class Near extends View {
  static override properties = {
    ...View.properties,
    config: { attribute: false },
    issuer: { attribute: false },
    access: { state: true },
    known: { state: true },
    reason: { state: true },
  };
  static override styles = [
    type,
    css`
      main {
        max-width: 760px;
        margin: 0 auto;
        padding: 40px 24px 64px;
      }
      .lead {
        margin: 10px 0 28px;
        overflow-wrap: anywhere;
      }
      .facts {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: 4px 24px;
        padding: 16px 0;
        border-block: 1px solid var(--hair);
      }
      dt {
        color: var(--soft);
      }
      .trigger {
        padding: 24px 0;
        border-bottom: 1px solid var(--hair);
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        justify-content: space-between;
        gap: 2px 24px;
      }
      .head .meta {
        margin-inline-start: auto;
      }
      .head .name {
        color: var(--ink);
        letter-spacing: 0;
        text-transform: none;
      }
      .is .meta {
        color: var(--fir);
      }
      .trigger > p {
        margin-top: 4px;
        color: var(--soft);
        text-wrap: pretty;
      }
      ul {
        margin-top: 10px;
        line-height: 1.45;
      }
      ul ul {
        margin: 4px 0 4px 7px;
        padding-inline-start: 16px;
        border-inline-start: 1px solid var(--hair);
      }
      .part {
        display: grid;
        grid-template-columns: 1.25em minmax(0, 1fr) auto;
        gap: 0 4px;
        padding: 2px 0;
        color: var(--soft);
      }
      .part.is {
        color: var(--ink);
      }
      .mark {
        color: var(--fir);
      }
      @media (max-width: 560px) {
        .part {
          grid-template-columns: 1.25em minmax(0, 1fr);
        }
        .part .meta {
          grid-column: 2;
        }
      }
    `,
  ];
  declare config: Config | undefined;
  declare issuer: Issuer | undefined;
  declare access: Access | undefined;
  declare known: Explained | undefined;
  declare reason: Reason | undefined;
  private readonly asked = whom(location.search);
  private timer?: ReturnType<typeof setInterval>;

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => document.hidden || void this.look(), PERIOD);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  /** Whoever has signed in looks at once. */
  readonly enter = (access: Access): void => {
    this.access = access;
    void this.look();
  };

  override render() {
    const { near } = this.house.words;
    if (this.asked && !this.access)
      return html`<ov-door
        .house=${this.house}
        .config=${this.config}
        .issuer=${this.issuer}
        @enter=${({ detail }: CustomEvent<Access>) => this.enter(detail)}
      ></ov-door>`;
    const reason = this.asked ? this.reason && near[this.reason] : near.address;
    return html`<main>
      <h1 class="title">${near.title}</h1>
      ${this.asked ? html`<p class="lead meta"><span>${this.asked.site}</span><span>${this.asked.handle}</span></p>` : nothing}
      <p class=${reason ? 'quiet' : ''} role="status">${reason || nothing}</p>
      ${this.known && !reason ? this.shown(this.known) : nothing}
    </main>`;
  }

  private shown({ at, session, stake, reachable, holdout, invitation, limits, triggers }: Explained) {
    const { words, format } = this.house;
    const { near } = words;
    const { blocked } = limits;
    const facts: [string, string][] = [
      [near.heard, session ? this.clock(session.lastActivityAt) : near.never],
      [near.stake, stake ? format.money(stake.amount, stake.currency) : near.unknown],
      [near.page, reachable ? near.open : near.shut],
      [near.invitation, invitation ? near.state(invitation.state, invitation.trigger) : near.none],
      [near.limit, blocked ? near.until(blocked.limit, blocked.until ? this.clock(blocked.until) : '') : near.none],
    ];
    if (holdout) facts.push([near.holdout, near.held]);
    return html`<dl class="facts">
        ${facts.map(([term, fact]) => html`<dt>${term}</dt><dd>${fact}</dd>`)}
      </dl>
      ${nearest(triggers).map((trigger) => this.trigger(trigger))}
      <p class="quiet meta">${near.asOf(this.clock(at))}</p>`;
  }

  private trigger({ id, describe, holds, since, from, weight, verdict, when }: Trigger) {
    const { words, format } = this.house;
    const { near } = words;
    const state = holds ? near.holds(since ? this.clock(since) : '') : from ? near.from(this.clock(from)) : near.not;
    return html`<section class="trigger ${holds ? 'is' : ''}" aria-label=${id}>
      <div class="head">
        <h2 class="name">${id}</h2>
        <p class="meta">
          <span>${state}</span>${holds ? html`<span>${near.weight(format.number(weight))}</span>` : nothing}${
            verdict ? html`<span>${verdict}</span>` : nothing
          }
        </p>
      </div>
      ${describe ? html`<p>${describe}</p>` : nothing}
      <ul>
        ${this.condition(when)}
      </ul>
    </section>`;
  }

  private condition({ condition, holds, unknown, since, from, of }: Part): unknown {
    const { near } = this.house.words;
    const state = holds
      ? near.holds(since ? this.clock(since) : '')
      : unknown
        ? near.unknown
        : from
          ? near.from(this.clock(from))
          : near.not;
    return html`<li>
      <div class="part ${holds ? 'is' : ''}">
        <span class="mark" aria-hidden="true">${holds ? '✓' : unknown ? '?' : '–'}</span>
        <span>${condition}</span><span class=${holds || unknown || from ? 'meta' : 'unseen'}>${state}</span>
      </div>
      ${of ? html`<ul>${of.map((each) => this.condition(each))}</ul>` : nothing}
    </li>`;
  }

  private clock(at: number): string {
    return this.house.format.clock(at);
  }

  private async look(): Promise<void> {
    const { asked, access } = this;
    if (!asked || !access) return;
    const authorization = await access.authorization().catch(() => undefined);
    const answer = authorization ? await ask(asked, authorization) : 'door';
    if (answer == 'door') this.access = undefined;
    else if (typeof answer == 'string') this.reason = answer;
    else {
      this.known = answer;
      this.reason = undefined;
    }
  }
}
