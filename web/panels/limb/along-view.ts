import { html, nothing, svg } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { LimbGeometry } from '../../../src/protocol/server-messages.js';
import { valueAt } from '../../data/scenario-path.js';
import type { Topic } from '../../data/store.js';
import { limbTexts } from '../../texts/limb.js';
import { phrase } from '../../texts/phrase.js';
import { KeysHere } from '../../ui/keys-here.js';
import { StoreElement } from '../../ui/store-element.js';
import { controls } from '../../ui/styles.js';
import { ALONG_MARGIN_MM, alongNames } from './along-names.js';
import { alongStyles } from './along-styles.js';
import { electrodeStep } from './electrode-step.js';
import { sutureHandle, sutureSaid } from './limb-suture.js';
import { longStrip, stripEnd, stripHalf } from './long-strip.js';
import { middleDeg } from './sector-path.js';
import { stumpLengths, type StumpLengths } from './stump-lengths.js';
import {
  fixationIn,
  roomOf,
  setSuture,
  sutureByKey,
  sutureIn,
  tensionAfter,
  type Suture,
} from './suture-dials.js';
import { sutureAfter, throttled, wrap } from './touch.js';

/** The limb unrolled: electrodes by angle and place along it, muscles with their end-plates. Electrodes can be moved. */
@customElement('myo-along-view')
export class AlongView extends StoreElement {
  static override styles = [controls, alongStyles];

  @property({ type: Number }) chosen = -1;
  @state() private held: { index: number; around: number; along: number } | undefined;
  @state() private suture: Suture | undefined;
  /** Width of both drawings, px. */
  @state() private widePx = 500;
  @query('svg') private drawing?: SVGSVGElement;
  protected override readonly topics: readonly Topic[] = ['serverInfo', 'scenario'];

  constructor() {
    super();
    new KeysHere(this, 'electrodes');
    new KeysHere(this, 'sutures', { able: () => this.chosen >= 0 });
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

  private readonly sizes = new ResizeObserver(([entry]) => {
    this.widePx = Math.max(200, entry?.contentRect.width ?? 0);
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.sizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
  }

  private grabSuture(event: PointerEvent, radius: number): void {
    const { geometry, scenario } = this.store;
    const muscle = geometry?.muscles[this.chosen];
    const [target, from] = [event.currentTarget, this.at(event)];
    const now = sutureIn(scenario, this.chosen);
    if (!geometry || !muscle || !now || !from || !(target instanceof Element)) return;
    target.setPointerCapture(event.pointerId);
    event.preventDefault();
    const move = (moved: Event): void => {
      const to = moved instanceof PointerEvent ? this.at(moved) : undefined;
      if (!to) return;
      const aroundDeg = (((to.x - from.x) / radius) * 180) / Math.PI;
      const around = sutureAfter(now, { aroundDeg, outwardsMm: 0 }, muscle, roomOf(geometry));
      const tension = tensionAfter(now.tension, muscle.distalMm - muscle.innervationZoneMm, to.y - from.y);
      this.suture = { ...now, angleDeg: around.angleDeg, tension };
    };
    const drop = (): void => {
      target.removeEventListener('pointermove', move);
      const wanted = this.suture;
      this.suture = undefined;
      if (wanted) setSuture(this.page.dials, this.chosen, now, wanted);
    };
    target.addEventListener('pointermove', move);
    target.addEventListener('pointerup', drop, { once: true });
    target.addEventListener('pointercancel', drop, { once: true });
  }

  private keySuture(event: KeyboardEvent): void {
    const { geometry, scenario } = this.store;
    const muscle = geometry?.muscles[this.chosen];
    const now = sutureIn(scenario, this.chosen);
    if (!geometry || !muscle || !now) return;
    const next = sutureByKey(now, event, 'along', muscle, roomOf(geometry));
    if (!next) return;
    setSuture(this.page.dials, this.chosen, now, next);
    event.preventDefault();
    event.stopPropagation();
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
    const told = this.store.geometry;
    if (!told || told.electrodes.length === 0) return nothing;
    const geometry = this.dragged(told);
    const t = limbTexts();
    const { scenario } = this.store;
    const lengths = stumpLengths(scenario, told);
    const places = geometry.electrodes.map(({ contacts }) => ({
      angle: middleDeg(contacts.map(({ angleDeg }) => angleDeg)),
      z: contacts.reduce((sum, { axialMm }) => sum + axialMm, 0) / Math.max(1, contacts.length),
    }));
    const radius = Math.max(...geometry.layers.map(({ outerRadiusMm }) => outerRadiusMm));
    const [wide, half] = [2 * Math.PI * radius, stripHalf(geometry)];
    const [first, last] = [Math.min(...places.map(({ z }) => z)), Math.max(...places.map(({ z }) => z))];
    const top = first - ALONG_MARGIN_MM;
    const bottom = Math.max(last + ALONG_MARGIN_MM, Math.min(last + 140, stripEnd(lengths)));
    const sewn = geometry.muscles[this.chosen];
    const knot = sewn && { angle: sewn.angleDeg, z: sewn.distalMm };
    const names = alongNames(geometry, places, { wide, mmPerPx: (wide + 2 * half) / this.widePx, knot });
    const [y, tall] = [top - names.head, bottom - top + names.head];
    const x = (deg: number): number => (wrap(deg) / 360) * wide;
    const fixations = geometry.muscles.map((_, i) => fixationIn(scenario, i));
    return html`<div class="views">
        <svg
          .style=${`flex: ${wide} 1 0`}
          viewBox="${-wide / 2} ${y} ${wide} ${tall}"
          role="group"
          aria-label=${t.alongSummary}
        >
          ${
            lengths.boneEndMm === undefined
              ? nothing
              : svg`<line class="bone-end" x1=${-wide / 2} x2=${wide / 2} y1=${lengths.boneEndMm} y2=${lengths.boneEndMm}><title>${t.boneEnd}</title></line>`
          }
          ${geometry.muscles.map((muscle, i) => this.band(muscle, i, { x, wide, top, bottom }))}
          ${names.texts.map(
            ({ text, x: left, y: down }) =>
              svg`<text x=${left} y=${down} font-size=${names.letters}>${text}</text>`,
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
              <circle cx=${x(angle)} cy=${z} r=${1.15 * names.letters} fill="transparent"></circle>
              <circle class="dot" cx=${x(angle)} cy=${z} r=${0.38 * names.letters}><title>${text}</title></circle>
            </g>`;
          })}
          ${this.sutureKnot(geometry, fixations, { x, radius, bottom, letters: names.letters })}
        </svg>
        <svg
          class="strip"
          .style=${`flex: ${2 * half} 1 0`}
          viewBox="${-half} ${y} ${2 * half} ${tall}"
          role="img"
          data-testid="long-strip"
          aria-label=${t.strip(lengths.boneEndMm !== undefined, lengths.stem !== undefined, lengths.passage)}
        >
          ${longStrip(geometry, lengths, fixations, { top: y, bottom, chosen: this.chosen })}
          ${places.map(({ angle, z }, i) => {
            const across = Math.cos((angle * Math.PI) / 180);
            const out = geometry.electrodes[i]?.contacts[0]?.radiusMm ?? radius;
            // Only those that the cut comes near to lie in it.
            return Math.abs(across) < 0.85
              ? nothing
              : svg`<circle class="mark" cx=${-Math.sign(across) * out} cy=${z} r=${0.28 * names.letters}></circle>`;
          })}
        </svg>
      </div>
      ${lengths.boneEndMm === undefined ? nothing : this.legend(lengths)}
      ${this.suture || this.chosen >= 0 ? this.sutureNow() : nothing}`;
  }

  /** What the section shows, and what of it is only drawn. */
  private legend({ stem, passage }: StumpLengths) {
    const t = limbTexts();
    return html`<ul>
        <li><i class="key bone"></i>${t.bone}</li>
        ${stem ? html`<li><i class="key stem"></i>${t.stem}</li>` : nothing}
        ${passage ? html`<li><i class="key opening"></i>${t.passage}</li>` : nothing}
      </ul>
      <p class="hint">${t.stripAssumed}</p>`;
  }

  private sutureNow() {
    const now = this.suture ?? sutureIn(this.store.scenario, this.chosen);
    if (!now) return nothing;
    const t = limbTexts();
    return html`<p class="number" data-testid="suture-now"><b>${t.sutureNow}</b> ${sutureSaid(now)}</p>
      <p class="hint">${t.sutureHow}</p>`;
  }

  /** The limb as it is told, with the chosen muscle where its suture is dragged to. */
  private dragged(told: LimbGeometry): LimbGeometry {
    const now = sutureIn(this.store.scenario, this.chosen);
    const { suture } = this;
    if (!now || !suture) return told;
    return {
      ...told,
      muscles: told.muscles.map((muscle, i) => {
        if (i !== this.chosen) return muscle;
        const longer = suture.tension / now.tension;
        const from = muscle.innervationZoneMm;
        return {
          ...muscle,
          angleDeg: wrap(muscle.angleDeg + suture.angleDeg - now.angleDeg),
          distalMm: from + longer * (muscle.distalMm - from),
          proximalMm: from + longer * (muscle.proximalMm - from),
        };
      }),
    };
  }

  /** The sewn end of the chosen muscle: around the limb it is moved, along it tightened. */
  private sutureKnot(
    geometry: LimbGeometry,
    fixations: readonly (number | undefined)[],
    {
      x,
      radius,
      bottom,
      letters,
    }: { x: (deg: number) => number; radius: number; bottom: number; letters: number },
  ) {
    const muscle = geometry.muscles[this.chosen];
    const suture = this.suture ?? sutureIn(this.store.scenario, this.chosen);
    if (!muscle || !suture || fixations[this.chosen] === undefined) return nothing;
    const grip = {
      suture,
      held: this.suture !== undefined,
      grab: (event: PointerEvent) => this.grabSuture(event, radius),
      key: (event: KeyboardEvent) => this.keySuture(event),
    };
    return sutureHandle(muscle.name, grip, {
      x: x(muscle.angleDeg),
      y: Math.min(bottom - letters, muscle.distalMm),
      grasp: 1.3 * letters,
      knot: 0.5 * letters,
      testId: 'along-suture',
    });
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
