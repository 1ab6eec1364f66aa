import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { cloudTexts } from '../../texts/feature-cloud.js';
import type { FeatureRow } from './feature-axes.js';

/** What the axes of the plot are. */
export interface AxesChoice {
  readonly kind: 'lda' | 'pca' | 'feature';
  /** Three axes rather than two. */
  readonly solid: boolean;
  /** Rows of the features that were chosen for each axis, as far as they were. */
  readonly rows: readonly number[];
}

export interface AxesActions {
  readonly choose: (choice: Partial<AxesChoice>) => void;
  readonly clear: () => void;
}

/** What the axes are, and how many. */
export function axesTools(
  { kind, solid }: AxesChoice,
  chosen: readonly FeatureRow[],
  all: readonly FeatureRow[],
  { choose, clear }: AxesActions,
): TemplateResult {
  const t = cloudTexts();
  const kinds = [
    ['lda', 'LDA', t.lda],
    ['pca', 'PCA', t.pca],
    ['feature', t.single, t.singleTitle],
  ] as const;
  return html`<span class="group" role="group" aria-label=${t.axes}>
      ${kinds.map(
        ([id, name, title]) =>
          html`<button
            aria-pressed=${kind === id}
            title=${title}
            data-testid="axes-${id}"
            @click=${() => choose({ kind: id })}
          >
            ${name}
          </button>`,
      )}
    </span>
    <span class="group" role="group" aria-label=${t.dimensions}>
      ${[false, true].map(
        (three) =>
          html`<button
            aria-pressed=${solid === three}
            data-testid=${three ? 'axes-3d' : 'axes-2d'}
            @click=${() => choose({ solid: three })}
          >
            ${three ? t.solid : t.flat}
          </button>`,
      )}
    </span>
    <button class="quiet" title=${t.clearTitle} @click=${clear}>${t.clear}</button>
    ${kind === 'feature' ? featureChoice(chosen, all, choose) : nothing}`;
}

function featureChoice(
  chosen: readonly FeatureRow[],
  all: readonly FeatureRow[],
  choose: AxesActions['choose'],
): TemplateResult {
  const t = cloudTexts();
  const channels = [...new Set(all.map(({ channel }) => channel))];
  const rows = chosen.map(({ row }) => row);
  const put = (axis: number, row: number): void =>
    choose({ rows: rows.map((own, i) => (i === axis ? row : own)) });
  return html`<span class="tools">
    ${chosen.map(
      (own, axis) =>
        html`<label class="axis"
          >${t.choose('xyz'[axis] ?? '')}
          <select
            data-testid="axis-${'xyz'[axis] ?? ''}"
            @change=${(e: Event) => e.target instanceof HTMLSelectElement && put(axis, Number(e.target.value))}
          >
            ${channels.map(
              (channel) =>
                html`<optgroup label=${channel}>
                  ${all
                    .filter((one) => one.channel === channel)
                    .map(
                      (one) =>
                        html`<option value=${one.row} .selected=${live(one.row === own.row)}>
                          ${channel} ${one.feature}
                        </option>`,
                    )}
                </optgroup>`,
            )}
          </select></label
        >`,
    )}
  </span>`;
}
