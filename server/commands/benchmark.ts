import { Command, Option } from 'commander';
import { baselineDecoders, reference } from '../../src/study/benchmark/baseline-decoders.js';
import { baselinesOf } from '../../src/study/benchmark/baselines.js';
import { peopleOfRun, runBenchmark, type BenchmarkRun } from '../../src/study/benchmark/benchmark.js';
import {
  specIn,
  type BenchmarkDecoder,
  type DecoderPatch,
} from '../../src/study/benchmark/benchmark-decoder.js';
import { featureNames } from '../../src/decoder/features/feature-names.js';
import { scenarioOfPerson } from '../../src/study/benchmark/suite-people.js';
import { mb1 } from '../../src/study/benchmark/mb1.js';
import { valuesOfRun } from '../../src/study/benchmark/summary.js';
import type { SuiteSplit } from '../../src/study/benchmark/suite.js';
import { benchmarkResult } from '../../src/study/benchmark/result.js';
import { isRecord } from '../../src/ground/signal/is-record.js';
import type { CommandContext } from '../cli/context.js';
import { addConventionOptions, conventionOf, type ConventionFlags } from '../cli/convention-flags.js';
import { addOnnxFlags, readWith, type OnnxFlags } from '../cli/onnx-flags.js';
import { choiceArgument, nameListArgument, positiveArgument } from '../cli/options.js';
import { addOutputOptions, classifierHelp, type OutputFlags } from '../cli/study-flags.js';
import { UsageError } from '../errors.js';
import { parseClassifier, type ClassifierReference } from '../outside/classifier-reference.js';
import { benchOf, type Bench } from '../study/benchmark-bench.js';
import { cacheFolder } from '../study/cache-folder.js';
import { decisionCost } from '../study/decision-cost.js';
import { keepingRecordings } from '../study/kept-recordings.js';
import { keptVersion } from '../study/kept-version.js';
import { overRunner } from '../study/over-threads.js';
import { threadRunner } from '../study/pool.js';
import { plainHost } from '../study/plain-host.js';
import { tellBaselines, tellBenchmark } from '../study/tell-benchmark.js';
import { writeTraining } from '../study/write-training.js';

interface Flags extends OutputFlags, ConventionFlags, OnnxFlags {
  readonly classifier?: ClassifierReference;
  readonly features?: string[];
  readonly window?: number;
  readonly step?: number;
  readonly split: SuiteSplit;
  readonly quick?: boolean;
  readonly baselines?: boolean;
  /** A folder. */
  readonly writeTraining?: string;
  /** False where no changes are tried beside. */
  readonly mend: boolean;
  /** A folder; false where nothing is to be kept. */
  readonly cache?: string | boolean;
  readonly json?: boolean;
}

/** `myodesis benchmark`: a decoder against the baselines of a frozen suite. */
export function benchmarkCommand(context: CommandContext): Command {
  const command = new Command('benchmark')
    .description('A decoder of yours against eight abilities of ten simulated people, and what breaks it.')
    .argument('[classifier]', 'your own: ./mine.js, ./mine.ts, mine.onnx, models/{body}.onnx, or ws:PORT')
    .addOption(
      new Option('--classifier <name>', `the same, or one of ours: ${classifierHelp}`).argParser(
        parseClassifier,
      ),
    )
    .option(
      '--features <names>',
      'what it is given: a set such as HTD (default), TDAR, LS4, or features such as MAV,WL',
      nameListArgument,
    )
    .option('--window <ms>', 'length of a window; 200 if not said', positiveArgument)
    .option('--step <ms>', 'time from one window to the next; 50 if not said', positiveArgument)
    .addOption(
      new Option('--split <people>', 'ten people held for the test, or the twenty others to develop on')
        .argParser(choiceArgument(['test', 'development'] as const))
        .default('test'),
    )
    .option('--quick', 'a first look at two people, without online test: no result')
    .option('--baselines', 'run the baselines instead, as they are committed')
    .option('--no-mend', 'try no changes beside that may mend what breaks: faster')
    .option(
      '--write-training <folder>',
      'write what decoders are trained on, for models that are trained elsewhere',
    )
    .option(
      '--cache <folder>',
      'keep there who is done, and recordings, 60 MB a person; in your cache folder if not said',
    )
    .option('--no-cache', 'keep nothing, and read nothing that was kept');
  return addOutputOptions(addOnnxFlags(addConventionOptions(command)))
    .addHelpText('after', help)
    .action((text: string | undefined, flags: Flags) => run(text, flags, context));
}

const help = `
${mb1.name} is frozen: thirty simulated people of six bodies, ten of them held for the test. Decoders are trained in each
person on the calibration alone and do new sessions: trials that were held out, another day, put on with a shift, another
limb position, weaker and stronger, noise, sweat and lost contact, after exercise, calibrated in one second; a script of
daily living; and postures that a simulated user reaches with them. Every number stands beside those of ${baselineDecoders.length} baselines in the
same people, with 95 % intervals and exact paired permutation tests, and beside what costs most what would mend it.
The same decoder gives the same numbers; the cost of a decision alone is measured. Develop on --split development.
A run that was stopped goes on where it was, and another decoder finds the same people recorded; what was kept by another
version, or of another module, is not used (what a module imports is not looked at: --no-cache). A classifier that fails
in one person is told; the others go on.

A process (ws:PORT) is taught in each person, one at a time, and kept if it answers hello with "version". An ONNX model is
measured as it came, the same for everybody, and what that means is said beside its numbers. Bodies differ in electrodes
and movements, so it takes one for each, models/{body}.onnx, or two for each person, models/{person}-{calibration}.onnx, trained
on what --write-training writes.

Examples:
  myodesis benchmark ./mine.js --quick
  myodesis benchmark ./mine.js --features TDAR --report mine.html
  myodesis benchmark --classifier qda --features LS4 --window 250 --json
  myodesis benchmark ws:8091
  myodesis benchmark --write-training samples --input raw-features
  myodesis benchmark models/{person}-{calibration}.onnx --input raw-features
  myodesis benchmark --baselines --json`;

async function run(text: string | undefined, flags: Flags, context: CommandContext): Promise<void> {
  const { split, quick = false } = flags;
  const people = peopleOfRun(mb1, { split, quick });
  if (flags.baselines) {
    refuseDecoder(text, flags);
    const bench = { host: plainHost, files: [], travels: true, isKnown: true };
    const baselines = await measured(baselineDecoders, bench, { ...flags, mend: false }, context);
    const values = baselines.decoders.map(valuesOfRun);
    return tellBaselines(mb1, benchmarkResult(mb1, baselines), values, flags, context);
  }
  const patch = patchOf(flags);
  requireUsable(patch);
  if (flags.writeTraining !== undefined) {
    const input = trainingInput(text, flags);
    return writeTraining(flags.writeTraining, { suite: mb1, people, patch, input }, context);
  }
  const onNotice = (notice: string): void => context.terminal.err(`note: ${notice}\n`);
  const bench = await benchOf(referenceOf(text, flags), patch, { people, stop: context.stop, onNotice });
  try {
    const { decoder } = bench;
    const beside = baselinesOf(mb1);
    const isCommitted = split === 'test' && beside.length > 0;
    // Of people who are not held for the test nothing is committed: the reference is run beside.
    const decoders = isCommitted ? [decoder] : [decoder, reference];
    const measuredRun = await measured(decoders, bench, flags, context);
    const result = benchmarkResult(mb1, measuredRun, isCommitted ? beside : []);
    const [first] = result.run.decoders[0]?.people ?? [];
    const cost = first && !quick ? await decisionCost(decoder, first.person, bench.host) : undefined;
    await tellBenchmark({ suite: mb1, decoder, result, cost }, flags, context);
  } finally {
    await bench.close();
  }
}

/** Run decoders over many cores, keeping who is done. */
async function measured(
  decoders: readonly BenchmarkDecoder[],
  { host, files, travels, isKnown }: Omit<Bench, 'decoder' | 'close'>,
  flags: Flags,
  context: CommandContext,
): Promise<BenchmarkRun> {
  const { split, quick = false, mend, cache = true, threads } = flags;
  const people = peopleOfRun(mb1, { split, quick }).length;
  const folder = typeof cache === 'string' ? cache : cacheFolder('benchmark');
  const tasks = threadRunner(travels ? threads : 0);
  return overRunner(
    `${mb1.name} with ${people} people`,
    cache === false ? tasks : await keepingRecordings(tasks, folder, host),
    context,
    (options) => runBenchmark(mb1, decoders, { ...options, ...host, split, quick, ...(!mend && { mend }) }),
    cache === false || !isKnown
      ? undefined
      : {
          folder,
          version: await keptVersion(files),
          // What failed may be mended without a sign of it: a process that was down, a module that imports another.
          keeps: (outcome) => isRecord(outcome) && 'scores' in outcome,
        },
  );
}

/**
 * The classifier that the command line names.
 * @throws UsageError where it names none, or two
 */
function referenceOf(text: string | undefined, flags: Flags): ClassifierReference {
  if (text !== undefined && flags.classifier)
    throw new UsageError(`got ${text} and --classifier ${flags.classifier.text}: which of them?`, {
      hint: 'Give one of the two.',
    });
  const given = text === undefined ? flags.classifier : parseClassifier(text);
  if (!given)
    throw new UsageError('got no classifier to measure', {
      hint: 'Give a module such as ./mine.js, a model mine.onnx, ws:PORT for a process, or --classifier lda; --baselines runs the baselines.',
    });
  const [read = given] = readWith([given], flags);
  return read;
}

/** Everything of the decoder but its classifier. */
function patchOf(flags: Flags): DecoderPatch {
  const { features = reference.patch.features ?? [], window, step } = flags;
  return {
    ...{ control: 'classification', features },
    ...conventionOf(flags),
    ...(window !== undefined && { windowMs: window }),
    ...(step !== undefined && { stepMs: step }),
  };
}

/**
 * What is wrong with any person is told before the first.
 * @throws ConfigError for unknown features or what no decoder can have
 */
function requireUsable(patch: DecoderPatch): void {
  const [person] = peopleOfRun(mb1, {});
  if (person) specIn(scenarioOfPerson(person), patch);
  featureNames(patch.features ?? [], ['CH1'], { sampleRateHz: 1000 });
}

/** @throws UsageError where the samples are windows, or a classifier is given, too */
function trainingInput(text: string | undefined, { classifier, input = 'features' }: Flags) {
  if (text !== undefined || classifier)
    throw new UsageError(`--write-training measures nothing: got ${text ?? '--classifier'}, too`, {
      hint: 'Write first, train, then measure.',
    });
  if (input === 'window')
    throw new UsageError('--write-training writes features, and got --input window', {
      hint: 'Connect a process that answers hello with "input": "window", and keep what fit sends.',
    });
  return input;
}

/** @throws UsageError where a decoder is described beside --baselines */
function refuseDecoder(
  text: string | undefined,
  { classifier, features, window, step, writeTraining: folder, input, logits }: Flags,
): void {
  const given = [
    ...(text === undefined ? [] : [text]),
    ...(folder === undefined ? [] : ['--write-training']),
    ...(input === undefined ? [] : ['--input']),
    ...(logits ? ['--logits'] : []),
    ...(classifier ? ['--classifier'] : []),
    ...(features ? ['--features'] : []),
    ...(window === undefined ? [] : ['--window']),
    ...(step === undefined ? [] : ['--step']),
  ];
  if (given.length === 0) return;
  throw new UsageError(`--baselines runs the decoders that are committed: got ${given.join(', ')}, too`, {
    hint: 'Leave out either of them.',
  });
}
