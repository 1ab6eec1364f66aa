import { readdirSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A classifier's module that fails as told, in the session that is told to. */
export interface FailingModule {
  readonly path: string;
  /** Sessions that loaded it, in the order in which they came. */
  sessions(): string[];
  /** Let one of them throw outside of everything, or fill its memory. */
  fail(session: string, how: 'throw' | 'fill'): void;
}

/** Write one to a folder. It says in which session it is by a file, and listens for another. */
export async function failingModule(folder: string): Promise<FailingModule> {
  const path = join(folder, 'failing.mjs');
  await writeFile(
    path,
    `import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { workerData, threadId } from 'node:worker_threads';
const folder = ${JSON.stringify(folder)};
if (workerData?.plan) {
  const mine = folder + '/' + String(readdirSync(folder).filter((name) => name.endsWith('.session')).length) + '.session';
  writeFileSync(mine, String(threadId));
  const timer = setInterval(() => {
    if (existsSync(mine + '.throw')) throw new Error('a defect of its own');
    if (existsSync(mine + '.fill')) { clearInterval(timer); const kept = []; for (;;) kept.push(new Array(1e6).fill(0.5)); }
  }, 20);
}
export function createClassifier() {
  return {
    classes: [],
    fit(x, labels) { this.classes = [...new Set(labels)].sort(); },
    posterior() { return this.classes.map((_, k) => (k === 0 ? 1 : 0)); },
  };
}
`,
  );
  return {
    path,
    sessions: () => readdirSync(folder).filter((name) => name.endsWith('.session')),
    fail: (session, how) => writeFileSync(join(folder, `${session}.${how}`), ''),
  };
}
