import { html, svg, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { prosthesisRows } from '../../../src/protocol/stream-rows.js';
import { liveIntent } from '../../data/live-decision.js';
import type { Topic } from '../../data/store.js';
import { phrase } from '../../texts/phrase.js';
import { prosthesisTexts } from '../../texts/prosthesis.js';
import { StoreElement } from '../../ui/store-element.js';
import { controls } from '../../ui/styles.js';
import { armScene } from './arm-scene.js';
import { axesOf, boxAround, fitted } from './camera.js';
import { FeltContacts, type Felt } from './felt.js';
import { focusOf, type Figure } from './figure-scene.js';
import { figureStyles } from './figure-styles.js';
import { drawnSolids, figureDefs, ghostSolids } from './figure-svg.js';
import { anchorWords, feltRun, ghostWord, lettersPx, type Shown } from './figure-words.js';
import { ghostStep, type Positions } from './ghost.js';
import { jointList } from './joint-list.js';
import { legScene } from './leg-scene.js';
import { loadGauge } from './load-gauge.js';
import { carrierOf, targetOf, worldOf } from './scene-input.js';
import { viewStyles } from './view-styles.js';
import { wordStyles } from './word-styles.js';

/** Least of a joint's range by which the intent must differ from what is, to be shown. */
const APART = 0.035;
const views = { arm: { aroundDeg: 34, aboveDeg: 16 }, leg: { aroundDeg: 24, aboveDeg: 9 } } as const;

/** A person's arm or leg that moves by the commands, with the intent as a ghost, and each joint's position below. */
@customElement('myo-prosthesis-view')
export class ProsthesisView extends StoreElement {
  static override styles = [controls, figureStyles, viewStyles, wordStyles];

  /** Name the parts of the anchor. */
  @property({ type: Boolean }) labels = false;
  /** Show the list of joints. */
  @property({ type: Boolean }) joints = false;
  /** More room for the picture than a panel has. */
  @property({ type: Boolean, reflect: true }) large = false;
  @state() private solid: 'flat' | 'loading' | 'shown' | 'unable' = 'flat';
  @state() private size: readonly [width: number, height: number] = [0, 0];
  protected override readonly topics: readonly Topic[] = ['serverInfo', 'scenario', 'test', 'world'];
  protected override readonly streams = ['prosthesis', 'truth'] as const;
  private readonly touches = new FeltContacts();
  private felt: Felt | undefined;
  private positions: Positions = {};
  private ghost: Positions = {};
  private drawnAt = 0;
  private readonly sizes = new ResizeObserver(([entry]) => {
    if (entry) this.size = [entry.contentRect.width, entry.contentRect.height];
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.observe();
  }

  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    this.observe();
  }

  private observe(): void {
    const picture = this.renderRoot?.querySelector('.picture');
    if (picture) this.sizes.observe(picture);
  }

  protected override frame(now: number): void {
    const seconds = Math.min(0.1, (now - this.drawnAt) / 1000);
    if (seconds < 0.03) return;
    this.drawnAt = now;
    const felt = this.touches.at(worldOf(this.store), this.store.info?.sampleRateHz ?? 1000, now);
    if (felt?.index !== this.felt?.index) this.requestUpdate();
    this.felt = felt;
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
    const t = prosthesisTexts();
    const info = this.store.info;
    const joints = info?.joints ?? [];
    const resting = Object.fromEntries(joints.map((joint) => [joint.dof, joint.neutral]));
    const positions: Positions = { ...resting, ...this.positions };
    const ghost: Positions = { ...positions, ...this.ghost };
    const arm = info?.limb !== 'leg';
    const ownElbow = arm && joints.length > 0 && !joints.some((joint) => joint.dof === 'elbow');
    const target = targetOf(this.store);
    const world = worldOf(this.store);
    const carrier = carrierOf(this.store);
    const figure = (arm ? armScene : legScene)({
      positions,
      ghost,
      target: target && { ...positions, ...target.posture },
      world,
      ownElbow,
      carrier,
    });
    const apart = joints.some(
      ({ dof, min, max }) => Math.abs((ghost[dof] ?? 0) - (positions[dof] ?? 0)) > APART * (max - min),
    );
    const label = joints
      .map(({ dof, name, unit }) => `${phrase(name)} ${(positions[dof] ?? 0).toFixed(0)} ${unit}`)
      .join(', ');
    const names = carrier === 'stem' && this.size[0] >= ROOM_PX;
    const told = [t.picture(label), apart ? t.ghostIs : '', target ? t.targetIs : ''].join(' ');
    return html`<div class="picture">
        ${
          this.solid === 'shown'
            ? html`<myo-solid-view
                class="solid"
                .figure=${figure}
                .view=${arm ? views.arm : views.leg}
                .felt=${this.felt}
                .apart=${apart}
                .names=${names}
                .label=${told}
                @unable=${() => (this.solid = 'unable')}
              ></myo-solid-view>`
            : this.drawing(figure, arm, {
                apart,
                names: this.labels && names,
                label: told,
              })
        }
        ${this.solidSwitch()}
      </div>
      ${world?.stance && world.task === 'sit-to-stand' ? loadGauge(world.stance) : ''}
      ${this.joints ? jointList(joints, positions, ghost, target) : ''}`;
  }

  /** Between the drawing and three dimensions. */
  private solidSwitch() {
    const t = prosthesisTexts();
    return html`<button
        data-testid="solid"
        aria-pressed=${this.solid === 'shown'}
        @click=${() => void this.switchSolid()}
      >
        ${t.solid}
      </button>
      <p aria-live="polite">
        ${this.solid === 'loading' ? t.loading : this.solid === 'unable' ? t.noSolid : ''}
      </p>`;
  }

  private async switchSolid(): Promise<void> {
    if (this.solid === 'shown' || this.solid === 'loading') {
      this.solid = 'flat';
      return;
    }
    if (!hasWebGl()) {
      this.solid = 'unable';
      return;
    }
    this.solid = 'loading';
    try {
      await import('./solid-view.js');
    } catch {
      this.solid = 'unable';
      return;
    }
    // Whoever pressed again meanwhile does not want it any more.
    if (this.isLoading()) this.solid = 'shown';
  }

  private isLoading(): boolean {
    return this.solid === 'loading';
  }

  private drawing(
    figure: Figure,
    arm: boolean,
    { apart, names, label }: { readonly apart: boolean; readonly names: boolean; readonly label: string },
  ) {
    const [width, height] = this.size;
    const axes = axesOf(arm ? views.arm : views.leg);
    const box = fitted(boxAround(axes, focusOf(figure, height), 16), width / height, figure.above);
    const shown: Shown = { axes, box, mmPerPx: box.width / (width || 300) };
    return html`<svg
      class="figure"
      viewBox="${box.x} ${box.y} ${box.width} ${box.height}"
      .style="--hair: ${(lettersPx(width) / 10).toFixed(2)}px"
      role="img"
      aria-label=${label}
    >
      ${figureDefs}${drawnSolids(figure.back, axes)}
      ${figure.target.length > 0 ? ghostSolids(figure.target, axes, 'target') : ''}
      ${apart ? ghostSolids(figure.ghost, axes, 'ghost') : ''}${drawnSolids(figure.solids, axes)}
      ${names ? anchorWords(figure, shown) : ''}${apart ? ghostWord(figure, shown, names) : ''}
      ${this.felt ? feltRun(figure, this.felt, shown, names) : svg``}
    </svg>`;
  }
}

/** Narrower than this, names would lie on what they name. */
const ROOM_PX = 310;

/** Whether there is WebGL; the context that is asked for is given back at once. */
function hasWebGl(): boolean {
  const context = document.createElement('canvas').getContext('webgl2');
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}
