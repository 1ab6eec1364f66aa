import { InvalidArgumentError, Option, type Command } from 'commander';
import {
  adaptWays,
  usualRule,
  type AdaptRule,
  type AdaptWay,
} from '../../src/study/learning/adapt-over-days.js';
import { usualDays } from '../../src/study/learning/days.js';
import { usualSeconds } from '../../src/study/learning/learning-curve.js';
import { refuseFlags } from './decoder-of-data.js';
import { choiceArgument, integerArgument, positiveArgument } from './options.js';
import { shareArgument } from './study-flags.js';

/** The flags by which `evaluate` is asked how decoders learn. */
export interface LearningFlags {
  readonly learningCurve?: readonly number[];
  readonly trainOn?: 'others';
  /** True where no way is named: all. */
  readonly adapt?: readonly AdaptWay[] | true;
  readonly days?: number;
  readonly adaptSeconds?: number;
  readonly adaptConfidence?: number;
}

/** What is asked. */
export type LearningQuestion =
  | { readonly kind: 'curve'; readonly seconds: readonly number[] }
  | { readonly kind: 'others' }
  | {
      readonly kind: 'days';
      readonly ways: readonly AdaptWay[];
      readonly rule: Partial<AdaptRule>;
      /** Days of simulated people. */
      readonly days: number;
    };

const questions = ['learningCurve', 'trainOn', 'adapt'] as const;
const usual = usualSeconds.join(',');
const DAYS = 4;

export function addLearningOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--learning-curve [seconds]',
        `accuracy by seconds of each class that are learned from, such as ${usual}; all there is comes last`,
      )
        .argParser(secondsArgument)
        .preset(usual)
        .conflicts(['trainOn', 'adapt']),
    )
    .addOption(
      new Option(
        '--train-on <whom>',
        'others: train on all other people and test in the one left out, beside training within each',
      )
        .argParser(choiceArgument(['others'] as const))
        .conflicts(['learningCurve', 'adapt']),
    )
    .addOption(
      new Option(
        '--adapt [ways...]',
        `go on learning from day to day: ${adaptWays.join(', ')}; all if none is named, none is always beside`,
      )
        .argParser(waysArgument)
        .conflicts(['learningCurve', 'trainOn']),
    )
    .option(
      '--days <n>',
      `days of a simulated person after that of the calibration (default ${DAYS})`,
      integerArgument(1, usualDays.days.length),
    )
    .option(
      '--adapt-seconds <s>',
      `seconds of each class at the beginning of a day that are learned from (default ${usualRule.updateSeconds})`,
      positiveArgument,
    )
    .option(
      '--adapt-confidence <share>',
      `confidence from which an own decision is learned from without a label (default ${usualRule.confidence})`,
      shareArgument,
    )
    .addHelpText('after', help);
}

const help = `
How decoders learn, of one person or with --people, of recordings of one or of several:
  --learning-curve   seconds of calibration against accuracy on repetitions that were left out, the same for each amount
  --train-on others  leave one person out: with nothing of them, with their rest, with their windows without labels
  --adapt            train on a first day; on each later one (a simulated person's days, with electrodes put on again; the
                     trials of recordings) the first seconds update the decoder and the repetitions after them score it
Each tells mean, standard deviation and 95 % interval over people, and exact paired permutation tests within them.

  myodesis evaluate --preset transradial-armband --people 10 --learning-curve --classifier lda qda --report curve.html
  myodesis evaluate --preset transradial-armband --people 10 --train-on others
  myodesis evaluate --preset transradial-armband --people 10 --adapt --days 4 --report days.html
  myodesis evaluate --data one-subject-myo --adapt none supervised`;

/**
 * What the flags ask, or undefined where it is something else.
 * @throws UsageError for flags that have no part in it
 */
export function learningQuestion(flags: LearningFlags, command: Command): LearningQuestion | undefined {
  const asked = questions.find((name) => flags[name] !== undefined);
  if (asked !== 'adapt')
    refuseFlags(
      command,
      ['days', 'adaptSeconds', 'adaptConfidence'],
      'got no --adapt',
      'It says how a decoder goes on learning: give --adapt too.',
    );
  if (asked === undefined) return undefined;
  const flag = { learningCurve: '--learning-curve', trainOn: '--train-on', adapt: '--adapt' }[asked];
  refuseFlags(
    command,
    ['decoder', 'selectFeatures', 'rankFeatures', 'search', 'reject', 'unseen', 'against', 'keep'],
    `cannot be used with ${flag}`,
    `Leave it out, or leave out ${flag}.`,
  );
  if (asked === 'learningCurve') return { kind: 'curve', seconds: flags.learningCurve ?? usualSeconds };
  if (asked === 'trainOn') return { kind: 'others' };
  refuseFlags(
    command,
    ['by', 'testTrials', 'testRepetitions', 'train', 'test'],
    'cannot be used with --adapt',
    'The first day trains; of each later one the first seconds update and the rest is tested: leave it out.',
  );
  if (command.getOptionValue('data') !== undefined)
    refuseFlags(
      command,
      ['days'],
      'cannot be used with --data',
      'The days of recordings are their trials: leave it out.',
    );
  const { adapt = true, days = DAYS, adaptSeconds, adaptConfidence } = flags;
  return {
    ...{ kind: 'days', ways: adapt === true ? adaptWays : adapt, days },
    rule: {
      ...(adaptSeconds !== undefined && { updateSeconds: adaptSeconds }),
      ...(adaptConfidence !== undefined && { confidence: adaptConfidence }),
    },
  };
}

function secondsArgument(text: string): number[] {
  const seconds = text.split(',').map(Number);
  if (seconds.every((one) => one > 0 && one < Infinity)) return seconds;
  throw new InvalidArgumentError(`Expected seconds above 0 with commas between, such as ${usual}.`);
}

function waysArgument(text: string, earlier: readonly AdaptWay[] | true = []): AdaptWay[] {
  const known = earlier === true ? [] : earlier;
  return [...known, ...text.split(',').map((one) => choiceArgument(adaptWays)(one.trim()))];
}
