import { basename } from 'node:path';
import { mergeScenario } from '../../src/scenario/scenario.js';
import type { BenchmarkDecoder, DecoderPatch } from '../../src/study/benchmark/benchmark-decoder.js';
import type { OutsidePart } from '../../src/study/benchmark/outside-part.js';
import type { BenchmarkHost } from '../../src/study/benchmark/run-person.js';
import { scenarioOfPerson, type SuitePerson } from '../../src/study/benchmark/suite-people.js';
import type { ClassifierReference } from '../outside/classifier-reference.js';
import { expectedTask } from '../outside/expected-task.js';
import { tryOnnxPart } from './onnx-part.js';
import { plainHost } from './plain-host.js';
import { meetProcess } from './process-part.js';
import { loadClassifier } from './study-host.js';

/** A decoder that is ready to be measured, and what it takes. */
export interface Bench {
  readonly decoder: BenchmarkDecoder;
  readonly host: Required<BenchmarkHost>;
  /** Files that results hold of. */
  readonly files: readonly string[];
  /** Whether threads can do the work: a process is asked from here. */
  readonly travels: boolean;
  /** Whether it can be told from what it was before, so that results may be kept. */
  readonly isKnown: boolean;
  close(): Promise<void>;
}

/** What a bench is made with. */
export interface BenchOptions {
  readonly people: readonly SuitePerson[];
  readonly stop: AbortSignal;
  /** Told where a process connects, who came and went, and what is assumed of a model. */
  readonly onNotice: (text: string) => void;
}

/**
 * Make ready what the command line calls a classifier: load it, try it, or wait until it connects.
 * @param patch everything but the classifier
 * @throws what reading, trying or waiting throws
 */
export async function benchOf(
  given: ClassifierReference,
  patch: DecoderPatch,
  { people, stop, onNotice }: BenchOptions,
): Promise<Bench> {
  const features = (patch.features ?? []).join('+');
  const close = (): Promise<void> => Promise.resolve();
  const inside = { host: plainHost, files: [], travels: true, isKnown: true, close };
  if (given.type === 'own')
    return {
      ...inside,
      decoder: { name: `${features}, ${given.text}`, patch: { ...patch, classifier: given.kind } },
    };
  const name = basename(given.text);
  if (given.type === 'module') {
    const { path: module } = given;
    await loadClassifier(module);
    const classifier = { name: given.text, module };
    return { ...inside, files: [module], decoder: { name: `${features}, ${name}`, patch, classifier } };
  }
  // The decoder around a model outside has one of ours, which decides nothing.
  const frame: DecoderPatch = { ...patch, classifier: 'lda' };
  const around = (outside: OutsidePart): BenchmarkDecoder => ({
    name: `${outside.input === 'window' ? 'windows' : features}, ${[outside.name, outside.version].filter((text) => text !== undefined).join(' ')}`,
    patch: frame,
    outside,
  });
  if (given.type === 'onnx') {
    const { path: file, kind: input = 'features', logits = false } = given;
    const part: OutsidePart = { name, input, learns: false, file, ...(logits && { logits }) };
    const files = await tryOnnxPart(part, frame, people, onNotice);
    return { ...inside, files, decoder: around(part) };
  }
  const task = expectedTask(mergeScenario(scenarioOfPerson(people[0]), { decoder: frame }));
  const process = await meetProcess(given.port, task, { onNotice, stop });
  const isKnown = process.part.version !== undefined;
  if (!isKnown)
    onNotice(
      `classifier ${process.part.name} tells no version: nothing is kept, and a run that is stopped begins anew. Answer hello with "version", too.`,
    );
  return {
    host: { ...plainHost, openOutside: () => Promise.resolve(process.open()) },
    ...{ files: [], travels: false, isKnown, decoder: around(process.part) },
    close: () => process.close(),
  };
}
