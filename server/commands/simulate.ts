import { Command, Option } from 'commander';
import { bodyWarnings } from '../../src/body/synthesis/body-scenario.js';
import type { CommandContext } from '../cli/context.js';
import {
  addPeopleOptions,
  addScenarioOptions,
  choiceArgument,
  positiveArgument,
  type PeopleFlags,
  type ScenarioFlags,
} from '../cli/options.js';
import { createProgress } from '../cli/output.js';
import { resolvePeople, resolveScenario } from '../cli/resolve-scenario.js';
import { writtenFormats } from '../recordings/registry.js';
import { threadRunner } from '../study/pool.js';
import { simulatePeople } from '../study/simulate-people.js';
import { writeWithScenario, type SimulatedFiles } from '../study/simulated-files.js';

const formatNames = writtenFormats.map(({ name }) => name);

interface Flags extends ScenarioFlags, PeopleFlags, SimulatedFiles {
  readonly json?: boolean;
}

/** `myodesis simulate`: EMG and its truth as files, faster than real time. */
export function simulateCommand({ terminal, stop }: CommandContext): Command {
  const command = new Command('simulate')
    .description(
      'EMG of a patient and its truth as files, faster than real time and the same bits each time.',
    )
    .requiredOption('--out <folder>', 'folder to write to; it is made where needed')
    .option('--seconds <s>', 'length of the signal', positiveArgument, 10)
    .addOption(
      new Option('--format <name>', `one of ${formatNames.join(', ')}`)
        .argParser(choiceArgument(formatNames))
        .default('csv'),
    );
  return addPeopleOptions(addScenarioOptions(command))
    .addHelpText(
      'after',
      `
Formats:
${writtenFormats.map(({ name, explain }) => `  ${name.padEnd(9)}${explain}`).join('\n')}

csv writes emg.csv (time_s, then one column per electrode in µV), truth.csv (time_s, movement, strength, cue,
artefact flags, excitation per muscle, on the same rows), discharges.csv and scenario.json. libemg writes the
patient's calibration as a folder that LibEMG loads: C_<class>_R_<repetition>_emg.csv.

Examples:
  myodesis simulate --preset transhumeral-tmr --seconds 60 --seed 7 --out recording
  myodesis simulate --set limb.fatThicknessMm=12 --format edf --out recording
  myodesis simulate --format libemg --out training
  myodesis simulate --people 20 --format libemg --out training   a folder each, person-01 to person-20`,
    )
    .action(async (flags: Flags) => {
      const scenario = await resolveScenario(flags);
      const people = resolvePeople(scenario, flags);
      const warnings = new Set((people ?? [scenario]).flatMap(bodyWarnings));
      for (const warning of warnings) terminal.err(`note: ${warning}\n`);
      const progress = createProgress(terminal, 'simulate');
      const watched = { stop, onProgress: (share: number) => progress.update(share) };
      try {
        const { seconds, files } = people
          ? await simulatePeople(people, flags, threadRunner(), watched)
          : await writeWithScenario(scenario, flags, watched);
        progress.done();
        if (flags.json) terminal.out(`${JSON.stringify({ files, seconds })}\n`);
        else if (people)
          terminal.out(`${seconds.toFixed(1)} s of EMG of ${people.length} people in ${flags.out}\n`);
        else terminal.out(`${seconds.toFixed(1)} s of EMG in ${files.join(', ')}\n`);
      } finally {
        progress.done();
      }
    });
}
