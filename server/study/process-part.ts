import { firstValueFrom, timer } from 'rxjs';
import type { ClassifierTask, OutsideModel } from '../../src/decoder/outside-model.js';
import { ModelError } from '../../src/ground/signal/errors.js';
import type { OutsidePart } from '../../src/study/benchmark/outside-part.js';
import { startClassifierServer } from '../outside/classifier-endpoint.js';
import { inStudies } from '../outside/open-outside.js';
import { OutsideClassifier, type OutsideOptions } from '../outside/outside-classifier.js';

/** Learning in a person may take this long: networks take their time. */
const FIT_TIMEOUT_MS = 600_000;

/** After a process was given up, what it still says to old questions may take this long to come. */
const LATE_MS = 1000;

/** A process that is there, and who it says it is. */
export interface ProcessPart {
  readonly part: OutsidePart;
  /** It, for one person; the connection stays when that is closed. */
  open(): OutsideModel;
  close(): Promise<void>;
}

/**
 * Wait until a process comes and says who it is.
 * @param task of whom it is measured in first; nothing is taught yet
 * @param options `onNotice` is told where to connect, and who came and went
 * @throws InputOutputError where the port cannot be had; ModelError where nobody comes; StreamError when told to stop
 */
export async function meetProcess(
  port: number,
  task: ClassifierTask,
  { onNotice = () => undefined, ...options }: OutsideOptions,
): Promise<ProcessPart> {
  let last = '';
  const classifier = new OutsideClassifier({
    ...{ ...inStudies, fitTimeoutMs: FIT_TIMEOUT_MS, ...options },
    // It is "connected" anew for every lesson.
    onNotice: (text) => {
      if (text !== last) onNotice(text);
      last = text;
    },
  });
  const server = await startClassifierServer(classifier, port);
  onNotice(`waiting for a classifier at ${server.address}`);
  try {
    await classifier.meet(task);
  } catch (error) {
    await server.close();
    throw error;
  }
  const part = partOf(classifier);
  return { part, open: () => borrowed(classifier, part), close: () => server.close() };
}

function partOf({ name, kind, learns, version }: OutsideClassifier): OutsidePart {
  return { name, input: kind, learns, ...(version !== undefined && { version }) };
}

function borrowed(classifier: OutsideClassifier, part: OutsidePart): OutsideModel {
  return {
    ...{ name: part.name, kind: part.input },
    get latency() {
      return classifier.latency;
    },
    get failure() {
      return classifier.failure;
    },
    async prepare(task, training) {
      // Late nonsense would be taken for an answer to the next hello.
      if (classifier.failure) await firstValueFrom(timer(LATE_MS));
      await classifier.prepare(task, training);
      const now = partOf(classifier);
      if (JSON.stringify(now) !== JSON.stringify(part)) throw another(part, now);
    },
    posterior: (sample) => classifier.posterior(sample),
    close: () => Promise.resolve(),
  };
}

function another(before: OutsidePart, now: OutsidePart): ModelError {
  const told = ({ name, version, input, learns }: OutsidePart): string =>
    `${[name, version].filter((text) => text !== undefined).join(' ')} (input ${input}, fit ${learns})`;
  return new ModelError(`the classifier was ${told(before)} and came back as ${told(now)}`, {
    hint: 'One run measures one classifier: answer every hello with the same name, version, input and fit.',
  });
}
