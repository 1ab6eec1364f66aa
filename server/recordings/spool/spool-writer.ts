import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { eachStep, perSample as spread } from '../../../src/body/synthesis/truth.js';
import { StreamError } from '../../../src/ground/signal/errors.js';
import type { SampleBlock } from '../../../src/ground/signal/sample-block.js';
import { NpyFile } from '../npy/npy-file.js';
import { OutputFile } from '../output-file.js';
import type { RecordingInfo, RecordingTruth, RecordingWriter } from '../recording.js';
import { isSpool, logInfo, openSpool, perSample, type LogLine, type PerSample, type Spool } from './spool.js';
import { allOrNone, closeAll } from '../../../src/recording/close-all.js';
import { StreamCheck } from '../../../src/recording/stream-check.js';

/** Makes the final file of a spool. */
export type Pack = (spool: Spool, target: string) => Promise<void>;

/** The part of a format's description that says: recorded as a spool, then packed. */
export function spooled(pack: Pack) {
  return {
    pack,
    begin: async (path: string, info: RecordingInfo, { truth = false }: { readonly truth?: boolean }) => ({
      writer: await SpoolWriter.create(path, info, pack, truth),
      truthBeside: undefined,
    }),
  };
}

/**
 * Recorder for formats that cannot be read when partial (NPZ, HDF5, Parquet: their table of contents comes
 * last or is rewritten in place). It writes plain growing arrays to the folder `<name>.part`, which can be
 * read at any moment, and on {@link close} packs them into `<name>` and removes the folder. Disk space for
 * both is needed while it packs.
 */
export class SpoolWriter implements RecordingWriter {
  private readonly check: StreamCheck;
  private readonly codes = new Map<string, number>();
  private truthful: boolean | undefined;
  private unflushed = 0;
  private closing: Promise<void> | undefined;

  private constructor(
    private readonly path: string,
    private readonly info: RecordingInfo,
    private readonly pack: Pack,
    private readonly log: OutputFile,
    private readonly arrays: ReadonlyMap<PerSample | 'discharges', NpyFile>,
  ) {
    this.check = new StreamCheck(info);
  }

  /**
   * @param truth whether ground truth is to be kept; then every block must bring it
   * @throws StreamError when an interrupted recording of that name is still there
   */
  static async create(path: string, info: RecordingInfo, pack: Pack, truth: boolean): Promise<SpoolWriter> {
    const dir = `${path}.part`;
    if (await isSpool(dir))
      throw new StreamError(`${dir} holds an interrupted recording that was never finished`, {
        hint: `Finish it with "myodesis finish ${path}", then record again or under another name.`,
      });
    await mkdir(dir, { recursive: true });
    const muscles = info.muscleNames?.length ?? 0;
    const channels = info.channelNames.length;
    const columns: Partial<Record<PerSample, number[]>> = { signal: [channels] };
    if (truth) {
      if (muscles > 0) columns.excitation = columns.force = [muscles];
      Object.assign(columns, { clean: [channels], strength: [], movement: [], cue: [], flags: [] });
    }
    return allOrNone(async (keep) => {
      const log = await keep(OutputFile.create(join(dir, 'log.jsonl')));
      const arrays = new Map<PerSample | 'discharges', NpyFile>();
      for (const [name, descr] of Object.entries(perSample) as [PerSample, string][]) {
        const shape = columns[name];
        if (shape) arrays.set(name, await keep(NpyFile.create(join(dir, `${name}.npy`), descr, shape)));
      }
      if (truth)
        arrays.set('discharges', await keep(NpyFile.create(join(dir, 'discharges.npy'), '<f8', [3])));
      const writer = new SpoolWriter(path, info, pack, log, arrays);
      await writer.append(logInfo(info));
      return writer;
    });
  }

  write(block: SampleBlock, truth?: RecordingTruth): void | Promise<void> {
    this.truthful ??= this.arrays.has('strength');
    if (this.truthful && !truth)
      throw new StreamError('got a block without truth in a recording that keeps truth', {
        hint: 'Give the truth with every block, or record without it.',
      });
    const missing = this.check.accept(block);
    if (missing > 0) void this.append({ gap: { row: this.check.length - block.length, missing } });
    const { length } = block;
    this.rows('signal', block.data, block.channels, length);
    if (this.truthful && truth) this.putTruth(truth, length, block.channels);
    this.unflushed += length;
    if (this.unflushed < block.sampleRateHz / 2) return;
    this.unflushed = 0;
    return this.flush();
  }

  annotate(index: number, text: string): void {
    void this.append({ annotation: { index: this.check.row(index), text } });
  }

  close(): Promise<void> {
    this.closing ??= this.finish();
    return this.closing;
  }

  private async finish(): Promise<void> {
    await closeAll([...this.arrays.values(), this.log]);
    await packSpool(this.path, this.pack);
  }

  private async flush(): Promise<void> {
    await Promise.all([...this.arrays.values()].map((array) => array.flush()));
  }

  private append(line: LogLine): Promise<void> {
    return this.log.append(Buffer.from(`${JSON.stringify(line)}\n`));
  }

  private putTruth(truth: RecordingTruth, length: number, channels: number): void {
    const muscles = this.info.muscleNames?.length ?? 0;
    const { steps } = truth;
    const { excitation, force } = steps;
    this.rows('excitation', excitation && spread(truth, excitation), muscles, length);
    this.rows('force', force && spread(truth, force), muscles, length);
    this.rows('clean', truth.clean, channels, length);
    const flags = truth.flags ? truth.flags.slice(0, length) : new Uint32Array(length);
    void this.arrays.get('flags')?.append(flags, length);
    void this.arrays.get('strength')?.append(spread(truth, steps.strength), length);
    const movement = new Int16Array(length);
    const cue = new Int16Array(length);
    eachStep(truth, (k, from, until) => {
      movement.fill(this.code(steps.movement[k]), from, until);
      cue.fill(this.code(steps.cue[k]), from, until);
    });
    void this.arrays.get('movement')?.append(movement, length);
    void this.arrays.get('cue')?.append(cue, length);
    const discharges = truth.discharges ?? [];
    if (discharges.length < 3) return;
    // From here on samples are rows of the arrays.
    const first = this.check.length - length;
    const triples = Float64Array.from(
      { length: discharges.length },
      (_, i) => (discharges[i] as number) + (i % 3 === 2 ? first : 0),
    );
    void this.arrays.get('discharges')?.append(triples, discharges.length / 3);
  }

  /** Channel-major to one row per sample; NaN where the truth has no such array. */
  private rows(name: PerSample, data: Float32Array | undefined, columns: number, length: number): void {
    const array = this.arrays.get(name);
    if (!array) return;
    const rows = new Float32Array(columns * length);
    if (!data || data.length < rows.length) rows.fill(NaN);
    else
      for (let c = 0; c < columns; c++)
        for (let i = 0; i < length; i++) rows[i * columns + c] = data[c * length + i] as number;
    void array.append(rows, length);
  }

  private code(name: string): number {
    let code = this.codes.get(name);
    if (code === undefined) {
      this.codes.set(name, (code = this.codes.size));
      void this.append({ name });
    }
    return code;
  }
}

/** Make `<path>` from the spool `<path>.part`, then remove the spool. */
export async function packSpool(path: string, pack: Pack): Promise<void> {
  const dir = `${path}.part`;
  const packed = join(dir, 'packed');
  try {
    await pack(await openSpool(dir), packed);
    await rename(packed, path);
  } catch (cause) {
    if (cause instanceof StreamError) throw cause;
    throw new StreamError(`cannot make ${path}: ${cause instanceof Error ? cause.message : String(cause)}`, {
      hint: `The recording is safe in ${dir}; make room on the disk and finish it again.`,
      cause,
    });
  }
  await rm(dir, { recursive: true, force: true });
}
