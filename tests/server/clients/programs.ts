import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { findProgram } from '../../support/find-program.js';
import { root } from '../../support/source-tree.js';

/** Where the clients for others live. */
export const clientsFolder = join(root, 'server/clients');

/** A Python with numpy. */
export const python = findProgram('Python: install python3 with numpy', [
  ['python3', '-c', 'import numpy'],
  ['/usr/bin/python3', '-c', 'import numpy'],
]);

/** A compiler of C++17. */
export const compiler = findProgram('C++: install g++ or clang++', [
  ['g++', '--version'],
  ['clang++', '--version'],
]);

/** An Octave that has sockets. */
export const octave = findProgram(
  'MATLAB and Octave: install octave and octave-instrument-control',
  ['octave-cli', 'octave'].map((program) => [
    program,
    '--no-gui',
    '--quiet',
    '--eval',
    'pkg load instrument-control',
  ]),
);

/** What a program has said, and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Run a program to its end. */
export function run(
  program: string,
  args: readonly string[],
  options: { cwd?: string; env?: Readonly<Record<string, string>> } = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...options,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out, err }));
  });
}
