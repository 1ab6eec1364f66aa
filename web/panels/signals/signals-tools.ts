import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { StreamName } from '../../../src/protocol/stream-kind.js';
import { signalsTexts } from '../../texts/signals.js';
import { readable } from '../../data/format.js';
import type { StreamEvent } from '../../data/store.js';
import type { ScaleMode } from './lane-scales.js';
import { scalesUv } from './sweep-geometry.js';

export type Shown = Extract<StreamName, 'raw' | 'filtered' | 'clean'>;
/** Signals from the undermost to the uppermost, each with the token of its colour. */
export const overlays: readonly (readonly [name: Shown, token: string])[] = [
  ['raw', '--trace-raw'],
  ['filtered', '--trace-filtered'],
  ['clean', '--trace-clean'],
];
const windows = [0.1, 0.3, 1, 3, 5, 10, 20] as const;

export interface ToolState {
  readonly shown: ReadonlySet<Shown>;
  readonly seconds: number;
  readonly scale: ScaleMode;
  readonly paused: boolean;
  readonly measuring: boolean;
  readonly hearing: boolean;
}

export interface ToolActions {
  toggle(name: Shown): void;
  seconds(value: number): void;
  scale(mode: ScaleMode): void;
  pause(): void;
  step(direction: 1 | -1): void;
  measure(): void;
  hear(): void;
  picture(): void;
  data(): void;
}

/** Choices of a list with the present value among them, also one that was zoomed to. */
const including = (list: readonly number[], value: number): readonly number[] =>
  list.includes(value) ? list : [...list, value].sort((a, b) => a - b);

/** Buttons and choices above the traces. */
export function signalsTools(state: ToolState, act: ToolActions): TemplateResult {
  const t = signalsTexts();
  const { scale } = state;
  return html`<div slot="tools" class="tools">
    <span role="group" aria-label=${t.shown} class="segments">
      ${overlays.map(
        ([name, token]) =>
          html`<button
            aria-pressed=${state.shown.has(name)}
            title=${t[`${name}Title`]}
            @click=${() => act.toggle(name)}
          >
            <i .style="background: var(${token})" class=${name}></i>${t[name]}
          </button>`,
      )}
    </span>
    <label>
      <span class="visually-hidden">${t.window}</span>
      <select title=${t.windowTitle} @change=${(e: Event) => act.seconds(Number(valueOf(e)))}>
        ${including(windows, state.seconds).map(
          (s) => html`<option value=${s} .selected=${live(s === state.seconds)}>${s} s</option>`,
        )}
      </select>
    </label>
    <label>
      <span class="visually-hidden">${t.scale}</span>
      <select class="scale" title=${t.scaleTitle} @change=${(e: Event) => act.scale(modeOf(valueOf(e)))}>
        <option value="auto" .selected=${live(scale === 'auto')}>${t.auto}</option>
        <option value="each" .selected=${live(scale === 'each')}>${t.each}</option>
        ${(typeof scale === 'number' ? including(scalesUv, scale) : scalesUv).map(
          (uv) => html`<option value=${uv} .selected=${live(uv === scale)}>${uv} µV</option>`,
        )}
      </select>
    </label>
    <button class="steady" aria-pressed=${state.paused} title=${t.pauseTitle} @click=${() => act.pause()}>
      ${state.paused ? t.resume : t.pause}
    </button>
    <button
      data-testid="measure"
      aria-pressed=${state.measuring}
      title=${t.measureTitle}
      @click=${() => act.measure()}
    >
      ${t.measure}
    </button>
    <button
      class="icon"
      data-testid="sound"
      aria-label=${t.sound}
      aria-pressed=${state.hearing}
      title=${t.sound}
      @click=${() => act.hear()}
    >
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d="M3 8v4h3l4 4V4L6 8ZM13 7q2.5 3 0 6M15.5 4.5q4.5 5.5 0 11" />
      </svg>
    </button>
    <button class="icon" title="${t.back} (←)" aria-label=${t.back} @click=${() => act.step(-1)}>←</button>
    <button class="icon" title="${t.forward} (→)" aria-label=${t.forward} @click=${() => act.step(1)}>
      →
    </button>
    <button class="icon" title=${t.picture} @click=${() => act.picture()}>${t.pictureShort}</button>
    <button class="icon" title=${t.csv} @click=${() => act.data()}>${t.csvShort}</button>
  </div>`;
}

function modeOf(value: string): ScaleMode {
  return value === 'auto' || value === 'each' ? value : Number(value);
}

function valueOf(event: Event): string {
  return event.target instanceof HTMLSelectElement ? event.target.value : '';
}

/** Put the texts of cues and artefacts above their markers; `place` tells where one lies, as a share of the width. */
export function drawLane(
  lane: HTMLElement,
  seen: readonly StreamEvent[],
  place: (event: StreamEvent) => number,
  nameOf: (movement: string) => string,
  translate: (english: string) => string,
): void {
  while (lane.children.length < seen.length) lane.append(document.createElement('span'));
  [...lane.children].forEach((node, i) => {
    const event = seen[i];
    if (!(node instanceof HTMLElement)) return;
    node.hidden = event === undefined;
    if (!event) return;
    node.textContent =
      event.kind === 'cue'
        ? nameOf(event.text)
        : `${translate(readable(event.kind))}: ${translate(event.text)}`;
    node.className = event.kind;
    node.style.left = `${100 * place(event)}%`;
    // A text ends where the next one stands on the screen, be it older or newer.
    const next = Math.min(1, ...seen.map(place).filter((other) => other > place(event)));
    node.style.maxWidth = `${100 * (next - place(event))}%`;
  });
}
