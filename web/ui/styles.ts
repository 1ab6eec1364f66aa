import { css } from 'lit';

/** Controls and text shared by every panel. */
export const controls = css`
  :host {
    display: block;
    min-width: 0;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  h4,
  p {
    margin: 0;
  }
  button,
  select,
  input {
    font: inherit;
    color: inherit;
  }
  button {
    min-height: 32px;
    padding: 4px 12px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-s);
    background: var(--well);
    font-weight: 550;
    font-size: var(--size-s);
    cursor: pointer;
    transition: background var(--quick);
  }
  button:hover {
    background: var(--accent-soft);
  }
  button:disabled {
    opacity: 0.45;
    cursor: default;
    background: var(--well);
  }
  button.primary {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--accent-ink);
  }
  button.quiet {
    border-color: transparent;
    background: transparent;
  }
  button[aria-pressed='true'],
  button[aria-checked='true'] {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--accent-ink);
  }
  select {
    min-height: 32px;
    padding: 3px 8px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-s);
    background: var(--well);
    font-size: var(--size-s);
    max-width: 100%;
  }
  input[type='range'] {
    accent-color: var(--accent);
    width: 100%;
    height: 24px;
    margin: 0;
  }
  input[type='checkbox'],
  input[type='radio'] {
    flex: none;
    width: 20px;
    height: 20px;
    margin: 2px;
    accent-color: var(--accent);
    vertical-align: middle;
  }
  /* Alone in its line, so that nothing else is hit: the whole line opens it. */
  summary {
    min-height: 24px;
    cursor: pointer;
  }
  input[type='number'],
  input[type='search'],
  input[type='text'] {
    min-height: 32px;
    padding: 2px 7px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-s);
    background: var(--well);
    font-size: var(--size-s);
    font-variant-numeric: tabular-nums;
  }
  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  .hint {
    color: var(--ink-3);
    font-size: var(--size-s);
  }
  .number {
    font-variant-numeric: tabular-nums;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  kbd {
    display: inline-grid;
    place-items: center;
    min-width: 1.5em;
    height: 1.5em;
    padding: 0 0.3em;
    border: 1px solid currentcolor;
    border-bottom-width: 2px;
    border-radius: 4px;
    font: 600 var(--size-xs) var(--mono);
    opacity: 0.85;
  }
  table {
    border-collapse: collapse;
    font-size: var(--size-s);
    font-variant-numeric: tabular-nums;
  }
  .tag {
    display: inline-block;
    padding: 0 7px;
    border-radius: 99px;
    background: var(--surface-2);
    border: 1px solid var(--line);
    font-size: var(--size-xs);
    font-weight: 600;
    line-height: 1.6;
    white-space: nowrap;
  }
  .tag.assumption {
    background: var(--caution-soft);
    color: var(--caution);
    border-color: transparent;
  }
  /* The system's colours know no accent: chosen things take its highlight, swatches keep their own. */
  @media (forced-colors: active) {
    button.primary:not(:disabled),
    button[aria-pressed='true'],
    button[aria-checked='true'],
    [role='tab'][aria-selected='true'],
    a[aria-current] {
      forced-color-adjust: none;
      background: Highlight !important;
      border-color: Highlight !important;
      color: HighlightText !important;
    }
    i,
    u {
      forced-color-adjust: none;
    }
  }
  @media (pointer: coarse) {
    button,
    select,
    summary,
    input[type='number'],
    input[type='search'],
    input[type='text'] {
      min-height: 40px;
    }
    summary {
      align-content: center;
    }
    input[type='range'] {
      height: 40px;
    }
    input[type='checkbox'],
    input[type='radio'] {
      width: 24px;
      height: 24px;
      margin: 4px;
    }
  }
`;
