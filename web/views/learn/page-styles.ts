import { css } from 'lit';

/** Pages of text beside the lessons. */
export const pageStyles = css`
  :host {
    display: block;
    max-width: 900px;
  }
  h1 {
    margin: 0 0 10px;
    font-size: var(--size-xl);
  }
  h2 {
    margin: 16px 0 4px;
    font-size: var(--size-l);
  }
  p {
    max-width: 66ch;
    font-size: 0.9375rem;
    line-height: 1.55;
  }
  p + p {
    margin-top: 8px;
  }
  a {
    color: var(--accent);
  }
  .link {
    display: inline-block;
    padding: 6px 0;
  }
  dl {
    margin: 14px 0 0;
  }
  dt {
    margin-top: 10px;
    font-weight: 650;
  }
  dd {
    margin: 2px 0 0;
    max-width: 66ch;
    line-height: 1.5;
  }
  ol {
    margin: 14px 0 0;
    padding-left: 1.8em;
  }
  ol li {
    padding: 8px 0;
    border-top: 1px solid var(--line);
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 14px;
  }
  .links a {
    padding: 6px 0;
    font-size: var(--size-s);
  }
`;
