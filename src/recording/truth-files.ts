import { eachStep } from '../body/synthesis/truth.js';
import { allOrNone, closeAll } from './close-all.js';
import { csvCell } from './csv-cells.js';
import type { Output, OutputFolder } from './output.js';
import type { RecordingInfo, RecordingTruth } from './recording-writer.js';
import { TextBuffer } from './text-buffer.js';

export interface TruthFileOptions {
  /** Rows of `truth.csv` per second; 100 by default (the body's own quantum of 10 ms). */
  readonly rowsPerSecond?: number;
}

const chunkBytes = 1 << 16;

/**
 * Ground truth beside a signal that has no place for it:
 * `<name>.truth.csv`: `time_s`, `movement`, `strength`, `cue`, `flags` (artefact bits seen since the row
 * before), then `excitation_<muscle>` for each muscle; and `<name>.discharges.csv`: `time_s`, `sample` (with
 * its fraction), `muscle`, `unit`, one row per motor-unit discharge. Both can be read at any moment.
 */
export class TruthFiles {
  private readonly rows = new TextBuffer(chunkBytes * 2);
  private readonly spikes = new TextBuffer(chunkBytes * 2);
  private readonly step: number;
  private readonly muscles: readonly string[];
  private start: number | undefined;
  private unflushed = 0;
  private bits = 0;

  private constructor(
    private readonly truthFile: Output,
    private readonly dischargeFile: Output,
    private readonly info: RecordingInfo,
    rowsPerSecond: number,
  ) {
    this.step = Math.max(1, Math.round(info.sampleRateHz / rowsPerSecond));
    this.muscles = info.muscleNames ?? [];
    const columns = this.muscles.map((name) => csvCell(`excitation_${name}`));
    this.rows.text(`${['time_s', 'movement', 'strength', 'cue', 'flags', ...columns].join(',')}\n`);
    this.spikes.text('time_s,sample,muscle,unit\n');
  }

  /** @param base path of the recording without its extension */
  static async create(
    folder: OutputFolder,
    base: string,
    info: RecordingInfo,
    { rowsPerSecond = 100 }: TruthFileOptions = {},
  ): Promise<TruthFiles> {
    for (const part of ['truth', 'discharges']) await folder.remove(`${base}.${part}.csv`);
    return allOrNone(async (keep) => {
      const truthFile = await keep(folder.create(`${base}.truth.csv`));
      const dischargeFile = await keep(folder.create(`${base}.discharges.csv`));
      const files = new TruthFiles(truthFile, dischargeFile, info, rowsPerSecond);
      await files.flush();
      return files;
    });
  }

  write(truth: RecordingTruth): void | Promise<void> {
    this.start ??= truth.index;
    const first = truth.index - this.start;
    const { length, flags } = truth;
    eachStep(truth, (k, from, until) => {
      for (let i = from; i < until; i++) {
        if (flags) this.bits |= flags[i] as number;
        if ((first + i) % this.step === 0) this.putRow(truth, first + i, k);
      }
    });
    this.putDischarges(truth);
    this.unflushed += length;
    if (this.unflushed < this.info.sampleRateHz / 2 && this.rows.length < chunkBytes) return;
    return this.flush();
  }

  async close(): Promise<void> {
    await closeAll([{ close: () => this.flush() }, this.truthFile, this.dischargeFile]);
  }

  private putRow({ steps }: RecordingTruth, sample: number, k: number): void {
    const { rows } = this;
    const { index, movement, cue, strength, excitation } = steps;
    rows.fixed(sample / this.info.sampleRateHz, 6);
    rows.text(`,${csvCell(movement[k])},`);
    rows.fixed(strength[k], 4);
    rows.text(`,${csvCell(cue[k])},`);
    rows.fixed(this.bits >>> 0, 0);
    for (let m = 0; m < this.muscles.length; m++) {
      rows.byte(44);
      rows.fixed(excitation?.[m * index.length + k] ?? NaN, 5);
    }
    rows.byte(10);
    this.bits = 0;
  }

  private putDischarges({ index, discharges = [] }: RecordingTruth): void {
    const { spikes } = this;
    for (let d = 0; d + 2 < discharges.length; d += 3) {
      const sample = index + (discharges[d + 2] as number) - (this.start ?? 0);
      const muscle = discharges[d] as number;
      spikes.fixed(sample / this.info.sampleRateHz, 6);
      spikes.byte(44);
      spikes.fixed(sample, 3);
      spikes.text(`,${csvCell(this.muscles[muscle] ?? String(muscle))},`);
      spikes.fixed(discharges[d + 1] as number, 0);
      spikes.byte(10);
    }
  }

  private flush(): Promise<void> {
    this.unflushed = 0;
    void this.dischargeFile.append(this.spikes.take());
    return this.truthFile.append(this.rows.take());
  }
}
