import { resolve } from 'node:path';
import { Command } from 'commander';
import type { CommandContext } from '../cli/context.js';
import { addScenarioOptions, type ScenarioFlags } from '../cli/options.js';
import { resolveScenario } from '../cli/resolve-scenario.js';
import { Workshop } from '../worker/workshop.js';
import { addServiceOptions, type ServiceFlags } from './service-flags.js';

/** `myodesis serve`: a living patient at an address. */
export function serveCommand(context: CommandContext): Command {
  const command = new Command('serve').description(
    'A living simulated patient, calibrated and moving a prosthesis, as a page and a stream.',
  );
  return addServiceOptions(addScenarioOptions(command))
    .addHelpText(
      'after',
      `
Examples:
  myodesis serve
  myodesis serve --preset transfemoral-surface --port 9000 --open
  myodesis serve --set limb.fatThicknessMm=12 --seed 7`,
    )
    .action(async (flags: ScenarioFlags & ServiceFlags) => {
      const scenario = await resolveScenario(flags);
      const workshop = new Workshop();
      try {
        // While this thread loads the session, the worker derives its templates.
        workshop.prepare(scenario);
        const [{ PatientSession }, { runService }] = await Promise.all([
          import('../session/patient-session.js'),
          import('./run-service.js'),
        ]);
        const recordingsFolder = resolve(flags.recordings);
        await runService(() => new PatientSession({ scenario, workshop, recordingsFolder }), flags, context);
      } finally {
        await workshop.close();
      }
    });
}
