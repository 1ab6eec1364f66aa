import type { Vocabulary } from '../../ground/movement/vocabulary.js';
import type { DecoderSpec } from '../decoder-fields.js';
import { jointClassOf } from './joint-classes.js';

/** What a control by regression or by two sites is judged by, in the classes in which it can answer. */
export interface JointTruth {
  /** The class that answers a label; undefined where none can, because several joints move at once. */
  readonly of: (label: string) => string | undefined;
  /** What that means for the numbers, as sentences. */
  readonly notes: readonly string[];
}

/** The truth of some labels for a control of joints; undefined for one by classes, whose answers are the labels. */
export function jointTruth(
  { control, direct }: Pick<DecoderSpec, 'control' | 'direct'>,
  labels: readonly string[],
  vocabulary: Vocabulary,
): JointTruth | undefined {
  if (control === 'classification') return undefined;
  const known = [...new Set(labels)].map((label) => {
    const movement = vocabulary.of(label);
    return { label, movement, answer: movement && jointClassOf(movement) };
  });
  const answers = new Map(known.map(({ label, answer }) => [label, answer]));
  const notes: string[] = [];
  const name = control === 'direct' ? 'Direct control' : 'Control by regression';
  const tell = (which: readonly { readonly label: string }[], text: (names: string) => string): void => {
    if (which.length > 0) notes.push(text(which.map(({ label }) => label).join(', ')));
  };
  for (const answer of new Set(answers.values()))
    tell(
      known.filter((one) => one.answer === answer && answer !== undefined && one.movement?.id !== answer),
      (names) => `${name} moves joints and knows no grips: ${names} count as ${answer}.`,
    );
  tell(
    known.filter(({ answer }) => answer === undefined),
    (names) => `${name} has no class for several joints at once: ${names} are left out of the accuracy.`,
  );
  const [first] = direct.joints;
  if (control === 'direct')
    tell(
      known.filter(({ movement }) => movement?.actions.some(({ dof }) => dof !== first)),
      (names) =>
        `Direct control drives ${first} until both muscles together switch the joint, which nobody did here: ` +
        `${names} count as wrong.`,
    );
  return { of: (label) => answers.get(label), notes };
}
