import { css } from 'lit';

/** Three columns; on a tablet upright two, on a phone one. */
export const columns = css`
  :host {
    --inset: 24px;
    display: flex;
    flex-direction: column;
    height: 100dvh;
    overflow: hidden;
    background: var(--paper);
  }
  .skip {
    position: absolute;
    z-index: 9;
    top: -80px;
    inset-inline-start: 12px;
    padding: 10px 16px;
    border: 1px solid var(--rule);
    background: var(--paper);
    color: inherit;
  }
  .skip:focus {
    top: 8px;
  }
  .lines > p {
    padding: 10px var(--inset);
    border-bottom: 1px solid var(--hair);
    background: var(--stone);
    line-height: 1.4;
    text-wrap: pretty;
  }
  .lines .lost {
    border-bottom-color: var(--brass);
  }
  .lost b {
    font-weight: 400;
    color: var(--brass);
    font-variant-numeric: tabular-nums;
  }
  main {
    display: grid;
    grid-template-columns: minmax(260px, 25fr) minmax(380px, 46fr) minmax(272px, 26fr);
    grid-template-rows: minmax(0, 1fr);
    flex: 1;
    min-height: 0;
  }
  .pane {
    min-width: 0;
    min-height: 0;
    overflow: auto;
    overscroll-behavior: contain;
  }
  .pane:focus-visible {
    outline-offset: -2px;
  }
  .boutique {
    padding: 20px var(--inset) 40px;
  }
  ov-list {
    margin-top: 36px;
  }
  .talks {
    display: flex;
    flex-direction: column;
    overflow: hidden;
    border-inline: 1px solid var(--hair);
  }
  ov-conversations {
    flex: none;
    max-height: 38%;
    padding-top: 20px;
    overflow: auto;
    border-bottom: 1px solid var(--hair);
  }
  .empty {
    display: none;
  }
  ov-talk {
    flex: 1;
  }
  .none {
    display: grid;
    flex: 1;
    align-content: center;
    justify-items: center;
    padding: 32px;
    text-align: center;
  }
  .none p {
    max-width: 25em;
    margin-top: 10px;
    color: var(--soft);
    text-wrap: balance;
  }
  .dossier {
    padding: 20px var(--inset) 40px;
  }
  .tabs {
    display: none;
    border-top: 1px solid var(--hair);
  }
  .tabs button {
    flex: 1;
    min-height: 52px;
    padding: 8px 4px;
    border: 0;
    border-top: 2px solid transparent;
    color: var(--soft);
  }
  .tabs button[aria-pressed='true'] {
    border-top-color: var(--fir);
    color: var(--ink);
  }
  .tabs i {
    color: var(--brass);
    font-style: normal;
  }
  @media (max-width: 1180px) {
    :host {
      --inset: 18px;
    }
  }
  @media (max-width: 960px) {
    main {
      grid-template-columns: minmax(260px, 5fr) minmax(0, 8fr);
    }
    .tabs {
      display: flex;
    }
    .tabs .for-boutique {
      display: none;
    }
    [data-pane='dossier'] .talks,
    [data-pane='boutique'] .dossier,
    [data-pane='talks'] .dossier {
      display: none;
    }
    .dossier {
      border-inline-start: 1px solid var(--hair);
    }
  }
  @media (max-width: 640px) {
    main {
      grid-template-columns: minmax(0, 1fr);
    }
    .tabs .for-boutique {
      display: block;
    }
    [data-pane='talks'] .boutique,
    [data-pane='dossier'] .boutique,
    [data-pane='boutique'] .talks {
      display: none;
    }
    .talks,
    .dossier {
      border-inline: 0;
    }
  }
`;
