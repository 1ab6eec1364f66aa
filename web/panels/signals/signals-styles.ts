import { css } from 'lit';

export const signalsStyles = css`
  :host,
  myo-panel {
    height: 100%;
    min-height: 0;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px;
  }
  .tools label {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    font-size: var(--size-s);
    color: var(--ink-2);
  }
  .segments {
    display: inline-flex;
  }
  .segments button {
    border-radius: 0;
    margin-left: -1px;
    display: inline-flex;
    align-items: center;
    gap: 5px;
    padding: 4px 8px;
  }
  .segments button:first-child {
    border-radius: var(--radius-s) 0 0 var(--radius-s);
    margin-left: 0;
  }
  .segments button:last-child {
    border-radius: 0 var(--radius-s) var(--radius-s) 0;
  }
  .segments i {
    width: 14px;
    height: 3px;
    border-radius: 2px;
    outline: 1px solid var(--surface);
  }
  .scale {
    width: 6.4em;
  }
  .steady {
    min-width: 5.8em;
    padding: 4px 8px;
  }
  .tools > button {
    padding-inline: 9px;
  }
  .tools > .icon {
    padding-inline: 7px;
  }
  .icon svg {
    display: block;
    width: 1.125rem;
    height: 1.125rem;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.6;
  }
  .plot {
    display: grid;
    grid-template: 1.25rem minmax(0, 1fr) 1.125rem minmax(1.875rem, auto) / 6.6rem minmax(0, 1fr);
    height: 100%;
    min-height: 0;
    background: var(--well);
  }
  .plot.numbers {
    grid-template-columns: 9.4rem minmax(0, 1fr);
  }
  .unit {
    grid-area: 1 / 1;
    padding: 2px 8px 0;
    text-align: right;
    font-size: var(--size-xs);
    color: var(--ink-2);
    background: var(--surface-2);
  }
  .axis {
    grid-area: 3 / 2;
    position: relative;
    overflow: hidden;
    font-size: var(--size-xs);
    color: var(--ink-2);
    border-top: 1px solid var(--line);
  }
  .axis span {
    position: absolute;
    top: 0;
    padding-left: 3px;
    border-left: 1px solid var(--line-strong);
    white-space: nowrap;
  }
  .plot:focus-visible {
    outline-offset: -3px;
  }
  .lane {
    grid-area: 1 / 2;
    position: relative;
    overflow: hidden;
    font-size: var(--size-xs);
    color: var(--ink-2);
    background: var(--surface-2);
  }
  .lane span {
    position: absolute;
    top: 1px;
    padding-left: 4px;
    white-space: nowrap;
    overflow: hidden;
    border-left: 2px solid var(--line-strong);
    background: var(--surface-2);
  }
  .lane span.cue {
    border-color: var(--accent);
    font-weight: 600;
  }
  .lane span.artefact,
  .lane span.lost {
    border-color: var(--bad);
  }
  .names {
    grid-area: 2 / 1;
    display: flex;
    flex-direction: column;
    min-height: 0;
    border-right: 1px solid var(--line);
  }
  .names button {
    display: flex;
    align-items: center;
    gap: 6px;
    flex: 1;
    min-height: 0;
    padding: 0 8px;
    border: 0;
    border-radius: 0;
    text-align: left;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-weight: 500;
    font-size: var(--size-xs);
    opacity: 1;
  }
  .names button > span:first-child {
    flex: 1;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .names .rms {
    color: var(--ink-2);
  }
  .names small {
    color: var(--ink-3);
  }
  output {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0 14px;
    font-weight: 600;
    color: var(--ink);
  }
  .names.dense button {
    font-size: 0.5rem;
    line-height: 1;
  }
  /* Where names would lie on one another, every fourth stands for its neighbours. */
  .names.denser button:not(:nth-child(4n + 1)) {
    font-size: 0;
  }
  .names.denser button {
    overflow: visible;
  }
  canvas {
    grid-area: 2 / 2;
    width: 100%;
    height: 100%;
    display: block;
    min-height: 0;
    touch-action: pan-y;
  }
  .band-room {
    grid-area: 2 / 2;
    position: relative;
    pointer-events: none;
    overflow: hidden;
  }
  .band {
    position: absolute;
    inset-block: 0;
    border: 2px solid var(--warm);
    background: color-mix(in srgb, var(--warm) 14%, transparent);
  }
  .foot {
    grid-area: 4 / 1 / 5 / 3;
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: 2px 10px;
    padding: 0 10px;
    font-size: var(--size-xs);
    color: var(--ink-2);
    border-top: 1px solid var(--line);
    white-space: nowrap;
  }
  .warn {
    color: var(--bad);
    font-weight: 600;
  }
  .mini {
    min-height: 24px;
    padding: 0 6px;
    font-size: var(--size-xs);
  }
`;
