// Texts still stand here, in English only.
import { css, html, nothing, svg } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { truthRows } from '../../../src/protocol/stream-rows.js';
import type { LimbGeometry } from '../../../src/protocol/server-messages.js';
import { isRecord } from '../../data/is-record.js';
import { valueAt } from '../../data/scenario-path.js';
import type { Topic } from '../../data/store.js';
import { StoreElement } from '../../ui/store-element.js';
import { controls } from '../../ui/styles.js';
import { electrodeLabels, labelPlaces, type LabelPlace } from './label-places.js';
import { angleOf, labelLines, middleDeg, polar, sectorPath } from './sector-path.js';

const layerTexts: Record<string, readonly [fill: string, label: string]> = {
  stem: ['var(--titanium)', 'titanium stem'],
  bone: ['var(--bone)', 'bone'],
  muscle: ['var(--muscle)', 'muscle'],
  fat: ['var(--fat)', 'fat'],
  skin: ['var(--skin)', 'skin'],
};

/** Live cross-section of the limb; electrodes can be dragged or moved with the arrow keys. */
@customElement('myo-limb-view')
export class LimbView extends StoreElement {
  static override styles = [
    controls,
    css`
      :host {
        height: 100%;
        min-height: 0;
      }
      svg {
        display: block;
        width: 100%;
        height: 100%;
        touch-action: pan-y;
        user-select: none;
      }
      .muscle {
        fill: var(--muscle);
        stroke: var(--muscle-edge);
        stroke-width: 0.4;
        cursor: pointer;
      }
      .muscle.chosen {
        stroke: var(--ink);
        stroke-width: 1.1;
      }
      .glow {
        fill: var(--muscle-live);
        pointer-events: none;
      }
      text {
        fill: var(--ink);
        font: 600 3.1px var(--font);
        text-anchor: middle;
        dominant-baseline: middle;
        pointer-events: none;
        paint-order: stroke;
        stroke: var(--muscle);
        stroke-width: 0.9;
        stroke-linejoin: round;
      }
      text.level {
        font-weight: 500;
        font-size: 3.1px;
        font-variant-numeric: tabular-nums;
      }
      text.plain {
        stroke: var(--surface);
        fill: var(--ink-2);
        font-weight: 500;
        font-size: 3.2px;
      }
      .electrode {
        cursor: grab;
        outline: none;
      }
      .electrode rect {
        fill: var(--ink);
        stroke: var(--surface);
        stroke-width: 0.5;
      }
      .electrode:focus-visible rect,
      .electrode:hover rect,
      .electrode.held rect {
        stroke: var(--accent);
        stroke-width: 1.4;
      }
      .empty {
        display: grid;
        place-items: center;
        height: 100%;
        min-height: 160px;
        text-align: center;
      }
    `,
  ];

  /** Allow electrodes to be moved. */
  @property({ type: Boolean }) movable = false;
  /** Chosen muscle; a click on a sector fires `muscle-chosen` with its number. */
  @property({ type: Number }) chosen = -1;
  @state() private dragging: { index: number; delta: number } | undefined;
  @query('svg') private drawing?: SVGSVGElement;

  protected override readonly topics: readonly Topic[] = ['serverInfo', 'scenario'];
  protected override readonly streams = ['truth'] as const;
  private drawnAt = 0;

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
    if (!this.movable) return;
    const step = event.shiftKey ? 10 : 2;
    if (event.key === 'ArrowLeft') this.shift(index, 'angleDeg', -step);
    else if (event.key === 'ArrowRight') this.shift(index, 'angleDeg', step);
    else if (event.key === 'ArrowUp') this.shift(index, 'axialMm', -step);
    else if (event.key === 'ArrowDown') this.shift(index, 'axialMm', step);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  override render() {
    const geometry = this.store.geometry;
    if (!geometry)
      return html`<p class="empty hint">
        ${this.store.info ? 'There is no simulated body behind this signal to show.' : 'Waiting for the patient …'}
      </p>`;
    const outer = Math.max(...geometry.layers.map((layer) => layer.outerRadiusMm));
    const size = outer * 1.14 + 1.5;
    // Drawn in millimetres, but text keeps its size whether an arm or a thigh is shown.
    const zoom = size / 50;
    const layers = [...geometry.layers].sort((a, b) => b.outerRadiusMm - a.outerRadiusMm);
    return html`<svg
      viewBox="${-size} ${-size} ${2 * size} ${2 * size}"
      role="group"
      aria-label=${this.summary()}
    >
      ${layers.map((layer) => {
        const [fill, label] = layerTexts[layer.name] ?? ['var(--surface-2)', layer.name];
        return svg`<circle r=${layer.outerRadiusMm} fill=${fill} stroke="var(--line-strong)" stroke-width="0.25">
          <title>${label}, outer radius ${layer.outerRadiusMm.toFixed(1)} mm</title></circle>`;
      })}
      ${geometry.muscles.map((muscle, i) => this.muscle(muscle, i))}
      ${layers
        .filter((l) => l.name === 'bone' || l.name === 'stem')
        .map(
          (layer) =>
            svg`<circle r=${layer.outerRadiusMm} fill=${layerTexts[layer.name]?.[0] ?? 'none'}
            stroke=${layer.name === 'bone' ? 'var(--bone-edge)' : 'var(--titanium-edge)'} stroke-width="0.6">
            <title>${layerTexts[layer.name]?.[1]}, radius ${layer.outerRadiusMm.toFixed(1)} mm</title></circle>`,
        )}
      ${this.places(geometry, zoom).map((place, i) => this.label(geometry.muscles[i]?.name ?? '', place, zoom))}
      ${geometry.electrodes.map((electrode, i) => this.electrode(electrode, i, zoom))}
      ${electrodeLabels(geometry.electrodes.map(({ name }) => name)).map((text, i) =>
        this.electrodeLabel(text, geometry.electrodes[i], i, zoom, outer),
      )}
      <g transform="translate(${-size + 8 * zoom} ${-size + 3 * zoom}) scale(${zoom})">
        <text class="plain">↑ front</text>
      </g>
      <g transform="translate(${-size + 2 * zoom} ${size - 2.5 * zoom})">
        <path d="M0 ${-zoom}V0H10V${-zoom}" fill="none" stroke="var(--ink-2)" stroke-width=${0.4 * zoom} />
        <g transform="translate(5 ${-2.4 * zoom}) scale(${zoom})"><text class="plain">10 mm</text></g>
      </g>
    </svg>`;
  }

  private muscle(muscle: LimbGeometry['muscles'][number], i: number) {
    const d = sectorPath(muscle.angleDeg, muscle.widthDeg, muscle.innerRadiusMm, muscle.outerRadiusMm);
    const choose = (): boolean =>
      this.dispatchEvent(new CustomEvent('muscle-chosen', { detail: i, bubbles: true, composed: true }));
    return svg`<path class="muscle ${this.chosen === i ? 'chosen' : ''}" d=${d} @click=${choose}>
        <title>${muscle.name}: ${muscle.units} motor units</title></path>
      <path class="glow" d=${d} opacity="0"></path>`;
  }

  /** Labels stand above all sectors: in some people muscles lie over one another. */
  private places({ muscles, layers, electrodes }: LimbGeometry, zoom: number): (LabelPlace | undefined)[] {
    const radius = (name: string): number => layers.find((layer) => layer.name === name)?.outerRadiusMm ?? 0;
    const contacts = electrodes.flatMap((e) => e.contacts.map((c) => c.radiusMm));
    // Electrodes within the muscle's reach push the label inwards; those on the skin do not.
    const ring = Math.min(radius('muscle'), ...contacts.map((contact) => contact - 1.8 * zoom));
    const sectors = muscles.map((muscle) => {
      const lines = labelLines(muscle.name);
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
    const lines = labelLines(name);
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
    const text = `${electrode.name}: ${angle.toFixed(0)}° around, ${axial.toFixed(0)} mm along the limb`;
    return svg`<g class="electrode ${this.dragging?.index === i ? 'held' : ''}"
        tabindex=${this.movable ? 0 : -1} role=${this.movable ? 'slider' : 'img'}
        aria-label=${this.movable ? `Electrode ${electrode.name}, arrow keys move it` : text}
        aria-valuenow=${angle.toFixed(0)} aria-valuetext=${text}
        @pointerdown=${(e: PointerEvent) => this.grab(e, i, middle)}
        @keydown=${(e: KeyboardEvent) => this.onKey(e, i)}>
      <circle cx=${x} cy=${y} r=${4 * zoom} fill="transparent"></circle>
      <rect transform="rotate(${angle} ${x} ${y})" x=${x - 2.1 * zoom} y=${y - 1.1 * zoom}
        width=${4.2 * zoom} height=${2.2 * zoom} rx=${0.7 * zoom}><title>${text}</title></rect>
    </g>`;
  }

  private electrodeLabel(
    text: string,
    electrode: LimbGeometry['electrodes'][number] | undefined,
    i: number,
    zoom: number,
    outer: number,
  ) {
    const middle = middleDeg(electrode?.contacts.map(({ angleDeg }) => angleDeg) ?? []);
    const angle = middle + (this.dragging?.index === i ? this.dragging.delta : 0);
    const [x, y] = polar(angle, outer + 3.9 * zoom);
    return svg`<g transform="translate(${x} ${y}) scale(${zoom})"><text class="plain">${text}</text></g>`;
  }

  private summary(): string {
    const muscles = this.store.geometry?.muscles.map((m) => m.name).join(', ') ?? '';
    const limb = isRecord(this.store.scenario) ? valueAt(this.store.scenario, ['limb', 'level']) : '';
    return `Cross-section of the limb (${typeof limb === 'string' ? limb : ''}). Muscles: ${muscles}.`;
  }
}

const wrap = (deg: number): number => ((((deg + 180) % 360) + 360) % 360) - 180;
