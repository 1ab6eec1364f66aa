import { css, html, nothing, svg } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { LimbGeometry } from '../../../src/protocol/server-messages.js';
import { shortNames } from '../../data/short-names.js';
import { valueAt } from '../../data/scenario-path.js';
import type { Topic } from '../../data/store.js';
import { limbTexts } from '../../texts/limb.js';
import { phrase } from '../../texts/phrase.js';
import { KeysHere } from '../../ui/keys-here.js';
import { StoreElement } from '../../ui/store-element.js';
import { controls } from '../../ui/styles.js';
import { electrodeStep } from './electrode-step.js';
import { electrodeLabels, rowsOf } from './label-places.js';
import { middleDeg } from './sector-path.js';
import { throttled, wrap } from './touch.js';

/** Shown beyond the outermost electrodes, mm. */
const MARGIN_MM = 35;

/** The limb unrolled: electrodes by angle and place along it, muscles with their end-plates. Electrodes can be moved. */
@customElement('myo-along-view')
export class AlongView extends StoreElement {
  static override styles = [
    controls,
    css`
      svg {
        display: block;
        width: 100%;
        max-height: 320px;
        background: var(--surface-2);
        border: 1px solid var(--line);
        border-radius: var(--radius-s);
        user-select: none;
      }
      .band {
        fill: var(--muscle);
        fill-opacity: 0.55;
        stroke: var(--muscle-edge);
        stroke-width: 0.5;
      }
      .band.chosen {
        stroke: var(--ink);
        stroke-width: 1.2;
      }
      .plates {
        stroke: var(--muscle-live);
        stroke-width: 0.8;
        stroke-dasharray: 2 1.5;
      }
      text {
        fill: var(--ink);
        font-family: var(--font);
        font-weight: 600;
        text-anchor: middle;
        pointer-events: none;
        paint-order: stroke;
        stroke: var(--surface-2);
        stroke-width: 0.2em;
      }
      .electrode {
        cursor: grab;
        outline: none;
        touch-action: none;
      }
      .electrode .dot {
        fill: var(--ink);
        stroke: var(--surface);
        stroke-width: 0.6;
      }
      .electrode:focus-visible .dot,
      .electrode:hover .dot,
      .electrode.held .dot {
        stroke: var(--accent);
        stroke-width: 1.6;
      }
    `,
  ];

  @property({ type: Number }) chosen = -1;
  @state() private held: { index: number; around: number; along: number } | undefined;
  @query('svg') private drawing?: SVGSVGElement;
  protected override readonly topics: readonly Topic[] = ['serverInfo', 'scenario'];

  constructor() {
    super();
    new KeysHere(this, 'electrodes');
  }

  private grab(event: PointerEvent, index: number, radius: number): void {
    const target = event.currentTarget;
    const from = this.at(event);
    if (!(target instanceof Element) || !from) return;
    const path = (key: string): (string | number)[] => ['electrodes', 'positions', index, key];
    const angle = valueAt(this.store.scenario, path('angleDeg'));
    const axial = valueAt(this.store.scenario, path('axialMm'));
    if (typeof angle !== 'number' || typeof axial !== 'number') return;
    target.setPointerCapture(event.pointerId);
    event.preventDefault();
    const sent = throttled(() => {
      if (!this.held) return;
      this.page.dials.set(path('angleDeg').join('.'), Math.round(10 * wrap(angle + this.held.around)) / 10);
      this.page.dials.set(path('axialMm').join('.'), bounded(axial + this.held.along));
    }, 200);
    const move = (moved: Event): void => {
      const to = moved instanceof PointerEvent ? this.at(moved) : undefined;
      if (!to) return;
      const around = (((to.x - from.x) / radius) * 180) / Math.PI;
      this.held = { index, around, along: to.y - from.y };
    };
    const drop = (): void => {
      target.removeEventListener('pointermove', move);
      if (this.held) {
        sent.call();
        sent.flush();
      }
      this.held = undefined;
    };
    target.addEventListener('pointermove', move);
    target.addEventListener('pointerup', drop, { once: true });
    target.addEventListener('pointercancel', drop, { once: true });
  }

  private at(event: PointerEvent): DOMPoint | undefined {
    const matrix = this.drawing?.getScreenCTM();
    return matrix ? new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse()) : undefined;
  }

  private onKey(event: KeyboardEvent, index: number): void {
    const step = electrodeStep(event);
    if (!step) return;
    const { key, delta } = step;
    const path = ['electrodes', 'positions', index, key];
    const value = valueAt(this.store.scenario, path);
    if (typeof value !== 'number') return;
    this.page.dials.set(path.join('.'), key === 'angleDeg' ? wrap(value + delta) : bounded(value + delta));
    event.preventDefault();
    event.stopPropagation();
  }

  override render() {
    const { geometry } = this.store;
    if (!geometry || geometry.electrodes.length === 0) return nothing;
    const t = limbTexts();
    const radius = Math.max(...geometry.layers.map(({ outerRadiusMm }) => outerRadiusMm));
    const places = geometry.electrodes.map(({ contacts }) => ({
      angle: middleDeg(contacts.map(({ angleDeg }) => angleDeg)),
      z: contacts.reduce((sum, { axialMm }) => sum + axialMm, 0) / Math.max(1, contacts.length),
    }));
    const top = Math.min(...places.map(({ z }) => z)) - MARGIN_MM;
    const bottom = Math.max(...places.map(({ z }) => z)) + MARGIN_MM;
    const wide = 2 * Math.PI * radius;
    const x = (deg: number): number => (wrap(deg) / 360) * wide;
    const size = wide / 36;
    const names = electrodeLabels(geometry.electrodes.map(({ name }) => phrase(name)));
    const muscles = shortNames(
      geometry.muscles.map(({ name }) => phrase(name)),
      11,
    );
    const halves = muscles.map((text) => 0.27 * size * text.length);
    // A name that would stand out at a side is moved in.
    const middles = geometry.muscles.map(({ angleDeg }, i) => {
      const most = Math.max(0, wide / 2 - (halves[i] ?? 0));
      return Math.min(most, Math.max(-most, x(angleDeg)));
    });
    const rows = rowsOf(middles.map((middle, i) => ({ x: middle, halfWidth: halves[i] ?? 0 })));
    // Names stand above whatever is drawn.
    const head = size * (0.6 + 1.1 * (1 + Math.max(0, ...rows.map((row) => row ?? 0))));
    return html`<svg
      viewBox="${-wide / 2} ${top - head} ${wide} ${bottom - top + head}"
      role="group"
      aria-label=${t.alongSummary}
    >
      ${geometry.muscles.map((muscle, i) => this.band(muscle, i, { x, wide, top, bottom }))}
      ${rows.map((row, i) =>
        row === undefined
          ? nothing
          : svg`<text x=${middles[i] ?? 0} y=${top - head + size * (0.9 + 1.1 * row)} font-size=${0.85 * size}>${muscles[i]}</text>`,
      )}
      ${geometry.electrodes.map((electrode, i) => {
        const place = places[i] ?? { angle: 0, z: 0 };
        const held = this.held?.index === i ? this.held : undefined;
        const angle = wrap(place.angle + (held?.around ?? 0));
        const z = place.z + (held?.along ?? 0);
        const text = t.place(electrode.name, angle.toFixed(0), z.toFixed(0));
        return svg`<g class="electrode ${held ? 'held' : ''}" tabindex="0" role="slider" data-testid="along-electrode"
            aria-label=${t.electrode(electrode.name)} aria-valuemin="-180" aria-valuemax="180"
            aria-valuenow=${angle.toFixed(0)} aria-valuetext=${text}
            @pointerdown=${(e: PointerEvent) => this.grab(e, i, radius)}
            @keydown=${(e: KeyboardEvent) => this.onKey(e, i)}>
          <circle cx=${x(angle)} cy=${z} r=${1.1 * size} fill="transparent"></circle>
          <circle class="dot" cx=${x(angle)} cy=${z} r=${0.42 * size}><title>${text}</title></circle>
          ${geometry.electrodes.length > 24 ? nothing : svg`<text x=${x(angle)} y=${z + 1.25 * size} font-size=${0.75 * size}>${names[i]}</text>`}
        </g>`;
      })}
    </svg>`;
  }

  /** A muscle where its fibres run; one that lies across the back is drawn on both sides. */
  private band(
    muscle: LimbGeometry['muscles'][number],
    i: number,
    { x, wide, top, bottom }: { x: (deg: number) => number; wide: number; top: number; bottom: number },
  ) {
    const w = Math.min(wide, (muscle.widthDeg / 360) * wide);
    const from = Math.max(top - 5, muscle.proximalMm);
    const until = Math.min(bottom + 5, muscle.distalMm);
    return [-wide, 0, wide].map((turn) => {
      const left = x(muscle.angleDeg) + turn - w / 2;
      if (left > wide / 2 || left + w < -wide / 2) return nothing;
      return svg`<rect class="band ${this.chosen === i ? 'chosen' : ''}" x=${left} y=${from} width=${w}
          height=${Math.max(0, until - from)}><title>${phrase(muscle.name)}</title></rect>
        <line class="plates" x1=${left} x2=${left + w} y1=${muscle.innervationZoneMm} y2=${muscle.innervationZoneMm}>
          <title>${limbTexts().endPlates}</title></line>`;
    });
  }
}

const bounded = (mm: number): number => Math.round(10 * Math.min(200, Math.max(-200, mm))) / 10;
