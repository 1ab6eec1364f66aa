import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { recordedFormats, type RecordedFormat } from '../../../src/protocol/recorded-formats.js';
import type { SavedFile } from '../../data/service-api.js';
import type { Topic } from '../../data/store.js';
import { recorderTexts } from '../../texts/recorder.js';
import { StoreElement } from '../../ui/store-element.js';
import { controls } from '../../ui/styles.js';

/** Record the stream to a file, put marks in it, fetch it. */
@customElement('myo-recorder')
export class RecorderPanel extends StoreElement {
  static override styles = [
    controls,
    css`
      form {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 12px;
        align-items: center;
        margin-bottom: 12px;
        font-size: var(--size-s);
      }
      .time {
        font-size: var(--size-l);
        font-weight: 650;
        min-width: 5.5em;
      }
      .recording {
        color: var(--bad);
      }
      input[type='text'] {
        flex: 1 1 160px;
      }
      td,
      th {
        text-align: left;
        padding: 4px 16px 4px 0;
        border-bottom: 1px solid var(--line);
      }
      a {
        color: var(--accent);
      }
    `,
  ];

  @state() private format: RecordedFormat = 'csv';
  @state() private mark = '';
  @state() private files: readonly SavedFile[] = [];
  protected override readonly topics: readonly Topic[] = ['recorder', 'serverInfo'];
  private wasRecording = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.list();
  }

  protected override updated(): void {
    const recording = this.recording;
    if (this.wasRecording && !recording) void this.list();
    this.wasRecording = recording;
  }

  private get recording(): boolean {
    const { recorder } = this.store;
    return recorder !== undefined && recorder.file !== null && recorder.url === null;
  }

  private async list(): Promise<void> {
    try {
      this.files = (await this.page.api?.recordings()) ?? [];
    } catch {
      this.files = [];
    }
  }

  private toggle(): void {
    if (this.recording) this.page.connection.send({ op: 'stopRecording' });
    else
      this.page.connection.send({
        op: 'startRecording',
        format: this.formats.includes(this.format) ? this.format : (this.formats[0] ?? this.format),
      });
  }

  private setMark(event: Event): void {
    event.preventDefault();
    const text = this.mark.trim();
    if (text && this.page.connection.send({ op: 'mark', text })) this.mark = '';
  }

  /** Formats that there are here; the first of them where the one that was chosen is not. */
  private get formats(): readonly RecordedFormat[] {
    const able = this.store.info?.recordedFormats ?? [];
    return recordedFormats.filter((format) => able.includes(format));
  }

  override render() {
    const { formats } = this;
    const t = recorderTexts();
    const seconds = this.store.recorder?.seconds ?? 0;
    return html`<form @submit=${(e: Event) => e.preventDefault()}>
        <label
          >${t.format}
          <select
            ?disabled=${this.recording}
            @change=${(e: Event) => {
              const { target } = e;
              const chosen = formats.find(
                (format) => target instanceof HTMLSelectElement && format === target.value,
              );
              if (chosen) this.format = chosen;
            }}
          >
            ${formats.map((format) => html`<option value=${format} .selected=${live(format === this.format)}>${t.formats[format]}</option>`)}
          </select>
        </label>
        <button class="primary" type="button" @click=${() => this.toggle()}>
          ${this.recording ? t.stop : t.record}
        </button>
        <span class="time number ${this.recording ? 'recording' : ''}"
          >${this.recording ? '● ' : ''}${seconds.toFixed(1)} s</span
        >
        ${this.store.recorder?.url ? html`<a href=${this.store.recorder.url} download=${this.store.recorder.file ?? ''}>${this.store.recorder.file}</a>` : nothing}
      </form>
      <form @submit=${this.setMark}>
        <input
          type="text"
          maxlength="200"
          placeholder=${t.markExample}
          aria-label=${t.markText}
          .value=${this.mark}
          @input=${(e: Event) => e.target instanceof HTMLInputElement && (this.mark = e.target.value)}
        />
        <button type="submit">${t.mark}</button>
      </form>
      ${this.page.api ? this.kept() : this.downloads()}`;
  }

  /** What the service keeps. */
  private kept() {
    const t = recorderTexts();
    if (this.files.length === 0) return html`<p class="hint">${t.nothing}</p>`;
    return html`<table>
      <thead>
        <tr>
          <th scope="col">${t.file}</th>
          <th scope="col">${t.size}</th>
        </tr>
      </thead>
      <tbody>
        ${this.files.map(
          (file) =>
            html`<tr>
              <td><a href=${file.url} download>${file.file}</a></td>
              <td class="number">${(file.bytes / 1024).toFixed(0)} kB</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  /** What this page keeps, but for the newest, which is shown above. */
  private downloads() {
    const { recordings, recorder } = this.store;
    return html`<p class="hint">${recorderTexts().inMemory} <code>${'myodesis serve'}</code>.</p>
      <ul class="hint">
        ${recordings
          .filter(({ url }) => url !== recorder?.url)
          .map(({ file, url }) => html`<li><a href=${url} download=${file}>${file}</a></li>`)}
      </ul>`;
  }
}
