import { html, nothing, svg } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { truthRows } from '../../../src/protocol/stream-rows.js';
import type { LimbGeometry } from '../../../src/protocol/server-messages.js';
import { isRecord } from '../../data/is-record.js';
import { valueAt } from '../../data/scenario-path.js';
import type { Topic } from '../../data/store.js';
import { KeysHere } from '../../ui/keys-here.js';
import { StoreElement } from '../../ui/store-element.js';
import { controls } from '../../ui/styles.js';
import { limbTexts } from '../../texts/limb.js';
import { phrase } from '../../texts/phrase.js';
import { electrodeStep } from './electrode-step.js';
import { electrodeLabels, labelPlaces, type LabelPlace } from './label-places.js';
import { angleOf, labelLines, middleDeg, polar, sectorPath } from './sector-path.js';
import { limbViewStyles } from './limb-view-styles.js';
import { shareArcs, sparkArcs, spreadBand } from './limb-arcs.js';
import { limbMarks, skinGrip } from './limb-marks.js';
import { muscleEnd, sutureMarks, type SutureGrip } from './limb-suture.js';
import { extentOf, outsideLabels } from './outside-labels.js';
import { sparkSpread } from './spark-spread.js';
import { fixationIn, roomOf, setSuture, sutureByKey, sutureIn, type Suture } from './suture-dials.js';
import { draggedLimb, fatAfter, peakOf, sutureAfter, throttled, wrap } from './touch.js';

const fills: Record<string, string> = {
  stem: 'var(--titanium)',
  bone: 'var(--bone)',
  muscle: 'var(--muscle)',
  fat: 'var(--fat)',
  skin: 'var(--skin)',
};

/** What the page calls a layer. */
function layerText(name: string): string {
  const t = limbTexts();
  const texts: Record<string, string> = {
    stem: t.stem,
    bone: t.bone,
    muscle: t.muscleLayer,
    fat: t.fat,
    skin: t.skin,
  };
  return texts[name] ?? name;
}

/** Live cross-section of the limb; electrodes can be dragged or moved with the arrow keys. */
@customElement('myo-limb-view')
export class LimbView extends StoreElement {
  static override styles = [controls, limbViewStyles];

  /** Allow electrodes to be moved. */
  @property({ type: Boolean }) movable = false;
  /** Chosen muscle; a click on a sector fires `muscle-chosen` with its number. */
  @property({ type: Number }) chosen = -1;
  /** Show what each electrode hears of each muscle, and the spark of the motor unit picked. */
  @property({ type: Boolean }) heard = false;
  /** Motor unit picked of the chosen muscle; a click on a territory fires `unit-chosen` with its number. */
  @property({ type: Number }) unit = 0;
  /** Millimetres by which the skin is dragged outwards. */
  @state() private outwards = 0;
  @state() private suture: Suture | undefined;
  private heldSize: { readonly x: number; readonly y: number; readonly zoomed: number } | undefined;
  private extent = { x: 50, y: 50 };
  private brightest: { readonly of: string; readonly volts: number } | undefined;
  @state() private dragging: { index: number; delta: number } | undefined;
  @query('svg') private drawing?: SVGSVGElement;

  protected override readonly topics: readonly Topic[] = ['serverInfo', 'scenario', 'muap', 'crosstalk'];
  protected override readonly streams = ['truth'] as const;
  private drawnAt = 0;

  constructor() {
    super();
    new KeysHere(this, 'electrodes', { able: () => this.movable });
    new KeysHere(this, 'sutures', { able: () => this.movable && this.chosen >= 0 });
  }

  protected override frame(now: number): void {
    // 30 a second are enough for a glow.
    if (now - this.drawnAt < 33) return;
    this.drawnAt = now;
    const truth = this.store.columns.get('truth')?.column();
    const muscles = this.store.geometry?.muscles;
    const rows = this.store.rows('truth');
    if (!truth || !rows || !muscles || !this.drawing) return;
    const places = truthRows.places(rows).excitation;
    const glows = this.drawing.querySelectorAll<SVGPathElement>('.glow');
    const levels = this.drawing.querySelectorAll<SVGTextElement>('.level');
    muscles.forEach((muscle, i) => {
      const row = places.get(muscle.name);
      const excitation = row === undefined ? 0 : Math.min(1, Math.max(0, truth[row] ?? 0));
      glows[i]?.setAttribute('opacity', Math.sqrt(excitation).toFixed(2));
      const level = levels[i];
      const text = excitation > 0.01 ? `${(100 * excitation).toFixed(0)} %` : '';
      if (level && level.textContent !== text) level.textContent = text;
    });
  }

  private point(event: PointerEvent): number {
    const matrix = this.drawing?.getScreenCTM();
    if (!matrix) return 0;
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
    return angleOf(x, y);
  }

  /** The limb as it is told, with what is being dragged already where it is dragged to. */
  private get geometry(): LimbGeometry | null {
    const told = this.store.geometry;
    if (!told || (this.outwards === 0 && !this.suture)) return told;
    return draggedLimb(told, this.outwards, this.chosen, this.sutureMoved);
  }

  /** By how much the suture in the hand is away from where it is told. */
  private get sutureMoved(): { readonly aroundDeg: number; readonly outwardsMm: number } | undefined {
    const [now, wanted] = [sutureIn(this.store.scenario, this.chosen), this.suture];
    if (!now || !wanted) return undefined;
    return { aroundDeg: wanted.angleDeg - now.angleDeg, outwardsMm: now.depthMm - wanted.depthMm };
  }

  /** Follow the pointer until it lets go. */
  private follow(event: PointerEvent, move: (x: number, y: number) => void, drop: () => void): void {
    const target = event.currentTarget;
    if (!(target instanceof Element)) return;
    target.setPointerCapture(event.pointerId);
    event.preventDefault();
    const moved = (e: Event): void => {
      const at = e instanceof PointerEvent ? this.place(e) : undefined;
      if (at) move(at.x, at.y);
    };
    const done = (): void => {
      target.removeEventListener('pointermove', moved);
      drop();
    };
    target.addEventListener('pointermove', moved);
    target.addEventListener('pointerup', done, { once: true });
    target.addEventListener('pointercancel', done, { once: true });
  }

  private place(event: PointerEvent): DOMPoint | undefined {
    const matrix = this.drawing?.getScreenCTM();
    return matrix ? new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse()) : undefined;
  }

  private grabSkin(event: PointerEvent): void {
    const from = this.place(event);
    const fat = valueAt(this.store.scenario, ['limb', 'fatThicknessMm']);
    if (!from || typeof fat !== 'number') return;
    const outer = this.skinOf(this.store.geometry);
    // Nothing jumps while the skin is in the hand.
    this.heldSize = { ...this.extent, zoomed: outer * 1.14 + 1.5 };
    const start = Math.hypot(from.x, from.y);
    let wanted = fat;
    const sent = throttled(() => this.page.dials.set('limb.fatThicknessMm', wanted), 250);
    // What the patient already says of it is not added again.
    const drawn = (): number => this.skinOf(this.store.geometry) - skin;
    const skin = this.skinOf(this.store.geometry);
    this.follow(
      event,
      (x, y) => {
        wanted = fatAfter(fat, Math.hypot(x, y) - start);
        this.outwards = wanted - fat - drawn();
        sent.call();
      },
      () => {
        sent.flush();
        this.outwards = 0;
        this.heldSize = undefined;
      },
    );
  }

  private skinOf(geometry: LimbGeometry | null): number {
    return Math.max(0, ...(geometry?.layers.map(({ outerRadiusMm }) => outerRadiusMm) ?? []));
  }

  private grabSuture(event: PointerEvent): void {
    const { geometry } = this.store;
    const muscle = geometry?.muscles[this.chosen];
    const from = this.place(event);
    const now = sutureIn(this.store.scenario, this.chosen);
    if (!geometry || !muscle || !from || !now) return;
    const [angle, reach] = [angleOf(from.x, from.y), Math.hypot(from.x, from.y)];
    this.follow(
      event,
      (x, y) => {
        const moved = { aroundDeg: wrap(angleOf(x, y) - angle), outwardsMm: Math.hypot(x, y) - reach };
        this.suture = { ...now, ...sutureAfter(now, moved, muscle, roomOf(geometry)) };
      },
      () => {
        const wanted = this.suture;
        this.suture = undefined;
        if (wanted) setSuture(this.page.dials, this.chosen, now, wanted);
      },
    );
  }

  private keySuture(event: KeyboardEvent): void {
    const { geometry, scenario } = this.store;
    const muscle = geometry?.muscles[this.chosen];
    const now = sutureIn(scenario, this.chosen);
    if (!geometry || !muscle || !now) return;
    const next = sutureByKey(now, event, 'across', muscle, roomOf(geometry));
    if (!next) return;
    setSuture(this.page.dials, this.chosen, now, next);
    event.preventDefault();
    event.stopPropagation();
  }

  private gripOf(i: number): SutureGrip | undefined {
    const suture = this.suture ?? sutureIn(this.store.scenario, i);
    if (!this.movable || this.chosen !== i || !suture) return undefined;
    return {
      suture,
      held: this.suture !== undefined,
      grab: (event) => this.grabSuture(event),
      key: (event) => this.keySuture(event),
    };
  }

  private grab(event: PointerEvent, index: number, angleDeg: number): void {
    if (!this.movable || !(event.currentTarget instanceof Element)) return;
    const target = event.currentTarget;
    target.setPointerCapture(event.pointerId);
    event.preventDefault();
    const moveTo = (moved: PointerEvent): number => wrap(this.point(moved) - angleDeg);
    const move = (moved: Event): void => {
      if (moved instanceof PointerEvent) this.dragging = { index, delta: moveTo(moved) };
    };
    const drop = (): void => {
      target.removeEventListener('pointermove', move);
      const delta = this.dragging?.delta ?? 0;
      this.dragging = undefined;
      if (delta !== 0) this.shift(index, 'angleDeg', delta);
    };
    target.addEventListener('pointermove', move);
    target.addEventListener('pointerup', drop, { once: true });
    target.addEventListener('pointercancel', drop, { once: true });
  }

  private shift(index: number, key: 'angleDeg' | 'axialMm', delta: number): void {
    const path = ['electrodes', 'positions', index, key];
    const value = valueAt(this.store.scenario, path);
    if (typeof value !== 'number') return;
    const next = key === 'angleDeg' ? wrap(value + delta) : Math.min(200, Math.max(-200, value + delta));
    this.page.dials.set(path.join('.'), Math.round(next * 10) / 10);
  }

  private onKey(event: KeyboardEvent, index: number): void {
    const step = this.movable ? electrodeStep(event) : undefined;
    if (!step) return;
    this.shift(index, step.key, step.delta);
    event.preventDefault();
    event.stopPropagation();
  }

  override render() {
    const geometry = this.geometry;
    if (!geometry)
      return html`<p class="empty hint">${this.store.info ? limbTexts().noBody : limbTexts().waiting}</p>`;
    const outer = Math.max(...geometry.layers.map((layer) => layer.outerRadiusMm));
    // Drawn in millimetres, but text keeps its size whether an arm or a thigh is shown.
    const zoom = (this.heldSize?.zoomed ?? outer * 1.14 + 1.5) / 50;
    const layers = [...geometry.layers].sort((a, b) => b.outerRadiusMm - a.outerRadiusMm);
    const texts = this.electrodeTexts(geometry, zoom, outer);
    const { x, y } = this.heldSize ?? extentOf(texts, outer * 1.14 + 1.5);
    this.extent = { x, y };
    const fixations = geometry.muscles.map((_, i) => fixationIn(this.store.scenario, i));
    return html`<svg viewBox="${-x} ${-y} ${2 * x} ${2 * y}" role="group" aria-label=${this.summary()}>
      ${layers.map((layer) => {
        return svg`<circle r=${layer.outerRadiusMm} fill=${fills[layer.name] ?? 'var(--surface-2)'}
          stroke="var(--line-strong)" stroke-width="0.25">
          <title>${limbTexts().outer(layerText(layer.name), layer.outerRadiusMm.toFixed(1))}</title></circle>`;
      })}
      ${this.movable && layers.some(({ name }) => name === 'fat' || name === 'skin') ? skinGrip(outer, zoom, (event) => this.grabSkin(event)) : nothing}
      ${geometry.muscles.map((muscle, i) => muscleEnd(geometry, muscle, fixations[i]))}
      ${geometry.muscles.map((muscle, i) => this.muscle(muscle, i))}
      ${layers
        .filter((l) => l.name === 'bone' || l.name === 'stem')
        .map(
          (layer) =>
            svg`<circle r=${layer.outerRadiusMm} fill=${fills[layer.name] ?? 'none'}
            stroke=${layer.name === 'bone' ? 'var(--bone-edge)' : 'var(--titanium-edge)'} stroke-width="0.6">
            <title>${limbTexts().outer(layerText(layer.name), layer.outerRadiusMm.toFixed(1))}</title></circle>`,
        )}
      ${this.arcs(geometry, zoom)}
      ${geometry.muscles.map((muscle, i) => sutureMarks(geometry, muscle, fixations[i], zoom, this.gripOf(i)))}
      ${this.territories(geometry, zoom)}
      ${this.places(geometry, zoom).map((place, i) => this.label(geometry.muscles[i]?.name ?? '', place, zoom))}
      ${geometry.electrodes.map((electrode, i) => this.electrode(electrode, i, zoom))}
      ${texts.map(
        ({ text, x: left, y: top }) =>
          svg`<g transform="translate(${left} ${top}) scale(${zoom})"><text class="plain">${text}</text></g>`,
      )}
      ${limbMarks({ x, y }, zoom)}
    </svg>`;
  }

  private muscle(muscle: LimbGeometry['muscles'][number], i: number) {
    const d = sectorPath(muscle.angleDeg, muscle.widthDeg, muscle.innerRadiusMm, muscle.outerRadiusMm);
    const choose = (): boolean =>
      this.dispatchEvent(new CustomEvent('muscle-chosen', { detail: i, bubbles: true, composed: true }));
    return svg`<path class="muscle ${this.chosen === i ? 'chosen' : ''}" d=${d} @click=${choose}>
        <title>${limbTexts().units(phrase(muscle.name), muscle.units)}</title></path>
      <path class="glow" d=${d} opacity="0"></path>`;
  }

  /** Labels stand above all sectors: in some people muscles lie over one another. */
  private places({ muscles, layers, electrodes }: LimbGeometry, zoom: number): (LabelPlace | undefined)[] {
    const radius = (name: string): number => layers.find((layer) => layer.name === name)?.outerRadiusMm ?? 0;
    const contacts = electrodes.flatMap((e) => e.contacts.map((c) => c.radiusMm));
    // Electrodes within the muscle's reach push the label inwards; those on the skin do not.
    const ring = Math.min(radius('muscle'), ...contacts.map((contact) => contact - 1.8 * zoom));
    const sectors = muscles.map((muscle) => {
      const lines = labelLines(phrase(muscle.name));
      return {
        ...muscle,
        halfWidth: 0.92 * zoom * Math.max(...lines.map((line) => line.length)),
        halfHeight: 1.8 * zoom * (lines.length + 0.7),
      };
    });
    return labelPlaces(sectors, { outer: ring, inner: radius('bone') + 0.5 * zoom });
  }

  /** Name and level of a muscle; where there is no place, the level is kept out of sight. */
  private label(name: string, place: LabelPlace | undefined, zoom: number) {
    const lines = labelLines(phrase(name));
    const top = 0.4 - 2 * lines.length;
    if (!place) return svg`<text class="level" visibility="hidden"></text>`;
    return svg`<g transform="translate(${place.x} ${place.y}) scale(${zoom * place.scale})">
        ${lines.map((line, row) => svg`<text y=${top + 3.6 * row}>${line}</text>`)}
        <text class="level" y=${top + 3.6 * lines.length}></text>
      </g>`;
  }

  private electrode(electrode: LimbGeometry['electrodes'][number], i: number, zoom: number) {
    const contact = electrode.contacts[0];
    if (!contact) return nothing;
    const middle = middleDeg(electrode.contacts.map(({ angleDeg }) => angleDeg));
    const angle = middle + (this.dragging?.index === i ? this.dragging.delta : 0);
    const [x, y] = polar(angle, contact.radiusMm);
    const axial = electrode.contacts.reduce((sum, c) => sum + c.axialMm, 0) / electrode.contacts.length;
    const text = limbTexts().place(electrode.name, angle.toFixed(0), axial.toFixed(0));
    // Only what can be moved has a value.
    const valued = (value: string) => (this.movable ? value : nothing);
    return svg`<g class="electrode ${this.dragging?.index === i ? 'held' : ''}"
        tabindex=${this.movable ? 0 : -1} role=${this.movable ? 'slider' : 'img'}
        aria-label=${this.movable ? limbTexts().electrode(electrode.name) : text}
        aria-valuemin=${valued('-180')} aria-valuemax=${valued('180')}
        aria-valuenow=${valued(angle.toFixed(0))} aria-valuetext=${valued(text)}
        @pointerdown=${(e: PointerEvent) => this.grab(e, i, middle)}
        @keydown=${(e: KeyboardEvent) => this.onKey(e, i)}>
      <circle cx=${x} cy=${y} r=${4 * zoom} fill="transparent"></circle>
      <rect transform="rotate(${angle} ${x} ${y})" x=${x - 2.1 * zoom} y=${y - 1.1 * zoom}
        width=${4.2 * zoom} height=${2.2 * zoom} rx=${0.7 * zoom}><title>${text}</title></rect>
    </g>`;
  }

  /** Names of the electrodes, each beside its own, and half of their sizes. */
  private electrodeTexts({ electrodes }: LimbGeometry, zoom: number, outer: number) {
    const names = electrodeLabels(electrodes.map(({ name }) => phrase(name)));
    const texts = electrodes.map(({ contacts }, i) => ({
      text: names[i] ?? '',
      angleDeg:
        middleDeg(contacts.map(({ angleDeg }) => angleDeg)) +
        (this.dragging?.index === i ? this.dragging.delta : 0),
      halfWidth: 0.98 * zoom * (names[i] ?? '').length,
      halfHeight: 1.9 * zoom,
    }));
    const places = outsideLabels(texts, outer + 1.9 * zoom);
    return texts.flatMap((text, i) => {
      const at = places[i];
      return at ? [{ ...text, ...at }] : [];
    });
  }

  /** Territories of the chosen muscle's motor units. */
  private territories(geometry: LimbGeometry, zoom: number) {
    const muap = this.store.muap;
    if (!this.heard || !muap || muap.muscle !== this.chosen || !geometry.muscles[this.chosen]) return nothing;
    const moved = this.sutureMoved;
    return muap.territories.map(({ angleDeg, radiusMm, territoryMm }, unit) => {
      const [x, y] = polar(angleDeg + (moved?.aroundDeg ?? 0), radiusMm + (moved?.outwardsMm ?? 0));
      const picked = unit === muap.unit;
      const choose = (): boolean =>
        this.dispatchEvent(new CustomEvent('unit-chosen', { detail: unit, bubbles: true, composed: true }));
      return svg`<g class="unit ${picked ? 'picked' : ''}" data-testid="unit" @click=${choose}>
        ${picked ? svg`<circle class="territory" cx=${x} cy=${y} r=${territoryMm}></circle>` : nothing}
        <circle class="dot" cx=${x} cy=${y} r=${(picked ? 1.1 : 0.7) * zoom}><title>${limbTexts().unitOf(unit + 1, muap.territories.length)}</title></circle></g>`;
    });
  }

  /** From the picked unit to each electrode its spark; without one, from each muscle what the electrodes hear of it. */
  private arcs(geometry: LimbGeometry, zoom: number) {
    if (!this.heard) return nothing;
    const { muap, crosstalk } = this.store;
    if (muap && muap.muscle === this.chosen) {
      const of = `${this.store.generation}/${muap.muscle}/${muap.unit}`;
      const peak = Math.max(0, ...muap.channels.map(peakOf));
      // The first measure of a unit is its full brightness: later ones are seen against it.
      if (this.brightest?.of !== of) this.brightest = { of, volts: peak };
      const { volts } = this.brightest;
      const spread = sparkSpread(muap.channels, geometry);
      return svg`${spread ? spreadBand(geometry, spread, Math.min(1, peak / Math.max(volts, 1e-12)), zoom) : nothing}
        ${sparkArcs(geometry, muap, volts, zoom)}`;
    }
    return crosstalk && this.chosen < 0 ? shareArcs(geometry, crosstalk, zoom) : nothing;
  }

  private summary(): string {
    const muscles = this.geometry?.muscles.map((m) => phrase(m.name)).join(', ') ?? '';
    const limb = isRecord(this.store.scenario) ? valueAt(this.store.scenario, ['limb', 'level']) : '';
    return limbTexts().summary(typeof limb === 'string' ? limb : '', muscles);
  }
}
