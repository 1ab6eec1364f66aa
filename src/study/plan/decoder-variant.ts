import { classifierKinds, type ClassifierKind } from '../../decoder/model-fields.js';
import { ConfigError } from '../../ground/signal/errors.js';
import type { GroupValue } from '../../ground/signal/field.js';
import { closest } from '../../ground/signal/parse-fields.js';
import { mergeScenario, type Scenario } from '../../scenario/scenario.js';
import type { ModuleClassifier } from '../classifier-choice.js';
import type { planFields } from './plan-fields.js';
import { within } from './within.js';

/** A decoder that is trained in each person, as data. */
export interface DecoderVariant {
  readonly name: string;
  /** What of the scenario's decoder is other. */
  readonly patch: Readonly<Record<string, unknown>>;
  /** A classifier of one's own, which the host loads. */
  readonly module?: ModuleClassifier;
}

/**
 * The decoders of a study; that of the scenario where none are given.
 * @param patches of each, as they stand in the study file
 * @throws ConfigError naming the first that is wrong
 */
export function variantsOf(
  given: GroupValue<typeof planFields>['decoders'],
  patches: readonly Readonly<Record<string, unknown>>[],
  typical: Scenario,
): DecoderVariant[] {
  if (given.length === 0) return [{ name: nameOf(typical, {}), patch: {} }];
  const variants = given.map(({ name, classifier }, n) => {
    const place = `decoders.${n}`;
    const chosen = within(place, () => choiceOf(classifier));
    const patch = { ...patches[n], ...(typeof chosen === 'string' && { classifier: chosen }) };
    const merged = within(`${place}.patch`, () => mergeScenario(typical, { decoder: patch }));
    const module = typeof chosen === 'object' ? chosen : undefined;
    return { name: name || nameOf(merged, { module }), patch, ...(module && { module }) };
  });
  variants.forEach(({ name }, n) => {
    if (variants.findIndex((other) => other.name === name) === n) return;
    throw new ConfigError(`decoders.${n}: got the name ${JSON.stringify(name)} twice`, {
      field: `decoders.${n}.name`,
      hint: 'Give each decoder a name of its own.',
    });
  });
  return variants;
}

function choiceOf(text: string): ClassifierKind | ModuleClassifier | undefined {
  if (text === '') return undefined;
  const kind = classifierKinds.find((name) => name === text);
  if (kind) return kind;
  if (/\.[cm]?[jt]s$/.test(text)) return { name: text, module: text };
  const guess = closest(text, classifierKinds);
  throw new ConfigError(
    `classifier: got ${JSON.stringify(text)}, expected one of ${classifierKinds.join(', ')}, or a module such as ./mine.js`,
    { field: 'classifier', hint: guess ? `Did you mean ${guess}?` : 'For example "classifier": "lda".' },
  );
}

function nameOf({ decoder }: Scenario, { module }: Pick<DecoderVariant, 'module'>): string {
  const { control, features, classifier, regressor } = decoder;
  if (control === 'direct') return 'direct control';
  const model = control === 'regression' ? regressor : (module?.name ?? classifier);
  return `${features.join('+')} ${model}`;
}
