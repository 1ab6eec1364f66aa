import { css } from 'lit';

/** Form above, words and picture below; A and B by colour and by name. */
export const compareStyles = css`
  .form {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 14px;
    margin: var(--gap-2) 0;
    font-size: var(--size-s);
  }
  .form select {
    max-width: 280px;
  }
  .form input[type='number'] {
    width: 90px;
  }
  .form input[type='text'] {
    width: 180px;
  }
  .form p {
    flex-basis: 100%;
  }
  ul {
    margin: var(--gap-2) 0;
    padding-left: 1.2em;
    line-height: 1.6;
  }
  figure {
    margin: 0;
  }
  .picture {
    overflow-x: auto;
  }
  .picture svg {
    display: block;
    width: 100%;
    min-width: 640px;
    height: auto;
  }
  text {
    font-size: 12px;
    fill: var(--ink-2);
  }
  .a {
    fill: var(--accent);
  }
  .b {
    fill: var(--warm);
  }
  .open {
    opacity: 0.5;
  }
  progress {
    accent-color: var(--accent);
    vertical-align: middle;
  }
`;
