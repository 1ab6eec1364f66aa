import { access, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { movementOf } from '../../../src/ground/movement/movement.js';
import { ConfigError, StreamError } from '../../../src/ground/signal/errors.js';
import type { SampleBlock } from '../../../src/ground/signal/sample-block.js';
import {
  channelsTable,
  coordinateSystem,
  datasetDescription,
  electrodesTable,
  emgSidecar,
  eventsTable,
  tsv,
  type BidsDescription,
} from './bids-tables.js';
import { EdfWriter } from '../edf/edf-writer.js';
import type { Annotation, RecordingInfo, RecordingWriter } from '../recording.js';
import { StreamCheck } from '../../../src/recording/stream-check.js';

export interface BidsOptions extends BidsDescription {
  /** Letters and digits only, as all BIDS labels; `01` by default. */
  readonly subject?: string;
  readonly session?: string;
  /** `movements` by default. */
  readonly task?: string;
  readonly run?: number;
  /** BDF by default, as BIDS recommends. */
  readonly format?: 'edf' | 'bdf';
}

const rewriteAfterMs = 500;

/**
 * EMG-BIDS 1.11: `sub-…_task-…_emg.bdf` (or `.edf`) with `_emg.json`, `_channels.tsv`, `_events.tsv` and,
 * where positions are known, `_electrodes.tsv` and `_coordsystem.json`; `dataset_description.json`,
 * `participants.tsv` and `README` at the top. Everything but the recording's duration is written first, and
 * events as they happen, so an interrupted recording is a readable dataset.
 */
export class BidsWriter implements RecordingWriter {
  /** Path of the signal file. */
  readonly path: string;
  private readonly check: StreamCheck;
  private readonly events: Annotation[] = [];
  private tail: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;
  private failure: StreamError | undefined;
  private closing: Promise<void> | undefined;

  private constructor(
    private readonly stem: string,
    private readonly task: string,
    private readonly signal: EdfWriter,
    private readonly info: RecordingInfo,
    private readonly options: BidsOptions,
  ) {
    this.path = `${stem}_emg.${options.format ?? 'bdf'}`;
    this.check = new StreamCheck(info);
  }

  /** @throws ConfigError when a label holds anything but letters and digits */
  static async create(root: string, info: RecordingInfo, options: BidsOptions = {}): Promise<BidsWriter> {
    const { subject = '01', session, task = 'movements', run, format = 'bdf' } = options;
    for (const [entity, label] of Object.entries({ subject, session, task }))
      if (label !== undefined && !/^[0-9a-zA-Z]+$/.test(label))
        throw new ConfigError(`the BIDS ${entity} is "${label}", allowed are letters and digits`, {
          field: entity,
          hint: 'Leave out spaces, hyphens and underscores.',
        });
    const folder = join(root, `sub-${subject}`, ...(session ? [`ses-${session}`] : []), 'emg');
    await mkdir(folder, { recursive: true });
    const entities = [`sub-${subject}`, ...(session ? [`ses-${session}`] : [])];
    const placed = join(folder, entities.join('_'));
    entities.push(`task-${task}`, ...(run === undefined ? [] : [`run-${String(run).padStart(2, '0')}`]));
    const stem = join(folder, entities.join('_'));
    await describeDataset(root, `sub-${subject}`, options);
    await write(`${stem}_channels.tsv`, channelsTable(info, options.channels));
    if (options.electrodes) {
      await write(`${placed}_electrodes.tsv`, electrodesTable(options.electrodes));
      await write(`${placed}_coordsystem.json`, json(coordinateSystem()));
    }
    const signal = await EdfWriter.create(`${stem}_emg.${format}`, info, { format });
    const writer = new BidsWriter(stem, task, signal, info, options);
    await write(`${stem}_emg.json`, json(emgSidecar(info, task, options)));
    await writer.putEvents();
    return writer;
  }

  write(block: SampleBlock): void | Promise<void> {
    this.check.accept(block);
    return this.signal.write(block);
  }

  annotate(index: number, text: string): void {
    this.signal.annotate(index, text);
    this.events.push({ index: this.check.relative(index), text });
    // The whole table is rewritten, so a burst of events is gathered first.
    this.timer ??= setTimeout(() => this.rewrite(), rewriteAfterMs);
  }

  private rewrite(): void {
    this.timer = undefined;
    this.tail = this.putEvents().catch((cause: unknown) => {
      this.failure ??= new StreamError(`cannot write ${this.stem}_events.tsv`, {
        hint: 'Check that the folder can be written to and has space left.',
        cause,
      });
    });
  }

  close(): Promise<void> {
    this.closing ??= this.finish();
    return this.closing;
  }

  private async finish(): Promise<void> {
    clearTimeout(this.timer);
    await this.signal.close();
    await this.tail;
    await this.putEvents(this.check.length);
    const seconds = this.check.length / this.info.sampleRateHz;
    await write(`${this.stem}_emg.json`, json(emgSidecar(this.info, this.task, this.options, seconds)));
    if (this.failure) throw this.failure;
  }

  private putEvents(length?: number): Promise<void> {
    const isState = (text: string): boolean => movementOf(text) !== undefined;
    return write(
      `${this.stem}_events.tsv`,
      eventsTable(this.events, this.info.sampleRateHz, isState, length),
    );
  }
}

const json = (value: object): string => `${JSON.stringify(value, undefined, 2)}\n`;

/** Renamed into place: readers never see half a table. */
async function write(path: string, text: string): Promise<void> {
  await writeFile(`${path}.part`, text);
  await rename(`${path}.part`, path);
}

/** The dataset's own files; those already there are kept, for a dataset grows by recordings. */
async function describeDataset(root: string, subject: string, options: BidsOptions): Promise<void> {
  const present = (path: string): Promise<boolean> =>
    access(path).then(
      () => true,
      () => false,
    );
  const description = join(root, 'dataset_description.json');
  if (!(await present(description))) await write(description, json(datasetDescription(options)));
  const readme = join(root, 'README');
  if (!(await present(readme)))
    await write(readme, 'EMG simulated by Myodesis. No person was recorded; the ground truth is known.\n');
  const participants = join(root, 'participants.tsv');
  const listed = (await present(participants))
    ? await readFile(participants, 'utf8')
    : tsv(['participant_id'], []);
  if (listed.split('\n').some((line) => line.split('\t')[0] === subject)) return;
  const columns = (listed.split('\n')[0] ?? '').split('\t').length;
  const row = tsv([subject, ...Array.from({ length: columns - 1 }, () => '')], []);
  await write(participants, listed.replace(/\n?$/, '\n') + row);
}
