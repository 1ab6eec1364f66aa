import { css } from 'lit';

export const presenterStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    height: 100dvh;
    background: var(--ground);
    color: var(--ink);
  }
  header,
  footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 18px;
    padding: 8px 18px;
    background: var(--surface);
    border: 0 solid var(--line);
  }
  header {
    border-bottom-width: 1px;
  }
  footer {
    border-top-width: 1px;
    padding-bottom: max(8px, env(safe-area-inset-bottom));
  }
  .where {
    margin-right: auto;
    font-size: var(--size-m);
  }
  .where span {
    display: block;
    color: var(--ink-2);
    font-size: var(--size-s);
  }
  dl {
    margin: 0;
  }
  dd {
    margin: 0;
  }
  .clocks {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 4px 22px;
  }
  .clocks dt {
    color: var(--ink-2);
    font-size: var(--size-s);
  }
  .clocks dd {
    font-size: var(--size-l);
    font-weight: 600;
    line-height: 1.2;
  }
  .clocks .large dd {
    font-size: var(--size-xxl);
    line-height: 1;
  }
  main {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(240px, 34%);
    min-height: 0;
  }
  .say,
  aside {
    padding: 16px 18px 24px;
    overflow: auto;
    min-height: 0;
  }
  aside {
    border-left: 1px solid var(--line);
  }
  h1 {
    margin: 0 0 10px;
    font-size: var(--size-xxl);
    line-height: 1.15;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  .say > p,
  .say .text {
    max-width: 44em;
  }
  .text {
    display: grid;
    gap: 10px;
    font-size: 1.25rem;
    line-height: 1.45;
  }
  .say > p {
    margin-bottom: 8px;
    font-size: 1rem;
    line-height: 1.5;
  }
  h2 {
    margin: 22px 0 8px;
    color: var(--ink-2);
    font-size: var(--size-m);
    font-weight: 650;
  }
  .next h2 {
    margin-top: 2px;
  }
  h3 {
    margin: 0 0 4px;
    font-size: var(--size-l);
  }
  .say dl > div {
    display: grid;
    grid-template-columns: minmax(110px, 13em) minmax(0, 1fr);
    gap: 2px 14px;
    padding: 7px 0;
    border-top: 1px solid var(--line);
    max-width: 52em;
  }
  .say dt {
    font-weight: 600;
  }
  dt small {
    display: block;
    color: var(--ink-2);
    font-size: var(--size-s);
    font-weight: 400;
  }
  .primary small {
    display: block;
    max-width: 22em;
    font-size: var(--size-s);
    font-weight: 400;
  }
  cite {
    display: block;
    color: var(--ink-2);
    font-size: var(--size-s);
    font-style: normal;
  }
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li button {
    width: 100%;
    text-align: start;
  }
  li button[aria-current] {
    border-color: var(--accent);
    background: var(--accent-soft);
  }
  .acts,
  .go {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .acts {
    margin-right: auto;
  }
  .acts button {
    border-color: var(--warm);
  }
  footer button {
    min-height: 44px;
    padding: 6px 18px;
    font-size: var(--size-m);
  }
  .go .primary {
    min-width: 140px;
  }
  [data-wish='play'] {
    letter-spacing: -0.1em;
  }
  footer .hint {
    flex-basis: 100%;
  }
  .waiting {
    display: block;
    grid-row: 1 / -1;
    max-width: 40em;
    padding: 12vh 24px;
  }
  .waiting button {
    margin-top: 20px;
    min-height: 44px;
  }
  @media (forced-colors: active) {
    li button[aria-current] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
  /* Narrow, or so large that nothing else fits: one column that scrolls, with what is pressed always there. */
  @media (max-width: 759px), (max-height: 519px) {
    :host {
      display: block;
      height: auto;
      min-height: 100dvh;
    }
    main {
      display: block;
    }
    .say,
    aside {
      overflow: visible;
      padding: 12px 14px;
    }
    aside {
      border-left: 0;
      border-top: 1px solid var(--line);
    }
    header,
    footer {
      padding: 8px 14px;
    }
    footer {
      position: sticky;
      bottom: 0;
    }
    footer .hint {
      display: none;
    }
    h1 {
      font-size: var(--size-xl);
    }
    .text {
      font-size: 1.0625rem;
    }
    .say dl > div {
      grid-template-columns: minmax(0, 1fr);
    }
    .clocks .large dd {
      font-size: var(--size-xl);
    }
    .go,
    .go .primary {
      flex: 1;
    }
    .go .primary {
      min-width: 90px;
    }
  }
`;
