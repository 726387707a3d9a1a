import { css } from 'lit';

/** Head, log and line, one above the other. */
export const correspondence = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 20px;
    align-items: end;
    justify-content: space-between;
    padding: 20px var(--inset) 14px;
    border-bottom: 1px solid var(--hair);
  }
  .title:focus {
    outline: none;
  }
  .acts {
    display: flex;
    gap: 22px;
    align-items: baseline;
  }
  details {
    position: relative;
  }
  summary {
    padding: 4px 0;
    cursor: pointer;
    list-style: none;
    font: 400 0.8125rem/1.4 var(--plain);
    font-size-adjust: none;
    letter-spacing: 0.02em;
    text-decoration: underline;
    text-decoration-color: var(--rule);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.28em;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  details ul {
    position: absolute;
    z-index: 2;
    top: 100%;
    inset-inline-end: 0;
    min-width: 168px;
    padding: 6px 0;
    border: 1px solid var(--rule);
    background: var(--paper);
  }
  details li button {
    width: 100%;
    border: 0;
    text-align: start;
    white-space: nowrap;
  }
  details li button:hover,
  details li button:focus-visible {
    background: var(--shade);
  }
  details li button::first-letter {
    text-transform: uppercase;
  }
  ov-log {
    flex: 1;
    min-height: 0;
  }
  form {
    padding: 10px var(--inset) 14px;
    border-top: 1px solid var(--hair);
  }
  .voices {
    display: flex;
    gap: 22px;
    align-items: baseline;
  }
  .voice {
    min-height: 28px;
    padding: 2px 0;
    border: 0;
    border-bottom: 1px solid transparent;
    color: var(--soft);
  }
  .voice[aria-pressed='true'] {
    border-bottom-color: var(--fir);
    color: var(--ink);
  }
  .voice.note[aria-pressed='true'] {
    border-bottom-color: var(--brass);
    color: var(--brass);
  }
  .line {
    display: flex;
    gap: 18px;
    align-items: end;
  }
  textarea {
    flex: 1;
    min-height: 44px;
    max-height: 30vh;
    resize: none;
    field-sizing: content;
  }
  .noting textarea {
    color: var(--brass);
    font-style: italic;
  }
  .line button {
    flex: none;
  }
  @media (max-width: 640px) {
    header {
      padding-block: 12px 8px;
    }
    .title {
      font-size: 1.375rem;
    }
  }
  .over {
    padding: 16px var(--inset) 20px;
    border-top: 1px solid var(--hair);
  }
`;
