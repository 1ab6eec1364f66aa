import { css } from 'lit';

export const intentStyles = css`
  .who {
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: 6px;
    margin-bottom: 8px;
  }
  .who .hint {
    flex: 1 1 100%;
    min-height: 2.9em;
  }
  .moves {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 6px;
  }
  .moves button {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 6px;
    padding: 4px 8px;
    min-height: 38px;
    text-align: left;
    line-height: 1.15;
    touch-action: none;
    user-select: none;
    -webkit-user-select: none;
  }
  .strength {
    display: grid;
    grid-template-columns: auto 1fr auto;
    gap: 8px;
    align-items: center;
    margin-top: 10px;
    font-size: var(--size-s);
  }
  .strength b {
    min-width: 8.6em;
    text-align: right;
    font-weight: 550;
  }
  :host([large]) .moves {
    grid-template-columns: repeat(auto-fit, minmax(150px, 1fr));
  }
  :host([large]) .moves button {
    min-height: 56px;
    font-size: var(--size-m);
    padding: 8px 14px;
  }
  @media (hover: none) {
    kbd {
      display: none;
    }
    .moves button {
      min-height: 48px;
    }
  }
`;
