import { css } from 'lit';

/** Words on the figure and what is felt in it, on the drawing and over the 3-D view. */
export const wordStyles = css`
  svg text {
    font-family: var(--font);
    font-weight: 600;
    paint-order: stroke;
    stroke: var(--well);
    stroke-width: calc(3 * var(--hair, 1.2px));
    vector-effect: non-scaling-stroke;
    stroke-linejoin: round;
  }
  .words path {
    stroke: var(--ink-2);
    fill: none;
  }
  .words circle,
  .words text {
    fill: var(--ink);
  }
  .ghost-word {
    fill: var(--warm);
  }
  .felt text {
    fill: var(--accent);
  }
  .felt path {
    fill: none;
    stroke: var(--accent);
    stroke-linecap: round;
  }
  svg.figure .felt .track {
    stroke-width: calc(2.5 * var(--hair, 1.2px));
    opacity: 0.25;
  }
  svg.figure .felt .pulse {
    stroke-width: calc(6 * var(--hair, 1.2px));
    stroke-dasharray: 9 400;
    stroke-dashoffset: 9;
    animation: run 700ms ease-out forwards;
  }
  .felt .arrived {
    fill: none;
    stroke: var(--accent);
    stroke-width: calc(2 * var(--hair, 1.2px));
    vector-effect: non-scaling-stroke;
    animation: arrive 900ms 500ms ease-out backwards;
  }
  @keyframes run {
    to {
      stroke-dashoffset: -100;
    }
  }
  @keyframes arrive {
    from {
      opacity: 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .felt .pulse {
      display: none;
    }
    .felt .arrived {
      animation: none;
    }
  }
`;
