/** A ready-made person: a partial scenario with words around it. */
export interface Preset {
  /** Name as typed, kebab-case. */
  readonly name: string;
  /** Name as read. */
  readonly title: string;
  readonly description: string;
  /** Partial scenario; what it leaves out takes its default. */
  readonly scenario: Readonly<Record<string, unknown>>;
}
