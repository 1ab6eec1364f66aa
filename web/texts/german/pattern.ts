/** What the patient says with something filled in: how it reads in English, and how it is said here (`$1` for groups). */
export type Pattern = readonly [english: RegExp, local: string];
