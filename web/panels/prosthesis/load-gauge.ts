import { html, type TemplateResult } from 'lit';
import type { WorldStance } from '../../../src/protocol/world-state.js';
import { prosthesisTexts } from '../../texts/prosthesis.js';

/** Weight on the prosthesis in kilograms, from none to the whole body's, with what the stage of rehabilitation allows. */
export function loadGauge({ loadKg, limitKg, bodyKg }: WorldStance): TemplateResult {
  const t = prosthesisTexts();
  const share = (kg: number): string =>
    `${Math.min(100, Math.max(0, (100 * kg) / (bodyKg || 1))).toFixed(1)}%`;
  const over = loadKg > limitKg + 0.5;
  const [load, limit] = [loadKg.toFixed(0), limitKg.toFixed(0)];
  return html`<div class="load ${over ? 'over' : ''}">
    <span class="name">${t.load}</span>
    <b class="number" data-testid="load" data-value=${loadKg.toFixed(1)}>${load} kg</b>
    <div
      class="bar"
      role="meter"
      aria-label=${t.load}
      aria-valuemin="0"
      aria-valuemax=${Math.max(1, Math.round(bodyKg))}
      aria-valuenow=${Math.round(Math.min(loadKg, bodyKg))}
      aria-valuetext=${t.loadIs(load, limit)}
    >
      <i .style="width: ${share(loadKg)}"></i><u .style="left: ${share(limitKg)}"></u>
    </div>
    <span class="hint">${over ? html`<strong>▲ ${t.over}</strong>` : t.limit(limit)}</span>
  </div>`;
}
