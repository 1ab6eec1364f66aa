/** Where a command writes; tests give their own. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether a person is watching stderr, so that a progress bar makes sense. */
  readonly interactive: boolean;
}

export const processTerminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  interactive: process.stderr.isTTY === true,
};

/** Progress shown on a terminal only, and wiped when done. */
export interface Progress {
  update(fraction: number, text?: string): void;
  done(): void;
}

/** A progress bar on stderr, or nothing where no person is watching. */
export function createProgress({ err, interactive }: Terminal, title: string): Progress {
  if (!interactive) return { update: () => undefined, done: () => undefined };
  let shown = '';
  return {
    update(fraction, text = '') {
      const filled = Math.round(24 * Math.min(1, Math.max(0, fraction)));
      const bar = '█'.repeat(filled) + '░'.repeat(24 - filled);
      const line = `${title} ${bar} ${Math.floor(100 * fraction)} % ${text}`.trimEnd();
      if (line === shown) return;
      err(`\r\x1b[2K${line}`);
      shown = line;
    },
    done() {
      if (shown) err('\r\x1b[2K');
      shown = '';
    },
  };
}

/** Columns aligned with spaces: the first column to the left, the others to the right. */
export function table(rows: readonly (readonly (string | number)[])[]): string {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? 0, String(cell).length)));
  const line = (row: readonly (string | number)[]): string =>
    row
      .map((cell, column) =>
        column === 0
          ? String(cell).padEnd(widths[column] ?? 0)
          : String(cell).padStart((widths[column] ?? 0) + 2),
      )
      .join('')
      .trimEnd();
  return rows.map((row) => `${line(row)}\n`).join('');
}

/** A share as a percentage with two decimals, such as `99.12 %`. */
export function percent(share: number): string {
  return Number.isFinite(share) ? `${(100 * share).toFixed(2)} %` : '–';
}
