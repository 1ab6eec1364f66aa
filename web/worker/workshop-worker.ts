import { outcomeOf, type Outcome } from '../../src/patient/outcome.js';
import * as tasks from '../../src/patient/workshop-tasks.js';
import { StreamError } from '../../src/ground/signal/errors.js';

/** Work that a Web Worker of the workshop does: which of {@link tasks}, and its argument. */
export type Work = {
  [Name in keyof Doing]: { readonly name: Name; readonly task: Parameters<Doing[Name]>[0] };
}[keyof Doing];

/** What the work of a name makes. */
export type Made<Name extends keyof Doing> = Awaited<ReturnType<Doing[Name]>>;

/** What a Web Worker of the workshop says: the share done, or how the work ended. */
export type Said = { readonly share: number } | { readonly outcome: Outcome<Made<keyof Doing>> };

type Doing = Pick<typeof tasks, 'deriveFresh' | 'deriveRequested' | 'runCalibration' | 'runTraining'>;

const say = (said: Said): void => self.postMessage(said);

const host: tasks.TaskHost = {
  loadClassifier: (module) => {
    throw new StreamError(`${module}: no modules are loaded in a browser`, {
      hint: 'Start "myodesis serve --classifier FILE".',
    });
  },
  onProgress: (share) => say({ share }),
};

function done(work: Work): Made<keyof Doing> | Promise<Made<keyof Doing>> {
  switch (work.name) {
    case 'deriveFresh':
      return tasks.deriveFresh(work.task);
    case 'deriveRequested':
      return tasks.deriveRequested(work.task);
    case 'runCalibration':
      return tasks.runCalibration(work.task, host);
    case 'runTraining':
      return tasks.runTraining(work.task, host);
  }
}

self.onmessage = async ({ data }: MessageEvent<Work>) => {
  say({ outcome: await outcomeOf(() => done(data)) });
};
