/** What is wrong with a link: which part of it, as code; the page says it in words. */
export type LinkFault =
  /** There is a part that no link of ours has, or one twice. */
  | 'unknown-part'
  /** The patient's name cannot be read. */
  | 'name'
  /** The changes cannot be unpacked. */
  | 'changes'
  /** The patient of one's own cannot be unpacked. */
  | 'patient'
  /** There are changes, but not of whom; or two patients at once. */
  | 'whose'
  /** Nobody here knows a patient of that name. */
  | 'unknown-patient'
  /** Unpacked well, but no patient can be like that. */
  | 'impossible'
  /** Here nobody can be shown but who is. */
  | 'not-here';

/** A link that cannot be followed. Nothing of it is in force. */
export class DamagedLink extends Error {
  /** @param detail the part, or what the scenario's own description says of it in English; empty where there is none */
  constructor(
    readonly fault: LinkFault,
    readonly detail = '',
  ) {
    super(`link: ${fault}${detail && ` (${detail})`}`);
    this.name = 'DamagedLink';
  }
}
