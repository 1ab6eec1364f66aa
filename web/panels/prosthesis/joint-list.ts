import { html, type TemplateResult } from 'lit';
import type { DofId } from '../../../src/ground/movement/degree-of-freedom.js';
import type { JointInfo } from '../../../src/protocol/server-messages.js';
import { phrase } from '../../texts/phrase.js';
import { prosthesisTexts } from '../../texts/prosthesis.js';
import type { Positions } from './ghost.js';

/** Posture that is asked for, and how near each joint must come. */
export interface Target {
  readonly posture: Readonly<Partial<Record<DofId, number>>>;
  readonly tolerance: Readonly<Partial<Record<DofId, number>>>;
}

/** Where each joint is between its ends, where it is intended to be, and what stretch counts as reached. */
export function jointList(
  joints: readonly JointInfo[],
  positions: Readonly<Positions>,
  ghost: Readonly<Positions>,
  target: Target | undefined,
): TemplateResult {
  return html`<ul aria-label=${prosthesisTexts().joints}>
    ${joints.map(({ dof, name, unit, min, max }) => {
      const value = positions[dof] ?? 0;
      const share = (v: number): number => (100 * (Math.min(max, Math.max(min, v)) - min)) / (max - min || 1);
      const left = (v: number): string => `left: ${share(v).toFixed(2)}%`;
      const at = target?.posture[dof];
      const near = target?.tolerance[dof] ?? 0;
      return html`<li>
        <span>${phrase(name)}</span>
        <span class="scale" aria-hidden="true"
          >${
            at === undefined
              ? ''
              : html`<b .style="${left(at - near)}; right: ${(100 - share(at + near)).toFixed(2)}%"></b>`
          }<u .style=${left(ghost[dof] ?? value)}></u><i .style=${left(value)}></i
        ></span>
        <span class="value number"
          ><span data-testid="joint-${dof}" data-value=${value.toFixed(2)}
            >${value.toFixed(0).replace('-', '−')}</span
          >${unit === 'deg' ? '°' : ` ${unit}`}</span
        >
      </li>`;
    })}
  </ul>`;
}
