import { ModelError } from '../ground/signal/errors.js';
import { type ModelReader } from './classifiers/model-reader.js';
import type { DecoderParts } from './decoder-parts.js';
import { maybeMaker, type Extensions, type ModelMaker } from './extensions.js';

/** Names of the parts of one's own in a saved decoder. */
export type ExtensionNames = Readonly<Partial<Record<keyof Extensions, readonly string[]>>>;

/** Names of the parts of one's own that a decoder works with; undefined where there are none. */
export function namesOf({ extensions, control }: DecoderParts): ExtensionNames | undefined {
  const { features, filters, classifier, regressor, smoothing } = extensions;
  const byClasses = control.kind === 'classification';
  const names: [keyof Extensions, readonly string[]][] = [
    ['features', namesIn(features)],
    ['filters', namesIn(filters)],
    ['classifier', byClasses ? namesIn([maybeMaker(classifier)]) : []],
    ['regressor', control.kind === 'regression' ? namesIn([maybeMaker(regressor)]) : []],
    ['smoothing', byClasses ? namesIn(smoothing) : []],
  ];
  const used = names.filter(([, list]) => list.length > 0);
  return used.length > 0 ? Object.fromEntries(used) : undefined;
}

/**
 * The parts that a saved decoder asks for by name, out of those given; others are left out.
 * @throws ModelError naming the one that is missing
 */
export function namedExtensions(reader: ModelReader, given: Extensions = {}): Extensions {
  if (!reader.has('extensions')) return {};
  const saved = reader.child('extensions');
  const wanted = (kind: keyof Extensions): readonly string[] => (saved.has(kind) ? saved.texts(kind) : []);
  const pick = <Part extends { readonly name: string }>(
    kind: keyof Extensions,
    parts: readonly (Part | undefined)[] = [],
  ): Part[] =>
    wanted(kind).map((name) => {
      const found = parts.find((part) => part?.name === name);
      if (found) return found;
      throw new ModelError(
        `the decoder uses the ${kindNames[kind]} ${name} of your own, which was not given`,
        {
          hint: `Give it in extensions.${kind}: Decoder.fromJSON(json, { extensions: { ${kind}: … } }).`,
        },
      );
    });
  const [classifier] = pick('classifier', [maybeMaker(given.classifier)]);
  const [regressor] = pick('regressor', [maybeMaker(given.regressor)]);
  return {
    features: pick('features', given.features),
    filters: pick('filters', given.filters),
    smoothing: pick('smoothing', given.smoothing),
    ...(classifier && { classifier }),
    ...(regressor && { regressor }),
  };
}

const kindNames: Readonly<Record<keyof Extensions, string>> = {
  features: 'feature',
  filters: 'filter',
  classifier: 'classifier',
  regressor: 'regressor',
  smoothing: 'smoothing',
};

/**
 * Restores a model of one's own.
 * @throws ModelError where its maker cannot
 */
export function restorer<Model>(
  kind: 'classifier' | 'regressor',
  given: ModelMaker<Model> | (() => Model) | undefined,
): ((json: unknown) => Model) | undefined {
  const maker = maybeMaker(given);
  if (!maker) return undefined;
  const { fromJSON, name } = maker;
  if (fromJSON) return (json) => fromJSON(json);
  throw new ModelError(
    `the ${kind} ${name} of your own has no fromJSON, so a saved decoder cannot be loaded`,
    {
      hint: `Give extensions.${kind} as { name, create, fromJSON }.`,
    },
  );
}

function namesIn(parts: readonly ({ readonly name: string } | undefined)[] = []): string[] {
  return parts.flatMap((part) => (part ? [part.name] : []));
}
