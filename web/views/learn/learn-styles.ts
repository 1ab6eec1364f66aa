import { css } from 'lit';

export const learnStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    padding: 12px;
    align-content: start;
  }
  nav ol {
    display: grid;
    gap: 2px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  nav h2 {
    margin: 14px 0 4px;
    padding: 0 10px;
    font-size: var(--size-s);
    color: var(--ink-2);
  }
  nav a {
    display: flex;
    gap: 8px;
    padding: 7px 10px;
    border-left: 3px solid var(--line);
    color: var(--ink-2);
    text-decoration: none;
    font-size: var(--size-s);
    line-height: 1.3;
  }
  nav a i {
    flex: none;
    width: 1.4em;
    font-style: normal;
    font-variant-numeric: tabular-nums;
    text-align: right;
  }
  nav a[aria-current] {
    border-left-color: var(--accent);
    background: var(--accent-soft);
    color: var(--ink);
    font-weight: 650;
  }
  nav select {
    width: 100%;
    min-height: 40px;
  }
  .progress {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 10px;
    padding: 8px 10px;
    font-size: var(--size-s);
    color: var(--ink-2);
  }
  .wide-list {
    display: none;
  }
  @media (min-width: 1100px) {
    :host {
      grid-template-columns: 250px minmax(0, 1fr);
      gap: 20px;
      overflow: auto;
    }
    .wide-list {
      display: block;
    }
    .narrow-list {
      display: none;
    }
  }
  @media print {
    :host {
      display: block;
      padding: 0;
    }
    nav {
      display: none;
    }
  }
`;
