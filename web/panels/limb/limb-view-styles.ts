import { css } from 'lit';

/** Colours and lines of the cross-section. */
export const limbViewStyles = css`
  :host {
    height: 100%;
    min-height: 0;
  }
  svg {
    display: block;
    width: 100%;
    height: 100%;
    touch-action: pan-y;
    user-select: none;
  }
  .muscle {
    fill: var(--muscle);
    stroke: var(--muscle-edge);
    stroke-width: 0.4;
    cursor: pointer;
  }
  .muscle.chosen {
    stroke: var(--ink);
    stroke-width: 1.1;
  }
  .glow {
    fill: var(--muscle-live);
    pointer-events: none;
  }
  text {
    fill: var(--ink);
    font: 600 3.1px var(--font);
    text-anchor: middle;
    dominant-baseline: middle;
    pointer-events: none;
    paint-order: stroke;
    stroke: var(--muscle);
    stroke-width: 0.9;
    stroke-linejoin: round;
  }
  text.level {
    font-weight: 500;
    font-size: 3.1px;
    font-variant-numeric: tabular-nums;
  }
  text.plain {
    stroke: var(--surface);
    fill: var(--ink-2);
    font-weight: 500;
    font-size: 3.2px;
  }
  .electrode {
    cursor: grab;
    outline: none;
  }
  text.begin {
    text-anchor: start;
  }
  .electrode rect {
    fill: var(--ink);
    stroke: var(--surface);
    stroke-width: 0.5;
  }
  .electrode:focus-visible rect,
  .electrode:hover rect,
  .electrode.held rect {
    stroke: var(--accent);
    stroke-width: 1.4;
  }
  .outside {
    cursor: ns-resize;
    touch-action: none;
  }
  .end {
    fill: var(--muscle);
    fill-opacity: 0.75;
    stroke: var(--muscle-edge);
    stroke-width: 0.25;
  }
  .stitch {
    fill: none;
    stroke: var(--ink);
    stroke-linecap: round;
    pointer-events: none;
  }
  .handle {
    cursor: grab;
    touch-action: none;
    outline: none;
  }
  .handle:focus-visible .knot,
  .handle:hover .knot,
  .handle.held .knot {
    stroke: var(--ink);
    stroke-width: 1;
  }
  .spread {
    fill: none;
    stroke: var(--accent);
    pointer-events: none;
  }
  .knot {
    fill: var(--accent);
    stroke: var(--surface);
    stroke-width: 0.5;
  }
  .unit {
    cursor: pointer;
  }
  .unit .dot {
    fill: var(--ink);
    fill-opacity: 0.45;
  }
  .unit.picked .dot {
    fill: var(--accent);
    fill-opacity: 1;
  }
  .territory {
    fill: var(--accent);
    fill-opacity: 0.18;
    stroke: var(--accent);
    stroke-width: 0.5;
  }
  .spark,
  .share {
    fill: none;
    stroke: var(--accent);
    stroke-linecap: round;
    pointer-events: none;
  }
  .share {
    stroke: var(--ink-2);
    opacity: 0.55;
  }
  .spark-end {
    fill: var(--accent);
    pointer-events: none;
  }
  .empty {
    display: grid;
    place-items: center;
    height: 100%;
    min-height: 160px;
    text-align: center;
  }
`;
