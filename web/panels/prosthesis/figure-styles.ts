import { css } from 'lit';

/** Materials of the drawn figure. */
export const figureStyles = css`
  svg.figure path {
    stroke-width: var(--hair, 1.2px);
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
  }
  .skin {
    fill: var(--skin);
    stroke: color-mix(in srgb, var(--skin) 68%, var(--ink));
  }
  .muscle {
    fill: color-mix(in srgb, var(--muscle-edge) 82%, var(--muscle-live));
    stroke: color-mix(in srgb, var(--muscle-edge) 60%, var(--ink));
  }
  .bone {
    fill: var(--bone);
    stroke: var(--bone-edge);
  }
  .stem,
  .titanium {
    fill: var(--titanium);
    stroke: var(--titanium-edge);
  }
  .stoma {
    fill: color-mix(in srgb, var(--skin) 45%, var(--muscle-live));
    stroke: none;
  }
  .socket {
    fill: color-mix(in srgb, var(--shell-2) 78%, transparent);
    stroke: var(--shell-edge);
  }
  .shell {
    fill: var(--shell);
    stroke: var(--shell-edge);
  }
  .pad {
    fill: color-mix(in srgb, var(--shell-2) 62%, var(--shell-edge));
    stroke: color-mix(in srgb, var(--shell-edge) 80%, var(--ink));
  }
  .dark {
    fill: color-mix(in srgb, var(--shell-edge) 70%, var(--shell-2));
    stroke: color-mix(in srgb, var(--shell-edge) 70%, var(--ink));
  }
  .cloth {
    fill: color-mix(in srgb, var(--accent) 20%, var(--surface-2));
    stroke: color-mix(in srgb, var(--accent) 32%, var(--line));
  }
  .cloth-2 {
    fill: color-mix(in srgb, var(--accent) 34%, var(--surface-2));
    stroke: color-mix(in srgb, var(--accent) 46%, var(--line));
  }
  .seat {
    fill: color-mix(in srgb, var(--bone) 45%, var(--surface-2));
    stroke: color-mix(in srgb, var(--bone-edge) 70%, var(--surface-2));
  }
  .table {
    fill: color-mix(in srgb, var(--bone) 52%, var(--surface));
    stroke: color-mix(in srgb, var(--bone-edge) 80%, var(--surface));
  }
  .wall {
    fill: color-mix(in srgb, var(--bone-edge) 45%, var(--surface-2));
    stroke: var(--bone-edge);
  }
  .goal {
    fill: color-mix(in srgb, var(--good) 16%, transparent);
    stroke: var(--good);
    stroke-dasharray: 5 3;
  }
  .cup {
    fill: color-mix(in srgb, var(--well) 46%, transparent);
    stroke: color-mix(in srgb, var(--ink-2) 70%, transparent);
  }
  .water {
    fill: color-mix(in srgb, #3d8fc9 62%, transparent);
    stroke: none;
  }
  .block {
    fill: color-mix(in srgb, var(--accent) 74%, var(--well));
    stroke: color-mix(in srgb, var(--accent) 60%, var(--ink));
  }
  .block-2 {
    fill: color-mix(in srgb, var(--caution) 70%, var(--well));
    stroke: color-mix(in srgb, var(--caution) 60%, var(--ink));
  }
  .floor {
    fill: color-mix(in srgb, var(--ink) 5%, var(--surface));
    stroke: var(--line);
  }
  .shadow {
    fill: color-mix(in srgb, var(--ink) 9%, transparent);
    stroke: none;
  }
  path.lit {
    fill: url(#light);
    stroke: none;
  }
  path.porous {
    fill: url(#pores);
  }
  .bright {
    stop-color: #ffffff;
    stop-opacity: 0.42;
  }
  .none {
    stop-color: #808080;
    stop-opacity: 0;
  }
  .dim {
    stop-color: #05131a;
    stop-opacity: 0.26;
  }
  .pore {
    fill: color-mix(in srgb, var(--titanium-edge) 80%, var(--ink));
  }
  .grain {
    fill: color-mix(in srgb, var(--titanium) 40%, #ffffff);
  }
  .ghost,
  .target {
    opacity: 0.62;
  }
  .ghost .rim path {
    fill: none;
    stroke: var(--warm);
    stroke-width: calc(2.8 * var(--hair, 1.2px));
    stroke-dasharray: 5 3;
  }
  .ghost .body path {
    fill: var(--warm-soft);
    stroke: none;
  }
  .target .rim path {
    fill: none;
    stroke: var(--good);
    stroke-width: calc(3.8 * var(--hair, 1.2px));
  }
  .target .body path {
    fill: color-mix(in srgb, var(--good) 18%, var(--well));
    stroke: none;
  }
`;
