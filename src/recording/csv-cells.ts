/** A cell of a delimited file, quoted where it must be (RFC 4180). */
export function csvCell(text: string, delimiter = ','): string {
  return text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Split one line into cells; quotes are honoured where the line has any. A blank means any run of blanks and tabs. */
export function splitCells(line: string, delimiter: string): string[] {
  const blanks = delimiter === ' ';
  if (blanks) line = line.trim().replaceAll('\t', ' ');
  if (!line.includes('"')) return blanks ? line.split(/ +/) : line.split(delimiter);
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const character = line[i] as string;
    if (quoted) {
      if (character !== '"') cell += character;
      else if (line[i + 1] === '"') cell += line[++i] as string;
      else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === delimiter) {
      if (blanks && line[i - 1] === ' ') continue;
      cells.push(cell);
      cell = '';
    } else cell += character;
  }
  cells.push(cell);
  return cells;
}
