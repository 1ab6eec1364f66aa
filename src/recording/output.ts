/** Takes the bytes of one file, in order, whether or not the caller waits. */
export interface Output {
  /** Append bytes; the buffer belongs to the output from here on. */
  append(bytes: Uint8Array): Promise<void>;
  /** Wait for everything handed in and close. */
  close(): Promise<void>;
}

/** Where the files of a recording go: a disk, the memory of a page. */
export interface OutputFolder {
  /** Begin a file, empty. */
  create(path: string): Promise<Output>;
  /** Remove a file, where there is one. */
  remove(path: string): Promise<void>;
}
