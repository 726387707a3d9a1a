import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { inTheBoutique, ringing, unanswered } from '../state/look';
import { placeOf } from '../state/state';
import type { Here, Ring } from '../wire';
import { Roving } from './roving';
import { type } from './type';
import { View } from './view';
import { tierWord, whoByTier } from './who';

/** Who is here and matters, heaviest first; whoever rings for this advisor on top. */
export class Boutique extends View {
  static override styles = [
    type,
    css`
      .rings {
        margin-bottom: 28px;
      }
      li {
        position: relative;
        padding: 14px 0 12px;
        border-bottom: 1px solid var(--hair);
      }
      .ring {
        margin-top: 12px;
        padding: 16px 16px 14px;
        border: 0;
        border-inline-start: 2px solid var(--fir);
        background: var(--stone);
      }
      .row {
        display: flex;
        gap: 12px;
        align-items: baseline;
        justify-content: space-between;
      }
      .reason {
        margin: 3px 0 4px;
        line-height: 1.4;
        text-wrap: pretty;
      }
      .row button.plain {
        flex: none;
        margin: -4px 0;
        color: var(--soft);
      }
      .ring button {
        width: 100%;
        margin-top: 12px;
      }
      .own {
        color: var(--brass);
      }
      .word {
        margin: 8px 0 2px;
        padding-inline-start: 12px;
        border-inline-start: 1px solid var(--brass);
        color: var(--brass);
        font-style: italic;
      }
      .still .name,
      .still .reason {
        color: var(--soft);
      }
      .by {
        letter-spacing: 0;
        text-transform: none;
      }
      h2 {
        padding-bottom: 8px;
        border-bottom: 1px solid var(--hair);
      }
      .rings h2 {
        border: 0;
        padding: 0;
      }
      .rings .quiet {
        padding: 8px 0 0;
      }
    `,
  ];

  private readonly roving = new Roving(this);

  focusList(): boolean {
    return this.roving.focus();
  }

  override render() {
    const { words, state } = this.house;
    const rings = ringing(state);
    const here = inTheBoutique(state);
    return html`
      <section class="rings" aria-labelledby="rings">
        <h2 id="rings">${words.boutique.rings}</h2>
        ${
          rings.length
            ? html`<ul>
              ${repeat(
                rings,
                ({ conversation }) => conversation,
                (ring) => this.ring(ring),
              )}
            </ul>`
            : html`<p class="quiet">${words.boutique.nobodyRings}</p>`
        }
      </section>
      <section aria-labelledby="here">
        <h2 id="here" class="row"><span>${words.boutique.here}</span><span class="by">${here.length ? words.boutique.byWeight : nothing}</span></h2>
        ${
          here.length
            ? html`<ul class=${state.link.state == 'open' ? '' : 'still'}>
              ${repeat(here, placeOf, (one) => this.here(one))}
            </ul>`
            : html`<p class="quiet">${words.boutique.nobody}</p>`
        }
      </section>
    `;
  }

  private ring(ring: Ring) {
    const { house } = this;
    const { words, format, state } = house;
    const { conversation, transferred, reason, name, item, language } = ring;
    const claiming = unanswered(state, conversation, 'claim').length > 0 || state.granted == conversation;
    const title = name ?? item ?? whoByTier(house, ring.tier);
    return html`<li class="ring">
      <div class="row"><span class="name">${title}</span>${this.weight(ring.weight)}</div>
      <p class="reason">${reason || words.boutique.asked}</p>
      <p class="meta">
        ${ring.yours ? html`<span class="own">${words.boutique.yours}</span>` : nothing}${ring.advisor ? html`<span>${words.boutique.advisedBy(ring.advisor)}</span>` : nothing}${this.facts(ring.tier, language)}<span>${words.boutique.waits(format.lasting(house.now() - ring.since))}</span>${
          ring.channel && ring.channel != 'chat' ? html`<span>${words.talk.channel[ring.channel] ?? ring.channel}</span>` : nothing
        }
      </p>
      ${
        transferred
          ? html`<p class="meta">${words.boutique.transferred(transferred.from && nameOf(state.colleagues, transferred.from))}</p>
            ${transferred.note ? html`<p class="word">${transferred.note}</p>` : nothing}`
          : ring.turn > 0
            ? html`<p class="meta">${words.boutique.again}</p>`
            : nothing
      }
      <button
        class="ink"
        data-rove
        aria-label=${words.boutique.claimFor(`${title}. ${reason || words.boutique.asked}`)}
        ?disabled=${state.link.state != 'open'}
        @click=${() => house.act({ type: 'claim', conversation })}
      >
        ${claiming ? words.boutique.claiming : words.boutique.claim}
      </button>
    </li>`;
  }

  private here(one: Here) {
    const { house } = this;
    const { words, format, state } = house;
    const { site, handle } = one;
    const title = one.name ?? one.item ?? whoByTier(house, one.tier);
    const asked = state.pending.some(({ request }) => request.type == 'invite' && placeOf(request) == placeOf(one));
    const came = state.invited[placeOf(one)];
    const mine = Object.values(state.talks).some((talk) => talk.state == 'joined' && talk.handle == handle);
    return html`<li>
      <div class="row"><span class="name">${title}</span>${this.weight(one.weight)}</div>
      <p class="reason">${one.reason}</p>
      <div class="row">
        <p class="meta">
          ${this.facts(one.tier, one.language)}<span>${format.lasting(house.now() - one.since)}</span>
        </p>
        ${
          one.waiting
            ? nothing
            : mine || one.attended
              ? html`<span class="meta">${mine ? words.boutique.attended : words.boutique.engaged}</span>`
              : came == 'invited'
                ? html`<span class="meta own">${words.boutique.state.invited}</span>`
                : html`<button
                class="plain"
                data-rove
                aria-label=${words.boutique.inviteWho(`${title}. ${one.reason}`)}
                ?disabled=${asked || state.link.state != 'open'}
                @click=${() => house.act({ type: 'invite', site, handle })}
              >
                ${asked ? words.boutique.inviting : words.boutique.invite}
              </button>`
        }
      </div>
      ${one.waiting ? html`<p class="meta own">${words.boutique.waiting}</p>` : nothing}
      ${came && came != 'invited' ? html`<p class="meta" role="status">${words.boutique.state[came]}</p>` : nothing}
    </li>`;
  }

  private facts(tier: string, language: string | undefined) {
    const { house } = this;
    return html`<span>${(tier != 'client' && tierWord(house, tier)) || whoByTier(house, tier)}</span>${
      language ? html`<span>${house.format.languageName(language)}</span>` : nothing
    }`;
  }

  private weight(weight: number) {
    const { words, format } = this.house;
    const n = format.number(weight);
    return html`<span class="figure soft"><span class="unseen">${words.boutique.weight(n)}</span><span aria-hidden="true">${n}</span></span>`;
  }
}

const nameOf = (colleagues: { id: string; name: string }[], who: string) => colleagues.find(({ id }) => id == who)?.name ?? who;
