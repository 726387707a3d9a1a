import { css, html, nothing } from 'lit';
import { read } from '../dossier/read';
import type { Row, Section } from '../dossier/section';
import type { Talk } from '../state/state';
import { type } from './type';
import { View } from './view';
import { by } from './who';

/** What this advisor may read of the person in front of her; whatever her role does not see is simply not there. */
export class DossierView extends View {
  static override properties = { ...View.properties, talk: { attribute: false } };
  static override styles = [
    type,
    css`
      .facts {
        padding-top: 10px;
      }
      .peace {
        margin-top: 10px;
        color: var(--brass);
        font-style: italic;
        line-height: 1.4;
      }
      section {
        padding-top: 26px;
      }
      h3 {
        padding-bottom: 6px;
        border-bottom: 1px solid var(--hair);
        color: var(--soft);
        font: 400 0.75rem/1.5 var(--plain);
        font-size-adjust: none;
        letter-spacing: 0.1em;
        text-transform: uppercase;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0 14px;
        align-items: baseline;
        padding: 6px 0;
        line-height: 1.4;
      }
      li + li {
        border-top: 1px solid color-mix(in srgb, var(--hair) 55%, transparent);
      }
      .text {
        overflow-wrap: anywhere;
        text-wrap: pretty;
      }
      .under {
        grid-column: 1 / -1;
      }
      .sum {
        border-top-color: var(--rule) !important;
      }
      .voice {
        color: var(--brass);
        font-style: italic;
      }
    `,
  ];
  declare talk: Talk | undefined;

  override render() {
    const { house, talk } = this;
    const { words, format, now, state } = house;
    const dossier = talk && state.dossiers[talk.id];
    if (!dossier || !talk)
      return html`<h2>${words.dossier.label}</h2>
        <p class="quiet">${talk?.state == 'joined' ? words.dossier.coming : words.dossier.none}</p>`;
    const { facts, peace, sections } = read(dossier, { words, format, now, name: (who) => by(house, who) });
    return html`<h2>${words.dossier.label}</h2>
      <p class="meta facts">${facts.map((fact) => html`<span>${fact}</span>`)}</p>
      ${peace ? html`<p class="peace">${peace}</p>` : nothing} ${sections.map((section) => this.section(section))}`;
  }

  private section({ title, rows }: Section) {
    return html`<section>
      <h3>${title}</h3>
      <ul>
        ${rows.map((row) => this.row(row))}
      </ul>
    </section>`;
  }

  private row({ text, figure, under, tone }: Row) {
    return html`<li class=${tone == 'sum' ? 'sum' : ''}>
      <span class="text ${tone == 'voice' ? 'voice' : ''}">${text}</span>
      ${figure ? html`<span class="figure soft">${figure}</span>` : nothing} ${under ? html`<span class="under meta">${under}</span>` : nothing}
    </li>`;
  }
}
