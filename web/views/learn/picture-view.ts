import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Picture } from './picture.js';
import { drawn, HEIGHT, WIDTH } from './picture-drawing.js';

/** One picture of a lesson, live or still. */
@customElement('myo-lesson-picture')
export class PictureView extends LitElement {
  static override styles = css`
    :host {
      display: block;
    }
    svg {
      display: block;
      width: 100%;
      height: auto;
      color: var(--accent);
      background: var(--well);
      border-radius: var(--radius-s);
    }
    .axis {
      stroke: var(--line-strong);
    }
    .label {
      font: 11px var(--font);
      fill: var(--ink-3);
    }
    :host([compact]) .label {
      font-size: 15px;
    }
    .strong {
      font-weight: 600;
      fill: var(--ink);
    }
    .trace {
      fill: var(--trace-filtered);
      stroke: var(--trace-filtered);
      stroke-width: 0.6;
    }
    .bar-size {
      stroke: var(--warm);
      stroke-width: 3;
    }
    polyline {
      fill: none;
      stroke-width: 1.6;
    }
    polyline.raw {
      stroke: var(--trace-clean);
    }
    polyline.filtered {
      stroke: var(--trace-filtered);
      stroke-dasharray: 5 2;
    }
    .wave {
      stroke: var(--accent);
    }
    text.raw {
      fill: var(--warm);
    }
    .dots {
      stroke: var(--accent);
      stroke-width: 1.8;
    }
    .column {
      fill: var(--accent);
    }
    .span {
      fill: var(--accent-soft);
      stroke: var(--surface);
    }
    .span.rest {
      fill: var(--surface-2);
    }
    .hatch-ground {
      fill: var(--warm-soft);
    }
    .hatch-line {
      fill: var(--warm);
    }
    @media (forced-colors: active) {
      svg {
        forced-color-adjust: none;
      }
    }
  `;

  @property({ attribute: false }) picture: Picture | undefined;
  /** Value that fills a row. */
  @property({ type: Number }) scale = 1;
  /** Small: its words are larger in proportion. */
  @property({ type: Boolean, reflect: true }) compact = false;
  @property() label = '';
  @property({ attribute: false }) nameOf: (movement: string) => string = (movement) => movement;

  override render() {
    const { picture, scale } = this;
    return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${this.label}>
      ${picture ? drawn(picture, scale, this.nameOf) : nothing}
    </svg>`;
  }
}
