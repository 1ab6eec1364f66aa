/**
 * Code of an operating-system error, such as ENOENT, or undefined for any other value. Known by what such an error
 * carries (`syscall` and `code`), so that this file needs no Node.
 */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** What a system code means, in words. */
export const systemReasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  EISDIR: 'is a folder, expected a file',
  ENOTDIR: 'is a file, expected a folder',
  EEXIST: 'exists already',
  ENOSPC: 'no space left on the disk',
  EROFS: 'the disk is read-only',
  EMFILE: 'too many open files',
  ENFILE: 'too many open files',
  ENOMEM: 'not enough memory',
  EAGAIN: 'the system gives no more threads or memory',
};

/** What to do about it. */
export const systemHints: Readonly<Record<string, string>> = {
  ENOENT: 'Check the spelling of the path; relative paths start at the current folder.',
  EISDIR: 'Give the path of a file inside it.',
  ENOTDIR: 'Give the path of the folder that holds it.',
  EMFILE: 'Close what is not needed, or allow more of them (ulimit -n).',
};
