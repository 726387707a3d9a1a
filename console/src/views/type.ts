import { css } from 'lit';

/** What every part has in common: hairlines, one green, one brass, labels set wide and small. */
export const type = css`
  :host {
    display: block;
    min-width: 0;
    color: var(--ink);
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  fieldset,
  legend {
    margin: 0;
    padding: 0;
    border: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h2,
  .label {
    color: var(--soft);
    font: 400 0.75rem/1.5 var(--plain);
    font-size-adjust: none;
    letter-spacing: 0.1em;
    text-transform: uppercase;
  }
  .title {
    color: var(--ink);
    font: 400 1.75rem/1.15 var(--display);
    font-size-adjust: none;
    letter-spacing: -0.01em;
    text-transform: none;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  .name {
    font: 400 1.3125rem/1.2 var(--display);
    font-size-adjust: none;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  .meta {
    color: var(--soft);
    font: 400 0.8125rem/1.5 var(--plain);
    font-size-adjust: none;
    font-variant-numeric: lining-nums tabular-nums;
  }
  /* Breaks come between two facts, never within one. */
  .meta > span {
    display: inline-block;
  }
  .meta > span:not(:last-child)::after {
    content: '\\a0·\\a0';
  }
  .soft {
    color: var(--soft);
  }
  .quiet {
    padding: 12px 0 20px;
    color: var(--soft);
    text-wrap: pretty;
  }
  .figure {
    font: 400 0.8125rem/1.5 var(--plain);
    font-size-adjust: none;
    font-variant-numeric: lining-nums tabular-nums;
    white-space: nowrap;
  }
  button,
  .button {
    display: inline-block;
    min-height: 40px;
    padding: 8px 18px;
    border: 1px solid var(--rule);
    border-radius: 0;
    background: none;
    color: inherit;
    font: 400 0.8125rem/1.4 var(--plain);
    font-size-adjust: none;
    letter-spacing: 0.02em;
    cursor: pointer;
    transition:
      background-color 0.2s,
      color 0.2s,
      border-color 0.2s;
  }
  button:hover:not([disabled]) {
    border-color: var(--ink);
  }
  button.ink {
    border-color: var(--fir);
    background: var(--fir);
    color: var(--on-fir);
  }
  button.ink:hover:not([disabled]) {
    border-color: var(--fir-deep);
    background: var(--fir-deep);
  }
  button.plain {
    min-height: 32px;
    padding: 4px 0;
    border: 0;
    text-decoration: underline;
    text-decoration-color: var(--rule);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.28em;
  }
  button.plain:hover:not([disabled]) {
    text-decoration-color: currentColor;
  }
  button[disabled] {
    opacity: 0.55;
    cursor: default;
  }
  :focus-visible {
    outline: 2px solid var(--fir);
    outline-offset: 2px;
  }
  textarea,
  input:not([type='radio'], [type='checkbox']) {
    width: 100%;
    min-height: 44px;
    padding: 9px 0;
    border: 0;
    border-bottom: 1px solid var(--rule);
    border-radius: 0;
    background: none;
    color: var(--ink);
    font: 400 1.0625rem/1.45 var(--prose);
    font-size-adjust: 0.435;
  }
  textarea:focus,
  input:not([type='radio'], [type='checkbox']):focus {
    outline: none;
    border-bottom-color: var(--fir);
    box-shadow: 0 1px 0 var(--fir);
  }
  ::placeholder {
    color: var(--soft);
    opacity: 1;
  }
  input[type='radio'],
  input[type='checkbox'] {
    width: 16px;
    height: 16px;
    margin: 4px 0 0;
    accent-color: var(--fir);
  }
  dialog {
    width: min(480px, calc(100vw - 32px));
    max-height: calc(100dvh - 48px);
    padding: 32px;
    overflow: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--rule);
    border-radius: 0;
    background: var(--paper);
    color: var(--ink);
  }
  dialog::backdrop {
    background: light-dark(#191c1b66, #00000099);
  }
  dialog h2 {
    margin-bottom: 8px;
    color: var(--ink);
    font: 400 1.625rem/1.2 var(--display);
    letter-spacing: 0;
    text-transform: none;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      transition: none !important;
      animation: none !important;
      scroll-behavior: auto !important;
    }
  }
`;
