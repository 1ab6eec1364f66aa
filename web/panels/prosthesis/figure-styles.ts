import { css } from 'lit';

/** Materials of the drawn limb. */
export const figureStyles = css`
  .skin {
    fill: var(--skin);
    stroke: color-mix(in srgb, var(--skin) 70%, var(--ink));
    stroke-width: 1.5;
    opacity: 0.9;
  }
  .muscle-shape {
    fill: var(--muscle-edge);
    opacity: 0.55;
  }
  .bone {
    fill: var(--bone);
    stroke: var(--bone-edge);
    stroke-width: 1.5;
  }
  .stem,
  .titanium,
  .wrist {
    fill: var(--titanium);
    stroke: var(--titanium-edge);
    stroke-width: 1.4;
  }
  .thread {
    stroke: var(--titanium-edge);
    stroke-width: 1;
  }
  .stoma {
    fill: color-mix(in srgb, var(--skin) 55%, var(--muscle-live));
    opacity: 0.75;
  }
  .shell {
    fill: var(--shell);
    stroke: var(--shell-edge);
    stroke-width: 1.8;
    stroke-linejoin: round;
  }
  .seam {
    stroke: var(--shell-2);
    stroke-width: 2;
    fill: none;
  }
  .joint {
    fill: var(--shell-2);
    stroke: var(--shell-edge);
    stroke-width: 1.5;
  }
  .pin {
    fill: var(--shell-edge);
  }
  .mark {
    fill: var(--accent);
  }
  .mark.behind {
    fill: none;
    stroke: var(--accent);
  }
  .digit,
  .digit-edge,
  .digit-ghost {
    fill: none;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .digit-edge {
    stroke: var(--shell-edge);
    stroke-width: 13.5;
  }
  .digit {
    stroke: var(--shell);
    stroke-width: 10.5;
  }
  .digit.thumb {
    stroke: var(--shell-2);
  }
  .knuckle {
    fill: var(--shell-edge);
  }
  .labels path {
    stroke: var(--ink-2);
    stroke-width: 0.8;
  }
  .labels circle {
    fill: var(--ink);
  }
  .labels text {
    fill: var(--ink-2);
    font: 500 9.5px var(--font);
    text-anchor: end;
  }
  .socket {
    fill: color-mix(in srgb, var(--shell-2) 72%, transparent);
    stroke: var(--shell-edge);
    stroke-width: 1.8;
  }
  .ghost {
    opacity: 0.85;
  }
  .ghost * {
    fill: none;
    stroke: var(--warm);
    stroke-width: 1.3;
    stroke-dasharray: 4 3;
  }
  .ghost.target * {
    stroke: var(--good);
    stroke-width: 2.6;
    stroke-dasharray: none;
  }
  .ghost.target .digit-ghost {
    stroke-width: 3.4;
  }
  .ghost .digit-ghost {
    stroke-width: 1.6;
  }
  .ghost .pin,
  .ghost .seam,
  .ghost .joint,
  .ghost .mark {
    display: none;
  }
`;
