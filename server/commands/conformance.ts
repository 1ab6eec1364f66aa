import { join } from 'node:path';
import { Command } from 'commander';
import {
  conformanceMarkdown,
  conformanceOverview,
  conformanceRecord,
  conformanceText,
  plotName,
} from '../../src/conformance/conformance-report.js';
import { plot } from '../../src/conformance/plot.js';
import { conformanceRows } from '../../src/conformance/rows/index.js';
import { runConformance, type ConformanceResult } from '../../src/conformance/run-conformance.js';
import type { CommandContext } from '../cli/context.js';
import { integerListArgument } from '../cli/options.js';
import { createProgress } from '../cli/output.js';
import { writeWhole } from '../cli/write-whole.js';

interface Flags {
  readonly quick?: boolean;
  readonly row?: number[];
  readonly plots?: string;
  readonly markdown?: boolean;
  readonly json?: boolean;
}

/** `myodesis conformance`: published facts of physiology beside what the simulated signal shows. */
export function conformanceCommand({ terminal, stop }: CommandContext): Command {
  return new Command('conformance')
    .description('Published facts of physiology beside what the simulated signal shows.')
    .option('--quick', 'shorter recordings and fewer people, as in the tests')
    .option('--row <n>', 'rows to measure, such as 7 or 1,3,9-11', integerListArgument)
    .option('--plots <folder>', 'draw the curves of each row as SVG into a folder')
    .option('--markdown', 'write an overview and every row as Markdown')
    .addHelpText(
      'after',
      `
Examples:
  myodesis conformance --quick
  myodesis conformance --row 10 --json

Exit code 0 even where a row fails: a row that fails is a result, and the table says so.`,
    )
    .action(async (flags: Flags) => {
      const results: ConformanceResult[] = [];
      const progress = createProgress(terminal, 'conformance');
      const total = flags.row?.length ?? conformanceRows.length;
      const streaming = !flags.json && !flags.markdown;
      for (const result of runConformance({ quick: flags.quick, rows: flags.row })) {
        if (stop.aborted) break;
        results.push(result);
        progress.done();
        if (streaming) terminal.out(conformanceText(result));
        progress.update(results.length / total, `row ${result.row.id}`);
        if (flags.plots !== undefined) await drawInto(flags.plots, result);
        // Let a signal through between two rows.
        await new Promise((resolve) => setImmediate(resolve));
      }
      progress.done();
      if (flags.json) terminal.out(`${JSON.stringify(results.map(conformanceRecord))}\n`);
      else if (flags.markdown)
        terminal.out(`${conformanceOverview(results)}\n${conformanceMarkdown(results, flags.plots)}`);
      else
        terminal.out(
          `${results.filter(({ met }) => met).length} of ${results.length} rows meet every number\n`,
        );
    });
}

async function drawInto(folder: string, { row, series }: ConformanceResult): Promise<void> {
  if (!series || !row.axes) return;
  const drawn = plot(series, { title: `${row.id}  ${row.fact}`, ...row.axes });
  await writeWhole(join(folder, plotName(row.id)), drawn);
}
