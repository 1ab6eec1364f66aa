import { css } from 'lit';

/** The bars that panels are arranged by. */
export const arrangeStyles = css`
  .arrange-bar {
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 18px;
    margin-bottom: 10px;
    padding: 8px 12px;
    border: 1px solid var(--accent);
    border-radius: var(--radius);
    background: var(--accent-soft);
    font-size: var(--size-s);
  }
  .arrange-bar p {
    flex: 1 1 22em;
    max-width: 60ch;
  }
  .arrange-bar [role='group'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px;
  }
  .ways {
    display: inline-flex;
    gap: 6px;
    margin-left: auto;
  }
  .strip {
    flex: none;
    display: flex;
    gap: 2px;
    padding: 2px;
    border: 1px solid var(--accent);
    border-bottom: 0;
    border-radius: var(--radius) var(--radius) 0 0;
    background: var(--accent-soft);
  }
  .strip button {
    min-width: 32px;
    padding: 2px 8px;
    border-color: transparent;
    background: transparent;
  }
  .strip button:hover {
    background: var(--surface);
  }
  .strip .grip {
    flex: 1;
    min-width: 0;
    text-align: left;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-weight: 650;
  }
  .wide .grip {
    cursor: grab;
    touch-action: none;
  }
  .place.taken {
    opacity: 0.5;
  }
  .place.target {
    box-shadow: 0 -4px 0 var(--accent);
  }
  .column.target::after {
    content: '';
    height: 4px;
    margin-top: -8px;
    background: var(--accent);
  }
  .nothing {
    flex: 1;
    min-height: 120px;
    display: grid;
    place-items: center;
    border: 2px dashed var(--line-strong);
    border-radius: var(--radius);
    color: var(--ink-2);
    font-size: var(--size-s);
  }
`;
