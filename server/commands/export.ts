import { basename } from 'node:path';
import { Command, Option } from 'commander';
import { Decoder } from '../../src/decoder/decoder.js';
import { exportC } from '../../src/decoder/export/export-c.js';
import { exportOnnx } from '../../src/decoder/export/export-onnx.js';
import { refuseOwnParts } from '../../src/decoder/export/exportable.js';
import type { CommandContext } from '../cli/context.js';
import { choiceArgument } from '../cli/options.js';
import { writeWhole } from '../cli/write-whole.js';
import { UsageError } from '../errors.js';
import { packageVersion } from '../package-info.js';
import { readJson } from '../read-json.js';

const targets = ['c', 'onnx', 'json'] as const;
type Target = (typeof targets)[number];

interface Flags {
  readonly decoder: string;
  readonly target: Target;
  readonly out?: string;
  readonly json?: boolean;
}

/** `myodesis export`: a trained decoder for another machine. */
export function exportCommand({ terminal }: CommandContext): Command {
  return new Command('export')
    .description('Write a trained decoder for another machine: as C, as ONNX, or as plain JSON.')
    .requiredOption('--decoder <file>', 'decoder, as train writes it')
    .addOption(
      new Option(
        '--target <kind>',
        'c: all of it as one C99 file; onnx: its classifier; json: its parameters',
      )
        .argParser(choiceArgument(targets))
        .makeOptionMandatory(),
    )
    .option('--out <file>', 'file to write; to the terminal where not given')
    .addHelpText(
      'after',
      `
C: filters, window, features, model, smoothing and speed in floats, without allocation. Its head says how to use it, what
it costs in memory and work, and how it checks itself.
ONNX: standardisation and model; input features as extracted, outputs label and probabilities.

Examples:
  myodesis train --preset transhumeral-tmr --out decoder.json
  myodesis export --decoder decoder.json --target c --out decoder.c
  cc -std=c99 -O2 -DMYODESIS_TEST decoder.c -lm && ./a.out
  myodesis export --decoder decoder.json --target onnx --out decoder.onnx`,
    )
    .action(async ({ decoder, target, out, json }: Flags) => {
      if (out === undefined && target === 'onnx')
        throw new UsageError('--target onnx: got no --out, and a terminal shows no such file', {
          hint: 'Give the file to write, such as --out decoder.onnx.',
        });
      const content = contentOf(target, await readJson(decoder), decoder);
      if (out !== undefined) await writeWhole(out, content);
      else if (!json) return terminal.out(String(content));
      const bytes = Buffer.byteLength(content);
      if (!json) return terminal.err(`${out}: ${bytes} bytes\n`);
      terminal.out(`${JSON.stringify({ target, ...(out === undefined ? { content } : { out }), bytes })}\n`);
    });
}

function contentOf(target: Target, saved: unknown, path: string): string | Uint8Array {
  const told = { name: basename(path), version: packageVersion() };
  if (target === 'c') return exportC(saved, told);
  if (target === 'onnx') return exportOnnx(saved, told);
  refuseOwnParts(saved);
  return `${JSON.stringify(Decoder.fromJSON(saved))}\n`;
}
