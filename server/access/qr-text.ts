import qrcode from 'qrcode-generator';

/** Modules of white around a code, which readers need. */
const QUIET = 2;

/** A QR code for a terminal: two rows of modules in a line of half blocks, light on whatever the terminal's colours are. */
export function qrText(text: string): string {
  const code = qrcode(0, 'L');
  code.addData(text);
  code.make();
  const size = code.getModuleCount();
  const dark = (row: number, column: number): boolean =>
    row >= 0 && column >= 0 && row < size && column < size && code.isDark(row, column);
  let lines = '';
  for (let row = -QUIET; row < size + QUIET; row += 2) {
    lines += '\x1b[40;97m';
    for (let column = -QUIET; column < size + QUIET; column++) {
      const [above, below] = [dark(row, column), dark(row + 1, column)];
      lines += above ? (below ? ' ' : '▄') : below ? '▀' : '█';
    }
    lines += '\x1b[0m\n';
  }
  return lines;
}
