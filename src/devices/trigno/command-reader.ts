import { END } from './trigno-base.js';

/** Characters that a command may have; what runs on longer is none. */
const LONGEST = 1024;

/** Cuts what a client sends into commands, wherever the network has cut it. */
export class CommandReader {
  private rest = '';

  /** Commands that a piece completes, without their end. One that never ends comes as an empty command. */
  push(piece: string): string[] {
    const parts = (this.rest + piece).split(END);
    this.rest = parts.pop() ?? '';
    if (this.rest.length > LONGEST) {
      this.rest = '';
      parts.push('');
    }
    return parts;
  }
}
