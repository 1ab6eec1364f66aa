// Texts still stand here, in English only.
import { css, html, nothing, svg, type TemplateResult } from 'lit';
import { classHue, glyphPath } from '../features/glyphs.js';
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
    grid-template-columns: 56px minmax(0, 1fr) auto;
    gap: 2px 14px;
    align-items: center;
  }
  .guided header svg {
    width: 56px;
    height: 56px;
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
    stroke-width: 3;
    vector-effect: non-scaling-stroke;
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
    .guided header {
      grid-template-columns: 40px minmax(0, 1fr);
    }
    .guided header svg {
      width: 40px;
      height: 40px;
    }
    .guided header button {
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

/** A prompted calibration under way: what to do, the strength to follow beside one's own, and how far it is. */
export function guidedView(
  prompt: Prompt,
  classes: readonly string[],
  nameOf: (id: string) => string,
  stop: () => void,
): TemplateResult {
  const { headline, ask, detail } = promptWords(prompt, nameOf);
  const shown = prompt.phase === 'rest' ? 'rest' : (prompt.next ?? 'rest');
  return html`<section
    class="guided"
    aria-label="Guided calibration"
    data-testid="guided"
    data-phase=${prompt.phase}
  >
    <header>
      ${glyph(classes, shown)}
      <div>
        <strong>${headline}</strong>
        <span aria-live="assertive" data-testid="guided-ask">${ask}</span>
        <span class="hint number">${detail}</span>
      </div>
      ${isPrompting(prompt) ? html`<button data-testid="guided-stop" @click=${stop}>Stop</button>` : nothing}
    </header>
    ${isPrompting(prompt) ? courseView(prompt) : nothing}
    <progress max="1" .value=${prompt.progress} aria-label="Share of the calibration that is over"></progress>
    <ul class="recorded" aria-label="Recorded so far">
      ${prompt.recorded.map(
        ({ label, repetitions }) =>
          html`<li>
            ${glyph(classes, label)} ${nameOf(label)}
            <span class="number">${repetitions} of ${prompt.repetitions}</span>
          </li>`,
      )}
    </ul>
  </section>`;
}

function courseView(prompt: Prompt): TemplateResult {
  const { target, x, y, ownY } = courseGeometry(prompt);
  const strengths = `Strength to follow ${percentOf(prompt.strength)}, yours ${percentOf(prompt.level)}`;
  return html`<svg
      class="course"
      viewBox="-2 -3 ${courseWidth + 4} ${courseHeight + 6}"
      preserveAspectRatio="none"
      role="img"
      aria-label=${strengths}
    >
      ${svg`<path d=${target} />
        <line class="now" x1=${x} x2=${x} y1="0" y2=${courseHeight} />
        <line class="now" x1=${x - 2} x2=${x + 2} y1=${y} y2=${y} />
        <line class="own" x1=${x - 4} x2=${x + 4} y1=${ownY} y2=${ownY} />`}
    </svg>
    <p class="hint legend">
      Line: strength to follow. <b>Bar: strength now, ${percentOf(prompt.level)}.</b>
    </p>`;
}

const percentOf = (share: number): string => `${Math.round(100 * share)} %`;
