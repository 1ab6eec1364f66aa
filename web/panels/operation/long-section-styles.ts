import { css } from 'lit';

/** Colours and movements of the long section. */
export const longSectionStyles = css`
  svg {
    display: block;
    width: 100%;
    height: 100%;
  }
  .skin {
    fill: var(--skin);
  }
  .fat {
    fill: var(--fat);
  }
  .swelling {
    fill: url(#water);
  }
  #water circle {
    fill: var(--accent);
    opacity: 0.55;
  }
  .compartment {
    fill: color-mix(in srgb, var(--muscle) 70%, var(--surface));
  }
  .former {
    fill: none;
    stroke: var(--ink-3);
    stroke-width: 1.2;
    stroke-dasharray: 4 3;
  }
  .muscle {
    fill: color-mix(in srgb, var(--muscle-live) 24%, var(--muscle));
    stroke: var(--muscle-edge);
    stroke-width: 0.8;
  }
  .fibre {
    fill: none;
    stroke: var(--muscle-edge);
    stroke-width: 0.6;
    opacity: 0.55;
  }
  .stitch path {
    fill: none;
    stroke: var(--ink);
    stroke-width: 1.3;
  }
  .stitch circle {
    fill: var(--ink);
  }
  .cortex,
  .ingrowth {
    fill: var(--bone);
  }
  .cortex-edge {
    fill: none;
    stroke: var(--bone-edge);
    stroke-width: 1.2;
  }
  .marrow {
    fill: color-mix(in srgb, var(--fat) 60%, var(--bone));
  }
  .canal {
    fill: var(--surface-2);
    stroke: var(--bone-edge);
    stroke-width: 0.8;
  }
  .shaft,
  .head,
  .grip,
  .metal {
    fill: var(--titanium);
    stroke: var(--titanium-edge);
    stroke-width: 0.9;
  }
  .flute {
    stroke: var(--titanium-edge);
    stroke-width: 1.4;
  }
  .porous {
    fill: url(#pores);
  }
  #pores circle {
    fill: var(--titanium-edge);
  }
  .polished {
    fill: var(--shell-2);
    stroke: var(--titanium-edge);
    stroke-width: 0.9;
  }
  .shine {
    stroke: var(--well);
    stroke-width: 1.8;
    stroke-linecap: round;
  }
  .stoma {
    fill: var(--warm);
    opacity: 0.75;
  }
  .lip,
  .edge {
    fill: none;
    stroke: var(--warm);
    stroke-width: 2;
    stroke-linecap: round;
  }
  .gap {
    fill: var(--well);
  }
  .nerve {
    fill: none;
    stroke: var(--caution);
    stroke-width: 3.4;
    stroke-linecap: round;
  }
  .nerve.numb {
    stroke: var(--ink-3);
    stroke-dasharray: 5 5;
    stroke-linecap: butt;
  }
  .knot {
    fill: var(--caution);
    stroke: var(--bad);
    stroke-width: 1.6;
  }
  .fresh {
    fill: var(--caution);
  }
  .ache {
    fill: none;
    stroke: var(--bad);
    stroke-width: 1.6;
    stroke-linecap: round;
  }
  .block {
    stroke: var(--ink);
    stroke-width: 2;
    stroke-dasharray: 2 4;
    stroke-linecap: round;
  }
  .cup {
    fill: var(--shell-2);
  }
  .rim {
    stroke: var(--shell-edge);
    stroke-width: 1;
  }
  .rim:not(.cup) {
    fill: none;
  }
  .glow {
    fill: var(--muscle-live);
    opacity: 0;
  }
  .shell {
    fill: var(--shell);
    stroke: var(--shell-edge);
    stroke-width: 1;
  }
  .dial {
    stroke: var(--ink-2);
    stroke-width: 1;
  }
  .needle {
    stroke: var(--warm);
    stroke-width: 2.4;
  }
  .floor {
    stroke: var(--line-strong);
    stroke-width: 2;
  }
  .crutch {
    fill: none;
    stroke: var(--shell-edge);
    stroke-width: 4;
    stroke-linecap: round;
  }
  .tip {
    fill: var(--ink-2);
  }
  .press {
    fill: none;
    stroke: var(--accent);
    stroke-width: 2.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .way {
    stroke: var(--accent);
    stroke-width: 1.4;
    stroke-dasharray: 2 4;
  }
  .wave {
    stroke: var(--accent);
    stroke-width: 6;
    stroke-linecap: round;
    stroke-dasharray: 5 95;
    stroke-dashoffset: 100;
    animation: run-up 1.8s linear infinite;
  }
  .hum {
    fill: none;
    stroke: var(--accent);
    stroke-width: 1.8;
    stroke-linecap: round;
    animation: hum 1.8s linear infinite;
  }
  .reamer {
    animation: ream 2.4s ease-in-out infinite alternate;
  }
  @keyframes run-up {
    to {
      stroke-dashoffset: 0;
    }
  }
  @keyframes hum {
    0%,
    60% {
      opacity: 0.15;
    }
    80% {
      opacity: 1;
    }
  }
  @keyframes ream {
    from {
      transform: translateY(26px);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .wave,
    .hum,
    .reamer {
      animation: none;
    }
    .wave {
      stroke-dashoffset: 40;
    }
  }
  .labels path {
    fill: none;
    stroke: var(--ink-2);
    stroke-width: 0.8;
  }
  .labels circle {
    fill: var(--ink);
    stroke: var(--well);
    stroke-width: 0.6;
  }
  .labels text {
    fill: var(--ink);
    font: 550 10px var(--font);
  }
  @media (min-width: 760px) {
    .labels text {
      font-size: 8px;
    }
  }
`;
