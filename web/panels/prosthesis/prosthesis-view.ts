// Texts still stand here, in English only.
import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { DofId } from '../../../src/ground/movement/degree-of-freedom.js';
import { prosthesisRows } from '../../../src/protocol/stream-rows.js';
import type { TestTarget } from '../../../src/protocol/test-state.js';
import { liveIntent } from '../../data/live-decision.js';
import { valueAt } from '../../data/scenario-path.js';
import type { Store, Topic } from '../../data/store.js';
import { StoreElement } from '../../ui/store-element.js';
import { controls } from '../../ui/styles.js';
import { anchorLabels } from './anchor-labels.js';
import { armFigure } from './arm-figure.js';
import { figureStyles } from './figure-styles.js';
import { ghostStep, type Positions } from './ghost.js';
import { legFigure } from './leg-figure.js';

/** Arm or leg that moves by the commands, with the intent as a ghost, and each joint's position below. */
@customElement('myo-prosthesis-view')
export class ProsthesisView extends StoreElement {
  static override styles = [
    controls,
    figureStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
        height: 100%;
      }
      svg {
        flex: 1 1 160px;
        min-height: 160px;
        width: 100%;
        display: block;
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 6px 0 0;
        display: grid;
        gap: 3px;
        font-size: var(--size-s);
      }
      li {
        display: grid;
        grid-template-columns: 8.6em 1fr 4.4em;
        gap: 8px;
        align-items: center;
      }
      .scale {
        position: relative;
        height: 10px;
        border-radius: 5px;
        background: var(--surface-2);
        border: 1px solid var(--line);
      }
      .scale i,
      .scale u {
        position: absolute;
        left: 0;
        top: -3px;
        width: 4px;
        height: 14px;
        margin-left: -2px;
        border-radius: 2px;
        background: var(--accent);
      }
      .scale u {
        background: none;
        border: 1.5px dashed var(--warm);
        width: 8px;
        margin-left: -4px;
      }
      .scale {
        overflow: clip;
        overflow-clip-margin: 4px;
      }
      .scale b {
        position: absolute;
        inset-block: 0;
        background: color-mix(in srgb, var(--good) 45%, transparent);
        border-inline: 2px solid var(--good);
      }
      .value {
        text-align: right;
      }
    `,
  ];

  /** Name the parts of the anchor. */
  @property({ type: Boolean }) labels = false;
  /** Leave room for those names. */
  @property({ type: Boolean }) wide = false;
  /** Show the list of joints. */
  @property({ type: Boolean }) joints = false;
  protected override readonly topics: readonly Topic[] = ['serverInfo', 'scenario', 'test'];
  protected override readonly streams = ['prosthesis', 'truth'] as const;
  private positions: Positions = {};
  private ghost: Positions = {};
  private drawnAt = 0;

  protected override frame(now: number): void {
    const seconds = Math.min(0.1, (now - this.drawnAt) / 1000);
    if (seconds < 0.03) return;
    this.drawnAt = now;
    const joints = this.store.info?.joints;
    const column = this.store.columns.get('prosthesis')?.column();
    const rows = this.store.rows('prosthesis');
    if (!joints || !column || !rows) return;
    const { position, finger } = prosthesisRows.places(rows);
    const next: Positions = {};
    for (const { dof, neutral } of joints) {
      const row = position.get(dof);
      next[dof] = row === undefined ? neutral : (column[row] ?? neutral);
    }
    for (const [name, row] of finger) next[`finger.${name}`] = column[row] ?? 0;
    const ghost = ghostStep(this.ghost, next, joints, liveIntent(this.store), seconds, this.store.vocabulary);
    const moved = Object.keys(ghost).some(
      (name) =>
        !(Math.abs((this.positions[name] ?? NaN) - (next[name] ?? NaN)) <= 0.02) ||
        !(Math.abs((this.ghost[name] ?? NaN) - (ghost[name] ?? NaN)) <= 0.02),
    );
    this.positions = next;
    this.ghost = ghost;
    if (moved) this.requestUpdate();
  }

  override render() {
    const info = this.store.info;
    const joints = info?.joints ?? [];
    const resting = Object.fromEntries(joints.map((joint) => [joint.dof, joint.neutral]));
    const positions = { ...resting, ...this.positions };
    const ghost = { ...positions, ...this.ghost };
    const arm = info?.limb !== 'leg';
    const ownElbow = arm && joints.length > 0 && !joints.some((joint) => joint.dof === 'elbow');
    const target = testTarget(this.store);
    const extras = { target: target && { ...positions, ...target.posture }, socket: hasSocket(this.store) };
    const label = joints
      .map(({ dof, name, unit }) => `${name} ${(positions[dof] ?? 0).toFixed(0)} ${unit}`)
      .join(', ');
    return html`<svg
        viewBox=${ownElbow ? '36 96 345 258' : viewBox(arm, this.wide)}
        role="img"
        aria-label="Prosthesis. ${label}. Dashed: what is intended.${target ? ' Green: the posture to reach.' : ''}"
      >
        ${arm ? armFigure(positions, ghost, ownElbow, extras) : legFigure(positions, ghost, extras)}
        ${this.labels && !ownElbow && !extras.socket ? anchorLabels(arm) : ''}
      </svg>
      ${
        this.joints
          ? html`<ul aria-label="Joint positions">
              ${joints.map(({ dof, name, unit, min, max }) => {
                const value = positions[dof] ?? 0;
                const place = (v: number): string =>
                  `left: ${((100 * (v - min)) / (max - min || 1)).toFixed(2)}%`;
                return html`<li>
                  <span>${name}</span>
                  <span class="scale" aria-hidden="true"
                    >${goal(dof, target, place)}<u .style=${place(ghost[dof] ?? value)}></u
                    ><i .style=${place(value)}></i
                  ></span>
                  <span class="value number"
                    ><span data-testid="joint-${dof}" data-value=${value.toFixed(2)}
                      >${value.toFixed(0).replace('-', '−')}</span
                    >${unit === 'deg' ? '°' : ` ${unit}`}</span
                  >
                </li>`;
              })}
            </ul>`
          : ''
      }`;
  }
}

/** A limb without an implant carries its prosthesis by a socket. */
function hasSocket(store: Store): boolean {
  return valueAt(store.scenario, ['limb', 'stemRadiusMm']) === 0;
}

/** Posture that a running test asks for. */
function testTarget(store: Store): TestTarget | undefined {
  const state = store.test?.state;
  if (!state?.target || (state.phase !== 'trial' && state.phase !== 'pause')) return undefined;
  return state.target;
}

/** Stretch of a joint's scale that counts as reached. */
function goal(dof: DofId, target: TestTarget | undefined, place: (value: number) => string) {
  const at = target?.posture[dof];
  if (at === undefined) return '';
  const tolerance = target?.tolerance[dof] ?? 0;
  const from = place(at - tolerance);
  return html`<b .style="${from}; right: calc(100% - ${place(at + tolerance).replace('left: ', '')})"></b>`;
}

/** Stump to fingertips or toes in every posture; to the left, room for names. */
function viewBox(arm: boolean, wide: boolean): string {
  if (arm) return wide ? '-56 40 430 408' : '64 40 310 408';
  return wide ? '-56 10 346 390' : '20 10 270 390';
}
