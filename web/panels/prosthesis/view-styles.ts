import { css } from 'lit';

/** How the figure, its words and what is told below it are laid out. */
export const viewStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    height: 100%;
  }
  .picture {
    position: relative;
    flex: 1 1 150px;
    min-height: 150px;
    border-radius: var(--radius-s);
    overflow: hidden;
    background: radial-gradient(ellipse at 50% 30%, var(--well), var(--surface-2) 110%);
  }
  :host([large]) .picture {
    min-height: min(80vw, 330px);
  }
  .picture > svg,
  .picture > .solid {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    display: block;
  }
  .picture > button {
    position: absolute;
    top: 4px;
    right: 4px;
    padding: 2px 10px;
  }
  .picture > p {
    position: absolute;
    inset: auto 8px 6px;
    font-size: var(--size-s);
    color: var(--ink-2);
  }
  ul {
    list-style: none;
    margin: 0;
    padding: 6px 0 0;
    display: grid;
    gap: 3px;
    font-size: var(--size-s);
  }
  li {
    display: grid;
    grid-template-columns: 8.6em 1fr 4.4em;
    gap: 8px;
    align-items: center;
  }
  .scale {
    position: relative;
    height: 10px;
    border-radius: 5px;
    background: var(--surface-2);
    border: 1px solid var(--line);
    overflow: clip;
    overflow-clip-margin: 4px;
  }
  .scale i,
  .scale u {
    position: absolute;
    left: 0;
    top: -3px;
    width: 4px;
    height: 14px;
    margin-left: -2px;
    border-radius: 2px;
    background: var(--accent);
  }
  .scale u {
    background: none;
    border: 1.5px dashed var(--warm);
    width: 8px;
    margin-left: -4px;
  }
  .scale b {
    position: absolute;
    inset-block: 0;
    background: color-mix(in srgb, var(--good) 45%, transparent);
    border-inline: 2px solid var(--good);
  }
  .value {
    text-align: right;
  }
  .load {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 2px 8px;
    padding-top: 6px;
    font-size: var(--size-s);
  }
  .load .bar,
  .load .hint {
    grid-column: 1 / -1;
  }
  .load .bar {
    position: relative;
    height: 14px;
    border: 1px solid var(--line-strong);
    border-radius: 7px;
    background: var(--surface-2);
    overflow: clip;
  }
  .load .bar i {
    position: absolute;
    inset: 0 auto 0 0;
    background: var(--good);
  }
  .load.over .bar i {
    background: var(--bad);
  }
  .load.over strong {
    color: var(--bad);
  }
  .load .bar u {
    position: absolute;
    inset-block: 0;
    width: 3px;
    margin-left: -1.5px;
    background: var(--ink);
  }
`;
