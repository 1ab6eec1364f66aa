import { css } from 'lit';

/** Symptoms at the left, what is found of the chosen one beside them. */
export const guideStyles = css`
  .both {
    display: grid;
    grid-template-columns: minmax(190px, 2fr) 5fr;
    gap: var(--gap-3);
    margin-top: var(--gap-2);
  }
  .symptoms {
    display: grid;
    gap: 4px;
    align-content: start;
  }
  .symptoms button {
    text-align: left;
  }
  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
  }
  .shows {
    margin: 6px 0;
    font-weight: 600;
  }
  ol {
    list-style: none;
    margin: 0;
    padding: 0;
    display: grid;
    gap: 6px;
  }
  li {
    border: 1px solid var(--line);
    border-left: 4px solid var(--line-strong);
    border-radius: var(--radius-s);
    padding: 6px 10px;
    font-size: var(--size-s);
  }
  li.fits {
    border-left-color: var(--warm);
    background: var(--well);
  }
  li.no,
  li.unknown {
    color: var(--ink-2);
  }
  h4.of {
    font-size: var(--size-m);
  }
  h5 {
    margin: 0;
    font-size: var(--size-s);
    font-weight: 600;
  }
  li.fits h5 {
    font-size: var(--size-m);
  }
  .go {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 8px 16px;
  }
  .dial {
    flex: 1 1 230px;
    max-width: 340px;
  }
  progress {
    accent-color: var(--accent);
    vertical-align: middle;
  }
  @media (max-width: 759px) {
    .both {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
