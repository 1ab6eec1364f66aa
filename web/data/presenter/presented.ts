import * as z from 'zod/mini';
import type { languages, Language } from '../language.js';

/** A fact behind what is told: a field of the scenario in force. */
export interface Fact {
  /** Part of the scenario that it belongs to. */
  readonly part: string;
  readonly label: string;
  readonly value: string;
  /** What it is, in one sentence. */
  readonly explain: string;
  /** References of what was read or measured; empty where there is none. */
  readonly source: string;
  /** Nothing that was read or measured stands behind it. */
  readonly assumed: boolean;
}

/** What the wall shows, as the presenter's window needs it; all words in the language of the wall. */
export interface Presented {
  readonly language: Language;
  readonly patient: string;
  /** Where in the story, such as “Step 3 of 9”. */
  readonly count: string;
  readonly title: string;
  readonly text: readonly string[];
  /** More to say, with where it is known from. */
  readonly notes: readonly string[];
  readonly facts: readonly Fact[];
  readonly next: { readonly title: string; readonly text: string } | null;
  /** What a visitor could press now. */
  readonly acts: readonly { readonly wish: 'act' | 'return'; readonly label: string }[];
  readonly playing: boolean;
  /** Titles of all stops, and which of them is shown. */
  readonly titles: readonly string[];
  readonly at: number;
  /** Since when is presented, and this stop shown: milliseconds since the epoch. */
  readonly began: number;
  readonly since: number;
}

/** What a presenter asks of the wall. */
export type PresenterWish = (typeof wishes)[number] | { readonly to: number };
const wishes = ['forward', 'back', 'start', 'end', 'play', 'act', 'return', 'anew'] as const;

const strings = z.array(z.string());
const presented = z.object({
  language: z.enum(['en', 'de'] satisfies (keyof typeof languages)[]),
  patient: z.string(),
  count: z.string(),
  title: z.string(),
  text: strings,
  notes: strings,
  facts: z.array(
    z.object({
      part: z.string(),
      label: z.string(),
      value: z.string(),
      explain: z.string(),
      source: z.string(),
      assumed: z.boolean(),
    }),
  ),
  next: z.nullable(z.object({ title: z.string(), text: z.string() })),
  acts: z.array(z.object({ wish: z.enum(['act', 'return']), label: z.string() })),
  playing: z.boolean(),
  titles: strings,
  at: z.number(),
  began: z.number(),
  since: z.number(),
});
const wish = z.union([z.enum(wishes), z.object({ to: z.int().check(z.gte(0)) })]);

/** What one window says to the other. */
export type Said =
  /** The presenter: what is shown? Asked again and again, so that whoever is gone is missed. */
  | { readonly kind: 'ask' }
  | { readonly kind: 'wish'; readonly wish: PresenterWish }
  | { readonly kind: 'left' }
  /** The wall. */
  | { readonly kind: 'shown'; readonly shown: Presented }
  | { readonly kind: 'gone' };

const said = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ask') }),
  z.object({ kind: z.literal('wish'), wish }),
  z.object({ kind: z.literal('left') }),
  z.object({ kind: z.literal('shown'), shown: presented }),
  z.object({ kind: z.literal('gone') }),
]);

/** What came from the other window; undefined where it is nothing of ours, such as that of an older version. */
export function readSaid(data: unknown): Said | undefined {
  const read = said.safeParse(data);
  return read.success ? read.data : undefined;
}
