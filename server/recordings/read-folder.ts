import { readdir } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { StreamError } from '../../src/ground/signal/errors.js';
import { concatBlocks } from '../../src/ground/signal/sample-block.js';
import { readClassNames, type ClassNames } from './class-names.js';
import { defaultPatterns, labelPattern, type PathLabel } from './label-pattern.js';
import { readRecording } from './read-recording.js';
import type { LabelledRecordings, LabelledSegment, ReadOptions } from './recording.js';
import { labelOf } from './segments.js';

/** How the files of a folder are read and named. */
export interface FolderOptions extends ReadOptions {
  /** Text with `{trial} {rep} {class}` or a regular expression; LibEMG's two namings by default. */
  readonly pattern?: string | RegExp;
}

interface Found extends PathLabel {
  readonly path: string;
}

const maxDepth = 8;

/**
 * Read a folder of labelled files, one file per repetition of a class, as LibEMG writes them:
 * `C_<class>_R_<rep>_emg.csv`, `trial_<t>/R_<rep>_C_<class>.csv`, or any pattern. Folders within are
 * searched too. Class names come from `collection_details.json` or `metadata.json` beside the files or in
 * a folder above them; names of the vocabulary become movement ids (`Hand_Close` → `hand-close`).
 *
 * Segments are ordered by trial, repetition and class; file lengths may differ.
 *
 * @throws StreamError when nothing matches, a file cannot be read, or files differ in their channels
 */
export async function readFolder(dir: string, options: FolderOptions = {}): Promise<LabelledRecordings> {
  const files = await list(dir);
  const pattern = labelPattern(options.pattern);
  const found: Found[] = [];
  for (const path of files) {
    const label = pattern(relative(dir, path).split(sep).join('/'));
    if (label) found.push({ ...label, path });
  }
  if (found.length === 0) throw nothingFound(dir, files, options.pattern);
  found.sort(
    (a, b) =>
      compare(a.trial, b.trial) ||
      a.repetition - b.repetition ||
      compare(a.classText, b.classText) ||
      compare(a.path, b.path),
  );
  const numbered = classNumbers(found);
  const names = new NamesOfFolders(dir);
  const segments: LabelledSegment[] = [];
  const notes = new Set<string>();
  let channelNames: readonly string[] = [];
  for (const { path, classText, repetition, trial } of found) {
    const classIndex = numbered.get(classText) ?? 0;
    const name = /^\d+$/.test(classText) ? await names.nameOf(path, classIndex) : classText;
    const { info, signal } = await readSignal(path, options);
    if (segments.length === 0) ({ channelNames } = info);
    for (const note of info.notes ?? []) notes.add(note);
    const first = segments[0];
    if (first && signal.channels !== first.signal.channels)
      throw new StreamError(
        `${path} has ${signal.channels} channels, ${first.path} has ${first.signal.channels}`,
        {
          hint: 'All files of a folder must hold the same electrodes; give a pattern that selects those that do.',
        },
      );
    segments.push({ label: labelOf(name ?? classText), classIndex, repetition, trial, path, signal });
  }
  return { segments, sampleRateHz: segments[0]?.signal.sampleRateHz ?? 0, channelNames, notes: [...notes] };
}

async function readSignal(path: string, options: ReadOptions) {
  const recording = await readRecording(path, options);
  const blocks = [];
  for await (const block of recording.blocks()) blocks.push(block);
  if (blocks.length === 0)
    throw new StreamError(`${path}: the file holds a header but no samples`, {
      hint: 'Delete the file or record that repetition again.',
    });
  return { info: recording.info, signal: concatBlocks(blocks) };
}

const compare = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });

/** Numbers stay what they are; names are numbered in alphabetical order. */
function classNumbers(found: readonly Found[]): Map<string, number> {
  const texts = [...new Set(found.map(({ classText }) => classText))].sort(compare);
  const numeric = texts.every((text) => /^\d+$/.test(text));
  return new Map(texts.map((text, order) => [text, numeric ? Number(text) : order]));
}

/** Class names beside a file, or in the nearest folder above it up to the recording's own. */
class NamesOfFolders {
  private readonly known = new Map<string, Promise<ClassNames>>();

  constructor(private readonly root: string) {}

  async nameOf(path: string, classIndex: number): Promise<string | undefined> {
    const top = resolve(this.root);
    for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
      let names = this.known.get(folder);
      if (!names) this.known.set(folder, (names = readClassNames(folder)));
      const name = (await names).get(classIndex);
      if (name !== undefined || folder === top || folder === dirname(folder)) return name;
    }
  }
}

async function list(dir: string, depth = 0): Promise<string[]> {
  let entries;
  try {
    entries = await readdir(dir, { withFileTypes: true });
  } catch (cause) {
    throw new StreamError(
      `cannot read the folder ${dir}: ${cause instanceof Error ? cause.message : String(cause)}`,
      {
        hint: 'Give the folder that holds the files, relative to the current folder.',
        cause,
      },
    );
  }
  const files: string[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = join(dir, entry.name);
    if (entry.isDirectory() && depth < maxDepth) files.push(...(await list(path, depth + 1)));
    else if (entry.isFile()) files.push(path);
  }
  return files;
}

function nothingFound(dir: string, files: readonly string[], pattern?: string | RegExp): StreamError {
  const wanted = pattern === undefined ? defaultPatterns.join(' or ') : String(pattern);
  const examples = files.slice(0, 3).map((path) => relative(dir, path));
  const seen =
    files.length === 0
      ? 'it holds no files'
      : `it holds ${files.length} files, such as ${examples.join(', ')}`;
  return new StreamError(`${dir}: no file matches ${wanted}; ${seen}`, {
    hint: 'Give a pattern that says where class, repetition and trial stand, such as "{class}/rep{rep}.csv".',
  });
}
