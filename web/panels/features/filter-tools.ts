import { html, nothing, svg, type TemplateResult } from 'lit';
import { cloudTexts } from '../../texts/feature-cloud.js';
import { classHue, glyphPath } from './glyphs.js';
import type { ClassCount, ErrorFilter } from './window-filter.js';

/** What can be filtered, and how it is now. */
export interface Filtered {
  readonly labels: readonly string[];
  /** Those that the decoder knows. */
  readonly known: readonly string[];
  readonly counts: readonly ClassCount[];
  readonly hidden: ReadonlySet<string>;
  readonly error: ErrorFilter;
  readonly nameOf: (id: string) => string;
}

export interface FilterActions {
  readonly hide: (hidden: ReadonlySet<string>) => void;
  readonly judge: (error: ErrorFilter) => void;
}

/** The legend, which hides and shows classes. */
export function legend(
  { labels, known, hidden, nameOf }: Filtered,
  { hide }: Pick<FilterActions, 'hide'>,
): TemplateResult {
  const t = cloudTexts();
  const toggle = (label: string): void => {
    const next = new Set(hidden);
    if (!next.delete(label)) next.add(label);
    hide(next);
  };
  return html`<ul class="legend" aria-label=${t.classes}>
    ${labels.map(
      (label, i) =>
        html`<li>
          <button
            aria-pressed=${!hidden.has(label)}
            data-testid="class-${label}"
            @click=${() => toggle(label)}
          >
            <svg viewBox="-6 -6 12 12" aria-hidden="true">
              ${svg`<path d=${glyphPath(i, 5)} fill=${classHue(i)} />`}
            </svg>
            ${known.includes(label) ? nameOf(label) : t.unknownClass(nameOf(label))}
          </button>
        </li>`,
    )}
    ${hidden.size > 0 ? html`<li><button @click=${() => hide(new Set())}>${t.everyClass}</button></li>` : nothing}
  </ul>`;
}

/** The choice of what was decided right or wrong, with how many windows of the classes that are shown were. */
export function errorChoice(
  { counts, hidden, error }: Filtered,
  { judge }: Pick<FilterActions, 'judge'>,
): TemplateResult {
  const t = cloudTexts();
  const sum = (of: 'windows' | 'right' | 'wrong'): number =>
    counts.filter(({ label }) => !hidden.has(label)).reduce((all, one) => all + one[of], 0);
  const errors = [
    ['all', t.all, sum('windows')],
    ['right', t.right, sum('right')],
    ['wrong', t.wrong, sum('wrong')],
  ] as const;
  return html`<span class="group" role="group" aria-label=${t.shown}>
    ${errors.map(
      ([id, name, n]) =>
        html`<button
          aria-pressed=${error === id}
          title=${id === 'all' ? t.windows(n) : t.wrongMeans}
          data-testid="decided-${id}"
          @click=${() => judge(id)}
        >
          ${name} <span class="number">${n}</span>
        </button>`,
    )}
  </span>`;
}
