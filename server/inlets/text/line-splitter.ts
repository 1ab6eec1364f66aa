import { StringDecoder } from 'node:string_decoder';

/** More characters than a message of samples has; what is longer is none, and would fill the memory. */
const LONGEST = 1 << 20;

/** Cuts bytes that come in pieces into lines, ended by LF, CR LF or CR. */
export class LineSplitter {
  private readonly decoder = new StringDecoder('utf8');
  private carried = '';
  /** Whether the rest of a line that is too long is passed over. */
  private skipping = false;

  constructor(private readonly note: (text: string) => void) {}

  /** @returns lines that have come to their end */
  push(bytes: Uint8Array): string[] {
    const text = this.carried + this.decoder.write(bytes);
    // A CR at the end may be the first half of CR LF.
    const whole = text.endsWith('\r') ? text.slice(0, -1) : text;
    const lines = whole.split(/\r\n|\n|\r/);
    this.carried = (lines.pop() ?? '') + text.slice(whole.length);
    if (this.skipping && lines.length > 0) {
      lines.shift();
      this.skipping = false;
    }
    if (this.carried.length > LONGEST) {
      if (!this.skipping) this.note(`a line of more than ${LONGEST} characters was passed over`);
      this.skipping = true;
      this.carried = '';
    }
    return lines;
  }

  /** What is left where no more comes. */
  end(): string[] {
    const rest = this.carried.replace(/\r$/, '');
    this.carried = '';
    return rest === '' || this.skipping ? [] : [rest];
  }
}
