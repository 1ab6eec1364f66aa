import { Command } from 'commander';
import { evaluateCommand } from '/work/main/server/commands/evaluate.js';
import { featuresCommand } from '/work/main/server/commands/features.js';
import { processTerminal } from '/work/main/server/cli/output.js';
const c = { terminal: processTerminal, stop: new AbortController().signal };
await new Command().addCommand(evaluateCommand(c).option('--json')).addCommand(featuresCommand(c).option('--json')).parseAsync(process.argv);
