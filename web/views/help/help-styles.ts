import { css } from 'lit';

export const helpStyles = css`
  dialog {
    width: min(67rem, 100vw - 24px);
    max-height: min(92dvh, 62rem);
    padding: 0;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--ink);
    overflow: hidden;
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }
  header {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 8px 12px 8px 20px;
    border-bottom: 1px solid var(--line);
  }
  header h2 {
    margin-right: auto;
    font-size: var(--size-l);
  }
  .body {
    overflow: auto;
    padding: 14px 20px 20px;
  }
  .body:focus-visible {
    outline-offset: -3px;
  }
  p {
    max-width: 80ch;
    font-size: var(--size-m);
    line-height: 1.5;
  }
  h3 {
    margin: 16px 0 2px;
    font-size: var(--size-m);
  }
  .groups {
    columns: 3 17rem;
    column-gap: 28px;
    margin-top: 4px;
  }
  .group {
    break-inside: avoid;
    padding: 10px 0;
  }
  h4 {
    font-size: var(--size-s);
    font-weight: 650;
  }
  h4 .tag {
    margin-left: 4px;
    background: var(--accent-soft);
    color: var(--accent);
    border-color: transparent;
  }
  p.hint {
    font-size: var(--size-s);
  }
  .group .hint {
    font-size: var(--size-xs);
    color: var(--ink-2);
  }
  dl {
    margin: 4px 0 0;
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 4px 10px;
    font-size: var(--size-s);
  }
  dt {
    max-width: 9.25rem;
    line-height: 1.9;
  }
  dd {
    margin: 0;
    padding-top: 2px;
  }
  .key {
    display: inline-block;
    white-space: nowrap;
  }
  kbd {
    margin-right: 2px;
  }
  ul {
    margin: 4px 0 0;
    padding: 0;
    list-style: none;
    display: flex;
    flex-wrap: wrap;
    gap: 2px 24px;
  }
  a {
    display: inline-block;
    padding: 5px 0;
    font-size: var(--size-m);
    color: var(--accent);
  }
  @media (max-width: 600px) {
    dialog {
      width: 100vw;
      max-width: 100vw;
      height: 100dvh;
      max-height: 100dvh;
      border: 0;
      border-radius: 0;
    }
    .body {
      padding-inline: 16px;
    }
  }
  @media print {
    dialog {
      position: static;
      width: auto;
      max-height: none;
      border: 0;
      overflow: visible;
    }
    .body {
      overflow: visible;
    }
    header button,
    .read-on {
      display: none;
    }
  }
`;
