import { join } from 'node:path';
import { StreamError } from '../../../src/ground/signal/errors.js';
import { cutSegments } from '../cut-segments.js';
import { readRecording } from '../read-recording.js';
import { withChannels } from '../chosen-channels.js';
import type { LabelledRecordings, LabelledSegment, ReadOptions, Recording } from '../recording.js';
import { classLabels, classNumbers, type ClassLabel } from './class-labels.js';
import { FactsOfFolders } from './folder-facts.js';
import { naturally } from '../../../src/ground/signal/naturally.js';
import { listFiles } from './list-files.js';
import { originsOf, type FileOrigin } from './origins.js';
import { selectFiles, type FilePatterns, type SelectedFile } from './select-files.js';
import { unreadNote } from './unread-note.js';
import { wholeSignal } from './whole-signal.js';

/** How the files of a folder are read and named. */
export interface FolderOptions extends ReadOptions, FilePatterns {}

/**
 * Read a folder of labelled recordings. Where paths tell class and repetition (LibEMG's `C_<class>_R_<rep>_emg.csv` and
 * `trial_<t>/R_<rep>_C_<class>.csv`, `gesture_<rep>_<class>.txt`, `S1_Ramp_C1_R2.csv`, or any pattern), every file is a
 * repetition of a class; else labels are looked for within the recordings. People, trials and the halves of a folder
 * divided into `train` and `test` are told apart by the paths. Class names come from `collection_details.json` or
 * `metadata.json` beside the files or in a folder above; names of the vocabulary become movement ids
 * (`Hand_Close` → `hand-close`).
 *
 * Nothing is merged, doubled or dropped without a note. Segments are ordered by person, trial, repetition and class.
 *
 * @throws StreamError when nothing matches, a file cannot be read, two files claim to be the same, or files differ in
 * their channels or rates
 */
export async function readFolder(dir: string, options: FolderOptions = {}): Promise<LabelledRecordings> {
  const { files, unread, classesInPaths } = selectFiles(dir, await listFiles(dir), options);
  const { of: origins, notes } = originsOf(dir, files);
  const facts = new FactsOfFolders(dir);
  const reading = new FolderReading(dir, options, facts);
  const segments = classesInPaths
    ? await filesAsSegments(reading, files, origins, facts)
    : await labelsWithin(reading, files, origins);
  const { sampleRateHz, channelNames, unitVolts } = reading;
  const left = unreadNote([...unread, ...reading.unlabelled]);
  const told = [...notes, ...reading.notes, ...(left === undefined ? [] : [left])];
  return {
    segments: inOrder(segments),
    sampleRateHz,
    channelNames,
    ...(unitVolts !== undefined && { unitVolts }),
    notes: [...new Set(told)],
  };
}

/** What the recordings of one folder have in common, and what was noted while they were read. */
class FolderReading {
  readonly notes: string[] = [];
  readonly unlabelled: { path: string; reason: string }[] = [];
  sampleRateHz = 0;
  channelNames: readonly string[] = [];
  /** Of the first file; undefined where its channels differ, or another file has another. */
  unitVolts: number | undefined;
  private first: string | undefined;

  constructor(
    readonly dir: string,
    private readonly options: ReadOptions,
    private readonly facts: FactsOfFolders,
  ) {}

  /** Open a file of the folder, with the channels of the first in their order. */
  async open(file: string): Promise<Recording> {
    const path = join(this.dir, file);
    const rate = this.options.sampleRateHz ?? (await this.facts.rateOf(path));
    const recording = await readRecording(path, {
      ...this.options,
      ...(rate !== undefined && { sampleRateHz: rate }),
    });
    const { sampleRateHz, channelNames, unitVolts } = recording.info;
    if (this.first === undefined) {
      Object.assign(this, { first: path, sampleRateHz, channelNames, unitVolts });
      return recording;
    }
    if (sampleRateHz !== this.sampleRateHz)
      throw new StreamError(
        `${path} is sampled at ${sampleRateHz} Hz, ${this.first} at ${this.sampleRateHz} Hz`,
        { hint: 'Give one rate for all, such as --rate 1000, or select files with --pattern.' },
      );
    if (unitVolts !== this.unitVolts) this.unitVolts = undefined;
    return this.likeTheFirst(recording, path);
  }

  private likeTheFirst(recording: Recording, path: string): Recording {
    const { channelNames: names } = recording.info;
    const wanted = this.channelNames;
    if (names.length !== wanted.length)
      throw new StreamError(`${path} has ${names.length} channels, ${this.first} has ${wanted.length}`, {
        hint: 'All files of a folder must hold the same electrodes; select channels with --channels, or files with --pattern.',
      });
    if (names.every((name, c) => name === wanted[c])) return recording;
    if (wanted.every((name) => names.includes(name)) && new Set(names).size === names.length) {
      this.notes.push(
        `${path} has the channels of ${this.first} in another order; they were put in the order of the first.`,
      );
      return withChannels(recording, wanted, path);
    }
    this.notes.push(
      `${path} calls its channels ${names.join(', ')}, ${this.first} calls them ${wanted.join(', ')}; they were taken in their order.`,
    );
    return recording;
  }
}

async function filesAsSegments(
  reading: FolderReading,
  files: readonly SelectedFile[],
  origins: readonly FileOrigin[],
  facts: FactsOfFolders,
): Promise<LabelledSegment[]> {
  const paths = files.map(({ path }) => join(reading.dir, path));
  const texts = files.map(({ match }) => match?.classText ?? '');
  const { of: labels, notes } = await classLabels(paths, texts, facts);
  reading.notes.push(...notes);
  const segments: LabelledSegment[] = [];
  for (const [n, { path, match }] of files.entries()) {
    const recording = await reading.open(path);
    const whole = await wholeSignal(recording, join(reading.dir, path));
    reading.notes.push(...whole.notes);
    const { label, classIndex } = labels[n] ?? ({ label: '', classIndex: 0 } satisfies ClassLabel);
    const origin = { label, classIndex, repetition: match?.repetition ?? 0, path: join(reading.dir, path) };
    for (const signal of whole.stretches)
      segments.push({ ...origin, ...(origins[n] ?? { trial: '0' }), signal });
  }
  return segments;
}

async function labelsWithin(
  reading: FolderReading,
  files: readonly SelectedFile[],
  origins: readonly FileOrigin[],
): Promise<LabelledSegment[]> {
  const segments: LabelledSegment[] = [];
  for (const [n, { path }] of files.entries()) {
    const recording = await reading.open(path);
    const whole = join(reading.dir, path);
    if ((recording.segments ?? []).length === 0) {
      reading.unlabelled.push({ path, reason: 'no labels within' });
      reading.notes.push(...(recording.info.notes ?? []));
      continue;
    }
    const cut = await cutSegments(recording, whole);
    reading.notes.push(...cut.notes);
    const origin = origins[n] ?? { trial: '0' };
    for (const segment of cut.segments) {
      const trial = [origin.trial, segment.trial].filter((text) => text !== '0').join('/') || '0';
      segments.push({ ...origin, ...segment, trial });
    }
  }
  if (segments.length === 0)
    throw new StreamError(
      `${reading.dir}: none of ${files.length} recordings has labels, such as ${files[0]?.path}`,
      {
        hint: 'Say where class and repetition stand in the paths, such as --pattern "{class}/rep{rep}.csv", or annotate them with movement names.',
      },
    );
  const numbers = classNumbers(segments.map(({ label }) => label));
  return segments.map((segment) => ({ ...segment, classIndex: numbers.get(segment.label) ?? 0 }));
}

function inOrder(segments: readonly LabelledSegment[]): LabelledSegment[] {
  return [...segments].sort(
    (a, b) =>
      naturally(a.subject ?? '', b.subject ?? '') ||
      naturally(b.part ?? '', a.part ?? '') ||
      naturally(a.trial, b.trial) ||
      a.repetition - b.repetition ||
      a.classIndex - b.classIndex,
  );
}
