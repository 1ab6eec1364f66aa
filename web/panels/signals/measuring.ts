import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { struckAt } from '../../data/key-places.js';
import { signalsTexts } from '../../texts/signals.js';
import { KeysHere } from '../../ui/keys-here.js';
import type { Marks } from './measure.js';

/** Two cursors over the traces, to be dragged or moved by the arrow keys. Tells `marks-change` where they went. */
@customElement('myo-measuring')
export class Measuring extends LitElement {
  static override styles = css`
    :host {
      position: relative;
      pointer-events: none;
      overflow: hidden;
    }
    [role='slider'] {
      position: absolute;
      inset-block: 0;
      width: 24px;
      margin-left: -12px;
      cursor: ew-resize;
      pointer-events: auto;
      touch-action: none;
      border: 0;
      padding: 0;
      background: linear-gradient(var(--warm), var(--warm)) center / 2px 100% no-repeat;
    }
    [role='slider']:focus-visible {
      outline: 3px solid var(--accent);
      outline-offset: -3px;
    }
    b {
      position: absolute;
      top: 0;
      left: 14px;
      padding: 0 4px;
      font-size: var(--size-xs);
      background: var(--surface);
      color: var(--ink);
      border: 1px solid var(--warm);
    }
  `;

  @property({ attribute: false }) marks: Marks = [0, 0];
  /** Sample after the last one shown. */
  @property({ type: Number }) end = 0;
  @property({ type: Number }) windowSamples = 1;
  @property({ type: Number }) sampleRateHz = 1;

  constructor() {
    super();
    new KeysHere(this, 'cursors');
  }

  private move(which: 0 | 1, to: number): void {
    const kept = Math.round(Math.min(this.end - 1, Math.max(this.end - this.windowSamples, to)));
    const marks: Marks = which === 0 ? [kept, this.marks[1]] : [this.marks[0], kept];
    this.dispatchEvent(new CustomEvent('marks-change', { detail: marks }));
  }

  private onKey(event: KeyboardEvent, which: 0 | 1): void {
    const found = struckAt('cursors', event);
    if (!found) return;
    event.preventDefault();
    event.stopPropagation();
    const step = found.action === 'far' ? Math.max(1, Math.round(this.windowSamples / 20)) : 1;
    this.move(which, this.marks[which] + (found.nth % 2 === 0 ? -step : step));
  }

  private onDrag(event: PointerEvent, which: 0 | 1): void {
    if (!(event.currentTarget instanceof HTMLElement)) return;
    if (event.type === 'pointerdown') event.currentTarget.setPointerCapture(event.pointerId);
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = this.getBoundingClientRect();
    const share = (event.clientX - box.left) / Math.max(1, box.width);
    this.move(which, this.end - this.windowSamples * (1 - share));
  }

  override render() {
    const t = signalsTexts();
    return ([0, 1] as const).map((which) => {
      const sample = this.marks[which];
      const name = which === 0 ? 'A' : 'B';
      return html`<div
        role="slider"
        tabindex="0"
        data-testid="cursor-${name}"
        aria-label=${t.cursor(name)}
        aria-valuemin=${this.end - this.windowSamples}
        aria-valuemax=${this.end}
        aria-valuenow=${sample}
        aria-valuetext=${t.seconds((sample / this.sampleRateHz).toFixed(3))}
        .style="left: ${100 * (1 - (this.end - sample) / this.windowSamples)}%"
        @keydown=${(e: KeyboardEvent) => this.onKey(e, which)}
        @pointerdown=${(e: PointerEvent) => this.onDrag(e, which)}
        @pointermove=${(e: PointerEvent) => this.onDrag(e, which)}
      >
        <b>${name}</b>
      </div>`;
    });
  }
}
