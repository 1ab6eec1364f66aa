import { css } from 'lit';

/** How the plot of features and what stands around it look. */
export const cloudStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: 8px;
    min-height: 100%;
    container-type: inline-size;
  }
  .plots {
    flex: 1;
    display: grid;
    gap: 14px;
    grid-template-columns: minmax(0, 1fr);
  }
  @container (min-width: 560px) {
    .plots {
      grid-template-columns: minmax(0, 1.35fr) minmax(0, 1fr);
    }
  }
  .plot {
    display: flex;
    flex-direction: column;
    gap: 6px;
  }
  .tools,
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    align-items: center;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .group {
    display: inline-flex;
  }
  .group button {
    margin-left: -1px;
    border-radius: 0;
  }
  .group button:first-child {
    border-radius: var(--radius-s) 0 0 var(--radius-s);
  }
  .group button:last-child {
    border-radius: 0 var(--radius-s) var(--radius-s) 0;
  }
  .axis {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    font-size: var(--size-s);
  }
  .axis select {
    max-width: 11em;
  }
  .legend button {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    padding: 2px 8px;
    font-weight: 500;
  }
  /* All are shown at first: what is left out stands out. */
  .legend button[aria-pressed='true'] {
    background: var(--well);
    border-color: var(--line);
    color: var(--ink);
  }
  .legend button[aria-pressed='false'] {
    border-style: dashed;
    color: var(--ink-2);
    text-decoration: line-through;
  }
  .legend button[aria-pressed='false'] path {
    fill: none;
    stroke: currentcolor;
  }
  .legend svg {
    flex: none;
    width: 12px;
    height: 12px;
  }
  canvas {
    display: block;
    width: 100%;
    height: clamp(250px, 31vh, 640px);
    border: 1px solid var(--line);
    cursor: pointer;
  }
  canvas.solid {
    cursor: grab;
    touch-action: none;
  }
`;
