import { access, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { movementOf } from '../../../src/ground/movement/movement.js';
import { ConfigError, StreamError } from '../../../src/ground/signal/errors.js';
import type { SampleBlock } from '../../../src/ground/signal/sample-block.js';
import {
  channelsTable,
  coordinateSystem,
  datasetDescription,
  electrodesTable,
  emgSidecar,
  eventsDescription,
  eventsTable,
  readme,
  space,
  truthDescription,
  tsv,
  type BidsDescription,
} from './bids-tables.js';
import { EdfWriter } from '../edf/edf-writer.js';
import type { Annotation, RecordingInfo, RecordingWriter } from '../recording.js';
import { allOrNone } from '../../../src/recording/close-all.js';
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
 * EMG-BIDS 1.11: `sub-…_task-…_emg.bdf` (or `.edf`) with `_emg.json`, `_channels.tsv`, `_events.tsv`, `_events.json` and,
 * where positions are known, `_electrodes.tsv` and `_space-limb_coordsystem.json`; `dataset_description.json`,
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
  /** Whether samples are missing between its first and its last. */
  private broken = false;
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
    await describeDataset(root, options);
    await listParticipant(root, `sub-${subject}`);
    await write(`${stem}_events.json`, json(eventsDescription()));
    await write(`${stem}_channels.tsv`, channelsTable(info, options.channels));
    if (options.electrodes) {
      await write(`${placed}_electrodes.tsv`, electrodesTable(options.electrodes));
      await write(`${placed}_space-${space}_coordsystem.json`, json(coordinateSystem()));
    }
    const signal = await EdfWriter.create(`${stem}_emg.${format}`, info, { format });
    return allOrNone(async (keep) => {
      await keep(Promise.resolve(signal));
      const writer = new BidsWriter(stem, task, signal, info, options);
      await writer.putSidecar();
      await writer.putEvents();
      return writer;
    });
  }

  write(block: SampleBlock): void | Promise<void> {
    const missing = this.check.accept(block);
    if (missing > 0 && !this.broken) {
      this.broken = true;
      this.putLater(() => this.putSidecar());
    }
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
    this.putLater(() => this.putEvents());
  }

  private putLater(put: () => Promise<void>): void {
    this.tail = this.tail.then(put).catch((cause: unknown) => {
      this.failure ??= new StreamError(`cannot write the tables beside ${this.stem}`, {
        hint: 'Check that the folder can be written to and has space left.',
        cause,
      });
    });
  }

  private putSidecar(seconds?: number): Promise<void> {
    const { info, task, options, broken } = this;
    return write(`${this.stem}_emg.json`, json(emgSidecar(info, task, options, { seconds, broken })));
  }

  close(): Promise<void> {
    this.closing ??= this.finish();
    return this.closing;
  }

  private async finish(): Promise<void> {
    clearTimeout(this.timer);
    await this.signal.close();
    await this.tail;
    await this.putEvents(this.check.span);
    await this.putSidecar(this.check.span / this.info.sampleRateHz);
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

/** Folders, relative to the dataset, that hold what belongs to one person. */
export function subjectFolders(subject: string): string[] {
  return ['', `${truthFolder}/`, 'sourcedata/'].map((folder) => `${folder}sub-${subject}`);
}

/** The dataset's own files; those already there are kept, for a dataset grows by recordings. */
export function describeDataset(root: string, description: BidsDescription = {}): Promise<void> {
  return writeMissing(root, {
    'dataset_description.json': json(datasetDescription(description)),
    README: readme,
  });
}

/** Where the truth goes: BIDS keeps files it does not know out of its folders, except below `derivatives`. */
export const truthFolder = 'derivatives/truth';

/** The files that say what the truth is, in a dataset that has any. */
export function describeTruth(root: string, description: BidsDescription = {}): Promise<void> {
  return writeMissing(join(root, truthFolder), {
    'dataset_description.json': json(truthDescription(description)),
    // BIDS has no name for tables of discharges.
    '.bidsignore': '*.csv\n',
  });
}

async function writeMissing(root: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const path = join(root, name);
    await mkdir(dirname(path), { recursive: true });
    if (!(await isPresent(path))) await write(path, text);
  }
}

function isPresent(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function listParticipant(root: string, subject: string): Promise<void> {
  const participants = join(root, 'participants.tsv');
  const listed = (await isPresent(participants))
    ? await readFile(participants, 'utf8')
    : tsv(['participant_id'], []);
  if (listed.split('\n').some((line) => line.split('\t')[0] === subject)) return;
  const columns = (listed.split('\n')[0] ?? '').split('\t').length;
  const row = tsv([subject, ...Array.from({ length: columns - 1 }, () => '')], []);
  await write(participants, listed.replace(/\n?$/, '\n') + row);
}
