import { css, html, nothing, type TemplateResult } from 'lit';
import { classChoiceTexts } from '../../texts/class-choice.js';
import { askedWith, canLeaveOut } from './class-choice.js';

export const choiceStyles = css`
  .asked {
    margin-top: 8px;
  }
  .asked ul,
  .left-out ul {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin: 6px 0 0;
    padding: 0;
    list-style: none;
  }
  .left-out {
    margin-top: 10px;
    padding: 8px 12px;
    border-left: 4px solid var(--line-strong);
    background: var(--well);
  }
  .left-out strong {
    margin-right: 6px;
  }
`;

/** What the next calibration asks for, to be chosen before it begins. */
export function askedView(
  movements: readonly string[],
  asked: readonly string[],
  nameOf: (id: string) => string,
  busy: boolean,
  ask: (movements: readonly string[]) => void,
): TemplateResult {
  const t = classChoiceTexts();
  return html`<details class="asked" data-testid="asked">
    <summary>${t.asked(asked.length, movements.length)}</summary>
    <p class="hint">${t.askedHint}</p>
    <ul>
      ${movements.map((id) => {
        const among = asked.includes(id);
        const fixed = busy || id === 'rest' || (among && !canLeaveOut(asked, id));
        return html`<li>
          <button
            aria-pressed=${among}
            ?disabled=${fixed}
            data-testid="asked-${id}"
            @click=${() => ask(askedWith(asked, id, !among, movements))}
          >
            <span aria-hidden="true">${among ? '✓ ' : '+ '}</span>${nameOf(id)}
          </button>
        </li>`;
      })}
    </ul>
  </details>`;
}

/** Classes that the decoder does not know for now, though they were recorded. */
export function leftOutView(
  leftOut: readonly string[],
  nameOf: (id: string) => string,
  takeBack: ((label: string) => void) | undefined,
): TemplateResult | typeof nothing {
  if (leftOut.length === 0) return nothing;
  const t = classChoiceTexts();
  return html`<section class="left-out" aria-label=${t.leftOut} data-testid="left-out">
    <strong>${t.leftOut}</strong><span class="hint">${t.leftOutHint}</span>
    <ul>
      ${leftOut.map(
        (label) =>
          html`<li>
            <button ?disabled=${!takeBack} data-testid="take-back-${label}" @click=${() => takeBack?.(label)}>
              ${t.takeBack(nameOf(label))}
            </button>
          </li>`,
      )}
    </ul>
  </section>`;
}
