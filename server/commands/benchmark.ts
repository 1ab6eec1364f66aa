import { basename } from 'node:path';
import { Command, Option } from 'commander';
import { baselineDecoders, reference } from '../../src/study/benchmark/baseline-decoders.js';
import { baselinesOf } from '../../src/study/benchmark/baselines.js';
import { peopleOfRun, runBenchmark, type BenchmarkRun } from '../../src/study/benchmark/benchmark.js';
import { specIn, type BenchmarkDecoder } from '../../src/study/benchmark/benchmark-decoder.js';
import { featureNames } from '../../src/decoder/features/feature-names.js';
import { scenarioOfPerson } from '../../src/study/benchmark/suite-people.js';
import { mb1 } from '../../src/study/benchmark/mb1.js';
import { valuesOfRun } from '../../src/study/benchmark/summary.js';
import type { SuiteSplit } from '../../src/study/benchmark/suite.js';
import { benchmarkResult } from '../../src/study/benchmark/result.js';
import type { CommandContext } from '../cli/context.js';
import { addConventionOptions, conventionOf, type ConventionFlags } from '../cli/convention-flags.js';
import { choiceArgument, nameListArgument, positiveArgument } from '../cli/options.js';
import { addOutputOptions, classifierHelp, type OutputFlags } from '../cli/study-flags.js';
import { UsageError } from '../errors.js';
import { parseClassifier, type ClassifierReference } from '../outside/classifier-reference.js';
import { cacheFolder } from '../study/cache-folder.js';
import { decisionCost } from '../study/decision-cost.js';
import { keepingRecordings } from '../study/kept-recordings.js';
import { keptVersion } from '../study/kept-version.js';
import { overRunner } from '../study/over-threads.js';
import { threadRunner } from '../study/pool.js';
import { insideChoice, loadClassifier } from '../study/study-host.js';
import { tellBaselines, tellBenchmark } from '../study/tell-benchmark.js';

interface Flags extends OutputFlags, ConventionFlags {
  readonly classifier?: ClassifierReference;
  readonly features?: string[];
  readonly window?: number;
  readonly step?: number;
  readonly split: SuiteSplit;
  readonly quick?: boolean;
  readonly baselines?: boolean;
  /** A folder; false where nothing is to be kept. */
  readonly cache?: string | boolean;
  readonly json?: boolean;
}

/** `myodesis benchmark`: a decoder against the baselines of a frozen suite. */
export function benchmarkCommand(context: CommandContext): Command {
  const command = new Command('benchmark')
    .description('A decoder of yours against eight abilities of ten simulated people, and what breaks it.')
    .argument('[module]', 'a classifier of your own, ./mine.js or ./mine.ts')
    .addOption(
      new Option('--classifier <name>', `in place of a module: ${classifierHelp}`).argParser(parseClassifier),
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
    .option(
      '--cache <folder>',
      'keep there who is done, and recordings, 60 MB a person; in your cache folder if not said',
    )
    .option('--no-cache', 'keep nothing, and read nothing that was kept');
  return addOutputOptions(addConventionOptions(command))
    .addHelpText('after', help)
    .action((module: string | undefined, flags: Flags) => run(module, flags, context));
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

Examples:
  myodesis benchmark ./mine.js --quick
  myodesis benchmark ./mine.js --features TDAR --report mine.html
  myodesis benchmark --classifier qda --features LS4 --window 250 --json
  myodesis benchmark --baselines --json`;

async function run(module: string | undefined, flags: Flags, context: CommandContext): Promise<void> {
  const { split } = flags;
  if (flags.baselines) {
    refuseDecoder(module, flags);
    const baselines = await measured(baselineDecoders, { ...flags, mend: false }, context);
    const values = baselines.decoders.map(valuesOfRun);
    return tellBaselines(mb1, benchmarkResult(mb1, baselines), values, flags, context);
  }
  const decoder = decoderOf(module, flags);
  await requireUsable(decoder);
  const beside = baselinesOf(mb1);
  const isCommitted = split === 'test' && beside.length > 0;
  // Of people who are not held for the test nothing is committed: the reference is run beside.
  const decoders = isCommitted ? [decoder] : [decoder, reference];
  const measuredRun = await measured(decoders, flags, context);
  const result = benchmarkResult(mb1, measuredRun, isCommitted ? beside : []);
  const [person] = result.run.decoders[0]?.people ?? [];
  const cost =
    person && !flags.quick ? await decisionCost(decoder, person.person, loadClassifier) : undefined;
  await tellBenchmark({ suite: mb1, decoder, result, cost }, flags, context);
}

/** Run decoders over many cores, keeping who is done. */
async function measured(
  decoders: readonly BenchmarkDecoder[],
  flags: Flags & { readonly mend?: boolean },
  context: CommandContext,
): Promise<BenchmarkRun> {
  const { split, quick = false, mend, cache = true, threads } = flags;
  const modules = decoders.flatMap(({ classifier }) =>
    typeof classifier === 'object' && 'module' in classifier ? [classifier.module] : [],
  );
  const people = peopleOfRun(mb1, { split, quick }).length;
  const folder = typeof cache === 'string' ? cache : cacheFolder('benchmark');
  const tasks = threadRunner(threads);
  return overRunner(
    `${mb1.name} with ${people} people`,
    cache === false ? tasks : await keepingRecordings(tasks, folder),
    context,
    (options) => runBenchmark(mb1, decoders, { ...options, split, quick, ...(mend === false && { mend }) }),
    cache === false ? undefined : { folder, version: await keptVersion(modules) },
  );
}

/**
 * The decoder that the command line describes.
 * @throws UsageError where it describes none, or two
 */
function decoderOf(module: string | undefined, flags: Flags): BenchmarkDecoder {
  if (module !== undefined && flags.classifier)
    throw new UsageError(
      `got the module ${module} and --classifier ${flags.classifier.text}: which of them?`,
      {
        hint: 'Give one of the two.',
      },
    );
  const given = module === undefined ? flags.classifier : parseClassifier(module);
  if (!given)
    throw new UsageError('got no classifier to measure', {
      hint: 'Give a module such as ./mine.js, or --classifier lda; --baselines runs the baselines.',
    });
  const choice = insideChoice(given, 'the benchmark');
  const { features = reference.patch.features ?? [], window, step } = flags;
  const ours = typeof choice === 'string';
  return {
    name: `${features.join('+')}, ${basename(given.text)}`,
    patch: {
      ...{ control: 'classification', features },
      ...conventionOf(flags),
      ...(ours && { classifier: choice }),
      ...(window !== undefined && { windowMs: window }),
      ...(step !== undefined && { stepMs: step }),
    },
    ...(!ours && { classifier: choice }),
  };
}

/**
 * What is wrong with any person is told before the first.
 * @throws ConfigError for unknown features or what no decoder can have; ModelError for a module that is none
 */
async function requireUsable({ patch, classifier }: BenchmarkDecoder): Promise<void> {
  const [person] = peopleOfRun(mb1, {});
  if (person) specIn(scenarioOfPerson(person), patch);
  featureNames(patch.features ?? [], ['CH1'], { sampleRateHz: 1000 });
  if (typeof classifier === 'object' && 'module' in classifier) await loadClassifier(classifier.module);
}

/** @throws UsageError where a decoder is described beside --baselines */
function refuseDecoder(module: string | undefined, { classifier, features, window, step }: Flags): void {
  const given = [
    ...(module === undefined ? [] : [module]),
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
