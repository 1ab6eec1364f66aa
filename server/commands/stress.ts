import { channelNames } from '../../src/body/anatomy/channel-names.js';
import { basename } from 'node:path';
import { Command, Option } from 'commander';
import { controlName, requireTakingPart } from '../../src/decoder/control/train-control.js';
import type { Decoder } from '../../src/decoder/decoder.js';
import type { Scenario } from '../../src/scenario/scenario.js';
import type { CommandContext } from '../cli/context.js';
import { decoderPatch } from '../cli/decoder-flags.js';
import { refuseTwice } from '../cli/decoder-of-data.js';
import {
  addPeopleOptions,
  addScenarioOptions,
  nameListArgument,
  positiveArgument,
  refuseWithPeople,
  type PeopleFlags,
  type ScenarioFlags,
} from '../cli/options.js';
import { createProgress, percent, type Terminal } from '../cli/output.js';
import { resolvePeople, resolveScenario } from '../cli/resolve-scenario.js';
import { addOutputOptions, classifierHelp, type OutputFlags } from '../cli/study-flags.js';
import { writeWhole } from '../cli/write-whole.js';
import { parseClassifier, type ClassifierReference } from '../outside/classifier-reference.js';
import { loadDecoder } from '../outside/load-decoder.js';
import { addOnnxOptions } from '../cli/onnx-flags.js';
import { packageVersion } from '../package-info.js';
import { csv } from '../../src/study/csv.js';
import { stressReport } from '../../src/study/report/stress-report.js';
import { effectLines, jsonRow, stressColumns, stressRow } from '../../src/study/stress-rows.js';
import { dialNames } from '../../src/study/dial-named.js';
import { stress, type StressResult } from '../../src/study/stress.js';
import { latencyText } from '../study/matrix-text.js';
import { threadRunner } from '../study/pool.js';
import { stressPeople } from '../study/stress-people.js';
import { stressText, worstOf } from '../study/stress-text.js';
import { choiceOf, loadClassifier } from '../study/study-host.js';

interface Flags extends ScenarioFlags, PeopleFlags, OutputFlags {
  readonly features?: string[];
  readonly classifier?: ClassifierReference;
  readonly window?: number;
  readonly step?: number;
  readonly decoder?: string;
  readonly dials?: string[];
  readonly quick?: boolean;
  readonly json?: boolean;
}

/** `myodesis stress`: what each disturbance does to one decoder. */
export function stressCommand(context: CommandContext): Command {
  const command = new Command('stress')
    .description('What each disturbance does to one decoder, level by level.')
    .option(
      '--features <names>',
      'a set such as HTD, TDAR, LS4, or features such as MAV,WL',
      nameListArgument,
    )
    .addOption(new Option('--classifier <name>', classifierHelp).argParser(parseClassifier))
    .option('--window <ms>', 'length of a window', positiveArgument)
    .option('--step <ms>', 'time from one window to the next', positiveArgument)
    .addOption(
      new Option('--decoder <file>', 'stress this decoder, as train wrote it, instead of training').conflicts(
        ['features', 'window', 'step'],
      ),
    )
    .option('--dials <names>', `only these: ${dialNames.join(', ')}`, nameListArgument)
    .option('--quick', 'one repetition, and the middle level of each dial');
  return addOutputOptions(addPeopleOptions(addScenarioOptions(addOnnxOptions(command))))
    .addHelpText('after', help)
    .action((flags: Flags) => run(flags, context));
}

const help = `
A decoder is trained on the person as they are; then the person does a session of their own, undisturbed and under
each level of each dial: a level with a plus comes on top of what the person was calibrated with. Accuracy leaves out
windows in which the intent changed. Moving at rest is the share of intended rest in which something moved; false
activations are movements out of rest, counted while nothing moved, with the 95 % interval of their rate per hour.
Recovery is the time from the end of a disturbance until decisions are those of the undisturbed session, where they were
other ones at its end. Under the table: what each dial did at its worst level, in brackets the same undisturbed: right
decisions at rest and in movement, the class that lost most, and the feature whose mean lies furthest off, in standard
deviations of its undisturbed windows (mean over channels, and the furthest channel). What would mend it is said where
it follows from that. Same seed, same table.
With --people a decoder is trained in each of so many people of the population: what every dial costs as mean ± standard
deviation between people, with the 95 % interval of the mean. --json has every person.

Examples:
  myodesis stress --preset transhumeral-tmr --quick
  myodesis stress --preset transfemoral-surface --classifier qda --features TDAR --report stress.html
  myodesis stress --preset transhumeral-tmr --classifier ./mine.js --dials noise,sweat-bridge,shift-around
  myodesis stress --preset transhumeral-tmr --decoder decoder.json --json
  myodesis stress --preset transhumeral-tmr --people 10 --quick --report people.html`;

async function run(flags: Flags, { terminal, stop }: CommandContext): Promise<void> {
  refuseWithPeople(flags, { decoder: flags.decoder });
  const scenario = await scenarioOf(flags);
  const options = {
    ...(flags.classifier && { classifier: choiceOf(flags.classifier) }),
    ...(flags.dials && { dials: flags.dials }),
    quick: flags.quick ?? false,
    onNotice: (text: string) => terminal.err(`note: ${text}\n`),
  };
  const people = resolvePeople(scenario, flags);
  if (people) {
    const classifier = flags.classifier?.text ?? controlName(scenario.decoder);
    return stressPeople(people, options, { ...flags, classifier }, { terminal, stop });
  }
  const decoder =
    flags.decoder === undefined ? undefined : await savedDecoder(flags.decoder, flags, scenario);
  const progress = createProgress(terminal, 'stress');
  progress.update(0, 'training');
  let result: StressResult;
  try {
    result = await stress(scenario, {
      ...options,
      ...(decoder && { decoder }),
      runner: threadRunner(flags.threads),
      loadClassifier,
      stop,
      onProgress: (share) => progress.update(share),
    });
  } finally {
    progress.done();
  }
  await write(result, scenario, flags, terminal);
}

async function scenarioOf(flags: Flags): Promise<Scenario> {
  refuseTwice(flags.set, flags);
  const { features, window, step } = flags;
  const scenario = await resolveScenario(flags, decoderPatch({ features, window, step }));
  requireTakingPart(scenario.decoder.control, { features });
  return scenario;
}

function savedDecoder(path: string, { classifier }: Flags, scenario: Scenario): Promise<Decoder> {
  return loadDecoder(
    path,
    { sampleRateHz: scenario.sampleRateHz, channelNames: channelNames(scenario.electrodes) },
    classifier,
  );
}

async function write(
  result: StressResult,
  scenario: Scenario,
  flags: Flags,
  terminal: Terminal,
): Promise<void> {
  const { rows, failures } = result;
  const facts = factsOf(result, scenario, flags);
  if (flags.csv !== undefined) {
    const cells = [stressRow(result.undisturbed), ...rows.map((row) => stressRow(row, row))];
    await writeWhole(flags.csv, csv(stressColumns, cells));
  }
  if (flags.report !== undefined) {
    const footer = `Made by myodesis ${packageVersion()} stress.`;
    await writeWhole(flags.report, stressReport(result, { title: 'A decoder under stress', facts, footer }));
  }
  for (const note of result.notes) terminal.err(`note: ${note}\n`);
  for (const { dial, level, message } of failures)
    terminal.err(`note: the classifier failed at ${dial} ${level}: ${message}\n`);
  if (flags.json) {
    terminal.out(`${JSON.stringify(asJson(result, scenario, flags))}\n`);
    return;
  }
  const width = Math.max(...facts.map(([name]) => name.length)) + 2;
  for (const [name, value] of facts) terminal.out(`${name.padEnd(width)}${value}\n`);
  terminal.out(`\n${stressText(result)}`);
  if (result.latency) terminal.out(`\n${latencyText({ [classifierOf(result, flags)]: result.latency })}`);
  const effects = effectLines(rows, result.undisturbed);
  if (effects.length > 0)
    terminal.out(
      `\nWhat it did at its worst level (undisturbed):\n${effects.map((line) => `  ${line}\n`).join('')}`,
    );
  const worst = worstOf(result);
  if (worst.length > 0) terminal.out(`\nWhat hurts most:\n${worst.map((line) => `  ${line}\n`).join('')}`);
}

function factsOf(result: StressResult, scenario: Scenario, flags: Flags): [string, string][] {
  const { spec } = result.decoder;
  const { training, scriptSeconds, restSeconds } = result;
  return [
    ['person', `${scenario.name}, seed ${scenario.seed}`],
    [
      'decoder',
      `${flags.decoder === undefined ? '' : `${basename(flags.decoder)}: `}` +
        `${[...featuresOf(result), classifierOf(result, flags)].join(', ')}, windows of ${spec.windowMs} ms every ${spec.stepMs} ms`,
    ],
    ...(training
      ? [['calibration', `held-out accuracy ${percent(training.accuracy)}`] as [string, string]]
      : []),
    [
      'session',
      `${scriptSeconds.toFixed(0)} s of prompts, ${restSeconds} s of rest, at each of ${result.rows.length} levels`,
    ],
  ];
}

function classifierOf({ decoder }: StressResult, { classifier }: Flags): string {
  return classifier?.text ?? controlName(decoder.spec);
}

/** None where amplitudes alone decide. */
function featuresOf({ decoder: { spec } }: StressResult): readonly string[] {
  return spec.control === 'direct' ? [] : spec.features;
}

function asJson(result: StressResult, scenario: Scenario, flags: Flags): unknown {
  const { spec } = result.decoder;
  return {
    scenario: scenario.name,
    seed: scenario.seed,
    control: spec.control,
    features: featuresOf(result),
    classifier: classifierOf(result, flags),
    windowMs: spec.windowMs,
    stepMs: spec.stepMs,
    ...(result.training && { heldOutAccuracy: result.training.accuracy }),
    scriptSeconds: result.scriptSeconds,
    restSeconds: result.restSeconds,
    undisturbed: jsonRow(result.undisturbed),
    rows: result.rows.map(jsonRow),
    ...(result.failures.length > 0 && { failures: result.failures }),
    ...(result.latency && { latency: result.latency }),
    notes: result.notes,
  };
}
