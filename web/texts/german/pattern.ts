/**
 * What the patient says with something filled in: how it reads in English, and how it is said here (`$1` for groups), or
 * what makes it of the groups, undefined where it cannot.
 */
export type Pattern = readonly [
  english: RegExp,
  local: string | ((...groups: string[]) => string | undefined),
];
