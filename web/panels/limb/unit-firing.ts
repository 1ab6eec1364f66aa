import { css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { dischargeRows } from '../../../src/protocol/stream-rows.js';
import { limbTexts } from '../../texts/limb.js';
import { StoreElement } from '../../ui/store-element.js';
import { controls } from '../../ui/styles.js';

/** How the picked motor unit discharges at the moment: a lamp, and its rate of the last second. */
@customElement('myo-unit-firing')
export class UnitFiring extends StoreElement {
  static override styles = [
    controls,
    css`
      p {
        display: flex;
        align-items: center;
        gap: 8px;
        font-size: var(--size-s);
      }
      i {
        width: 12px;
        height: 12px;
        border: 1px solid var(--line-strong);
        border-radius: 50%;
      }
      i.on {
        background: var(--muscle-live);
      }
    `,
  ];

  @property({ type: Number }) muscle = 0;
  @property({ type: Number }) unit = 0;
  @query('i') private lamp?: HTMLElement;
  @query('span') private words?: HTMLElement;
  protected override readonly streams = ['discharges'] as const;
  private saidAt = 0;

  protected override frame(now: number): void {
    const ring = this.store.columns.get('discharges');
    const rows = this.store.rows('discharges');
    if (!ring || !rows || !this.lamp || !this.words) return;
    const places = dischargeRows.places(rows);
    const rate = this.store.info?.sampleRateHz ?? 1;
    const end = this.store.index;
    let recent = 0;
    let newest = -Infinity;
    for (let back = 0; back < ring.held; back++) {
      const column = ring.column(back);
      const at = ring.indexOf(back);
      if (!column || at < end - 1.2 * rate) break;
      if (column[places.muscle] !== this.muscle || column[places.unit] !== this.unit) continue;
      const when = at + (column[places.offset] ?? 0);
      newest = Math.max(newest, when);
      if (when > end - rate) recent++;
    }
    this.lamp.classList.toggle('on', newest > end - 0.06 * rate);
    if (now - this.saidAt < 250) return;
    this.saidAt = now;
    const t = limbTexts();
    this.words.textContent = recent === 0 ? t.silent : t.rate(String(recent));
  }

  override render() {
    return html`<p data-testid="firing"><i></i><span class="number">${limbTexts().silent}</span></p>`;
  }
}
