import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Topic } from '../data/store.js';
import { appTexts } from '../texts/app.js';
import { said } from '../ui/said.js';
import { StoreElement } from '../ui/store-element.js';
import { controls } from '../ui/styles.js';

/** What was found in the recording that is replayed, and what passed in reading it: one line that opens to a list. */
@customElement('myo-recording')
export class RecordingLine extends StoreElement {
  static override styles = [
    controls,
    css`
      details {
        padding: 6px 16px;
        border-bottom: 1px solid var(--line);
        background: var(--surface);
        color: var(--ink-2);
        font-size: var(--size-s);
      }
      summary {
        cursor: pointer;
        overflow-wrap: anywhere;
      }
      strong {
        color: var(--ink);
      }
      .notes {
        color: var(--accent);
        font-weight: 600;
        white-space: nowrap;
      }
      ul {
        max-height: 40vh;
        margin: 6px 0 2px;
        padding-left: 20px;
        overflow-y: auto;
        overflow-wrap: anywhere;
      }
    `,
  ];

  protected override readonly topics: readonly Topic[] = ['serverInfo'];

  override render() {
    const recording = this.store.info?.recording;
    if (!recording) return nothing;
    const { name, found, counts, notes } = recording;
    const t = appTexts();
    return html`<details data-testid="recording">
      <summary>
        <strong>${name}</strong>: ${said(found)} · <span class="notes">${t.notes(notes.length)}</span>
      </summary>
      <ul aria-label=${t.recordingNotes} tabindex="0">
        ${notes.map((note) => html`<li>${said(note)}</li>`)}
        <li>${t.counts}: ${said(counts)}</li>
      </ul>
    </details>`;
  }
}
