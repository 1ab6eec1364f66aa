import { css, html, nothing, svg, type TemplateResult } from 'lit';
import { classHue, glyphPath } from '../features/glyphs.js';
import { calibrationTexts } from '../../texts/calibration.js';
import './pictures/movement-picture.js';
import './strongest-channels.js';
import { courseGeometry, courseHeight, courseWidth } from './course-geometry.js';
import { isPrompting, promptWords, type Prompt } from './prompt-words.js';

export const guidedStyles = css`
  .guided {
    display: grid;
    gap: 8px;
    margin-top: 10px;
    padding: 12px;
    border: 1px solid var(--line);
    border-left: 4px solid var(--accent);
    border-radius: var(--radius-s);
    background: var(--well);
  }
  .guided header {
    display: grid;
    grid-template-columns: 150px minmax(0, 1fr) auto;
    gap: 2px 14px;
    align-items: center;
  }
  .guided myo-movement-picture {
    height: 150px;
  }
  .guided .count {
    font-size: 3rem;
    font-weight: 700;
    line-height: 1;
    min-width: 1.6em;
    text-align: right;
  }
  .guided myo-movement-picture {
    grid-row: 1 / 3;
  }
  .guided .do {
    display: flex;
    flex-wrap: wrap;
    grid-column: 2 / -1;
    gap: 6px;
  }
  .guided .beside {
    display: grid;
    gap: 10px;
  }
  /* Read from two metres away. */
  .guided.large {
    box-sizing: border-box;
    width: 100vw;
    max-width: none;
    height: 100dvh;
    max-height: none;
    margin: 0;
    overflow: auto;
    align-content: start;
    padding: clamp(12px, 3vw, 40px);
    color: var(--ink);
  }
  .guided.large header {
    grid-template-columns: minmax(120px, 34vh) minmax(0, 1fr) auto;
  }
  .guided.large myo-movement-picture {
    height: min(34vh, 60vw);
  }
  .guided.large header strong {
    font-size: clamp(2.2rem, 7vw, 6rem);
  }
  .guided.large header span {
    font-size: clamp(1.2rem, 3vw, 2.4rem);
  }
  .guided.large .count {
    font-size: clamp(4rem, 14vw, 12rem);
  }
  .guided.large .course {
    height: 30vh;
  }
  .guided header span {
    margin-right: 8px;
  }
  .guided header strong {
    display: block;
    font-size: var(--size-xl);
    line-height: 1.2;
  }
  .guided .course {
    display: block;
    width: 100%;
    height: clamp(80px, 18vw, 140px);
    border: 1px solid var(--line);
    border-radius: var(--radius-s);
  }
  .course path {
    fill: none;
    stroke: var(--ink-3);
    stroke-width: 2;
    vector-effect: non-scaling-stroke;
  }
  .course .now {
    stroke: var(--line-strong);
    stroke-width: 1;
    vector-effect: non-scaling-stroke;
  }
  .course .own {
    stroke: var(--warm);
    stroke-width: 4;
  }
  /* A line without length with round ends stays round, however the picture is stretched. */
  .course .dot {
    stroke: var(--accent);
    stroke-width: 16;
    stroke-linecap: round;
  }
  .course .dot.own {
    stroke: var(--warm);
  }
  .guided progress {
    width: 100%;
    height: 8px;
    accent-color: var(--accent);
  }
  .recorded {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: var(--size-s);
  }
  .recorded svg {
    width: 12px;
    height: 12px;
    vertical-align: -1px;
  }
  .legend b {
    font-weight: 600;
    color: var(--warm);
  }
  @media (max-width: 480px) {
    .guided header,
    .guided.large header {
      grid-template-columns: 96px minmax(0, 1fr) auto;
    }
    .guided myo-movement-picture {
      grid-row: auto;
      height: 96px;
    }
    .guided .do {
      grid-column: 1 / -1;
    }
  }
`;

/** Picture of a class, in its colour and shape. */
function glyph(classes: readonly string[], label: string): TemplateResult {
  const index = Math.max(0, classes.indexOf(label));
  return html`<svg viewBox="-10 -10 20 20" aria-hidden="true">
    ${svg`<path d=${glyphPath(index, 8)} fill=${classHue(index)} />`}
  </svg>`;
}

/** What is done with a prompted calibration. */
export interface GuidedActions {
  readonly stop: () => void;
  readonly enlarge: (large: boolean) => void;
}

/**
 * A prompted calibration under way: what to do, the strength to follow beside one's own, and how far it is.
 * @param done what the person did of the prompt so far
 */
export function guidedView(
  prompt: Prompt,
  classes: readonly string[],
  nameOf: (id: string) => string,
  done: Prompt['course'],
  large: boolean,
  { stop, enlarge }: GuidedActions,
): TemplateResult {
  const t = calibrationTexts();
  const { headline, ask, detail } = promptWords(prompt, nameOf);
  const shown = prompt.phase === 'rest' ? 'rest' : (prompt.next ?? 'rest');
  const prompting = isPrompting(prompt);
  const content = html`<header>
      <myo-movement-picture movement=${shown}></myo-movement-picture>
      <div>
        <strong>${headline}</strong>
        <span aria-live="assertive" data-testid="guided-ask">${ask}</span>
        <span class="hint number">${detail}</span>
      </div>
      ${
        prompting
          ? html`<span class="count number" aria-hidden="true">${Math.ceil(prompt.secondsLeft)}</span>
              <span class="do">
                <button data-testid="guided-stop" @click=${stop}>${t.stop}</button>
                <button
                  aria-pressed=${large}
                  data-testid="guided-large"
                  ?autofocus=${large}
                  @click=${() => enlarge(!large)}
                >
                  ${t.large}
                </button>
              </span>`
          : nothing
      }
    </header>
    ${
      prompting
        ? html`<div class="beside">
            ${courseView(prompt, done)}<myo-strongest-channels></myo-strongest-channels>
          </div>`
        : nothing
    }
    <progress max="1" .value=${prompt.progress} aria-label=${t.progress}></progress>
    <ul class="recorded" aria-label=${t.recordedSoFar}>
      ${prompt.recorded.map(
        ({ label, repetitions }) =>
          html`<li>
            ${glyph(classes, label)} ${nameOf(label)}
            <span class="number">${t.of(repetitions, prompt.repetitions)}</span>
          </li>`,
      )}
    </ul>`;
  // A dialog holds the focus, and Escape closes it.
  return large && prompting
    ? html`<dialog
        class="guided large"
        aria-label=${t.guided}
        data-testid="guided"
        data-phase=${prompt.phase}
        @close=${() => enlarge(false)}
      >
        ${content}
      </dialog>`
    : html`<section class="guided" aria-label=${t.guided} data-testid="guided" data-phase=${prompt.phase}>
        ${content}
      </section>`;
}

function courseView(prompt: Prompt, done: Prompt['course']): TemplateResult {
  const t = calibrationTexts();
  const { target, x, y, ownY, own } = courseGeometry(prompt, done);
  return html`<svg
      class="course"
      viewBox="-2 -3 ${courseWidth + 4} ${courseHeight + 6}"
      preserveAspectRatio="none"
      role="img"
      aria-label=${t.strengths(percentOf(prompt.strength), percentOf(prompt.level))}
    >
      ${svg`<path d=${target} />
        <line class="now" x1=${x} x2=${x} y1="0" y2=${courseHeight} />
        <path class="own" d=${own} />
        <path class="dot" d="M${x} ${y}h0.01" />
        <path class="dot own" d="M${x} ${ownY}h0.01" />`}
    </svg>
    <p class="hint legend">${t.legend} <b>${t.legendOwn(percentOf(prompt.level))}</b></p>`;
}

const percentOf = (share: number): string => `${Math.round(100 * share)} %`;
