import { css } from 'lit';

/** Colours and lines of the long view. */
export const alongStyles = css`
  :host {
    display: block;
  }
  .views {
    display: flex;
    gap: 6px;
  }
  svg {
    display: block;
    min-width: 0;
    background: var(--surface-2);
    border: 1px solid var(--line);
    border-radius: var(--radius-s);
    user-select: none;
  }
  .band {
    fill: var(--muscle);
    fill-opacity: 0.55;
    stroke: var(--muscle-edge);
    stroke-width: 0.5;
  }
  .strip .band {
    fill-opacity: 1;
  }
  .band.chosen {
    stroke: var(--ink);
    stroke-width: 1.2;
  }
  .plates {
    stroke: var(--muscle-live);
    stroke-width: 0.8;
    stroke-dasharray: 2 1.5;
  }
  .bone-end {
    stroke: var(--bone-edge);
    stroke-width: 0.8;
    stroke-dasharray: 5 2;
  }
  .layer {
    stroke: var(--line-strong);
    stroke-width: 0.4;
  }
  .layer.skin {
    fill: var(--skin);
  }
  .layer.fat {
    fill: var(--fat);
  }
  .layer.muscle {
    fill: color-mix(in srgb, var(--muscle) 45%, var(--surface));
  }
  .layer.bone,
  .key.bone {
    fill: var(--bone);
    background: var(--bone);
    stroke: var(--bone-edge);
  }
  .layer.stem,
  .key.stem {
    fill: var(--titanium);
    background: var(--titanium);
    stroke: var(--titanium-edge);
  }
  .porous {
    fill: none;
    stroke: var(--titanium-edge);
    stroke-width: 1.2;
    stroke-dasharray: 0.8 1.6;
  }
  .opening,
  .key.opening {
    fill: var(--muscle-live);
    background: var(--muscle-live);
    stroke: var(--muscle-edge);
    stroke-width: 0.4;
  }
  .stitch {
    fill: none;
    stroke: var(--ink);
    stroke-width: 0.8;
    stroke-linecap: round;
  }
  text {
    fill: var(--ink);
    font-family: var(--font);
    font-weight: 600;
    text-anchor: middle;
    pointer-events: none;
    paint-order: stroke;
    stroke: var(--surface-2);
    stroke-width: 0.2em;
  }
  .electrode,
  .handle {
    cursor: grab;
    outline: none;
    touch-action: none;
  }
  .electrode .dot,
  .mark {
    fill: var(--ink);
    stroke: var(--surface);
    stroke-width: 0.6;
  }
  .electrode:focus-visible .dot,
  .electrode:hover .dot,
  .electrode.held .dot {
    stroke: var(--accent);
    stroke-width: 1.6;
  }
  .knot {
    fill: var(--accent);
    stroke: var(--surface);
    stroke-width: 0.6;
  }
  .handle:focus-visible .knot,
  .handle:hover .knot,
  .handle.held .knot {
    stroke: var(--ink);
    stroke-width: 1.4;
  }
  ul {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 12px;
    margin: 4px 0 0;
    padding: 0;
    list-style: none;
    font-size: var(--size-xs);
  }
  .key {
    display: inline-block;
    width: 10px;
    height: 10px;
    margin-right: 4px;
    border: 1px solid var(--line-strong);
    border-radius: 2px;
  }
  p {
    margin: 4px 0 0;
  }
`;
