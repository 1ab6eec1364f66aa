import { css } from 'lit';

export const dialStyles = css`
  .dial {
    padding: 5px 0;
  }
  .row {
    display: flex;
    align-items: center;
    gap: 6px;
    min-height: 28px;
    font-size: var(--size-s);
  }
  label {
    flex: 1;
    min-width: 0;
    font-weight: 550;
    line-height: 1.2;
  }
  .entry {
    display: inline-flex;
    align-items: center;
    gap: 4px;
  }
  .entry input {
    width: 4.9em;
    min-height: 28px;
    padding: 0 5px;
    text-align: right;
    appearance: textfield;
    -moz-appearance: textfield;
  }
  .entry input::-webkit-inner-spin-button {
    display: none;
  }
  .unit {
    min-width: 2.6em;
    color: var(--ink-2);
    font-size: var(--size-xs);
  }
  select,
  input[type='text'] {
    width: 100%;
  }
  .info {
    min-height: 24px;
    width: 24px;
    padding: 0;
    border-radius: 50%;
    font:
      italic 600 var(--size-s) Georgia,
      serif;
  }
  .ends {
    display: flex;
    justify-content: space-between;
    margin-top: -4px;
    color: var(--ink-3);
    font-size: var(--size-xs);
    font-variant-numeric: tabular-nums;
    line-height: 1.1;
  }
  .about {
    margin: 2px 0 4px;
    padding: 6px 9px;
    border-left: 3px solid var(--accent);
    background: var(--surface-2);
    font-size: var(--size-s);
    color: var(--ink-2);
  }
  cite {
    font-style: normal;
    color: var(--ink-3);
  }
  @media (pointer: coarse) {
    .info {
      min-height: 32px;
      width: 32px;
    }
  }
`;
