import { channelNames } from '../../src/body/anatomy/channel-names.js';
import type { Decoder } from '../../src/decoder/decoder.js';
import { taskOf } from '../../src/decoder/outside/sample-of.js';
import type { LiveModel } from '../../src/patient/ports.js';
import type { Scenario } from '../../src/scenario/scenario.js';
import { UsageError } from '../errors.js';
import { Access } from '../access/access.js';
import { expectedTask } from '../outside/expected-task.js';
import { openLiveModel } from '../outside/live-model.js';
import { loadDecoder } from '../outside/load-decoder.js';
import type { ClassifierPlan, PatientPlan } from './session-plan.js';

/** What was made before a patient, and the scenario as it will run with it. */
export interface GivenModels {
  readonly scenario: Scenario;
  readonly decoder?: Decoder;
  readonly outside?: LiveModel;
}

/**
 * Load the decoder and open the outside model that a plan names.
 * @throws what {@link loadDecoder} and {@link openLiveModel} throw; UsageError where no model is asked; ModelError for an
 * ONNX model that does not fit the person
 */
export async function openModels(
  { scenario: asked, decoderFile, classifier }: PatientPlan,
  note: (text: string) => void,
): Promise<GivenModels> {
  const decoder = await loaded(asked, decoderFile, classifier);
  const scenario = withDecoder(asked, classifier, decoder);
  const outside = await opened(scenario, decoder, classifier, note);
  return { scenario, ...(decoder && { decoder }), ...(outside && { outside }) };
}

async function loaded(
  { sampleRateHz, electrodes }: Scenario,
  file: string | undefined,
  classifier: ClassifierPlan | undefined,
): Promise<Decoder | undefined> {
  if (file === undefined) return undefined;
  return loadDecoder(file, { sampleRateHz, channelNames: channelNames(electrodes) }, classifier?.reference);
}

/** The scenario as it will run: its decoder is the one that was given, or uses the classifier asked for. */
function withDecoder(
  scenario: Scenario,
  classifier: ClassifierPlan | undefined,
  decoder: Decoder | undefined,
): Scenario {
  if (decoder) return { ...scenario, decoder: decoder.spec };
  if (classifier?.reference.type !== 'own') return scenario;
  return { ...scenario, decoder: { ...scenario.decoder, classifier: classifier.reference.kind } };
}

/** The model that decides in place of the decoder's own. A saved decoder brings the model of its module. */
async function opened(
  scenario: Scenario,
  decoder: Decoder | undefined,
  classifier: ClassifierPlan | undefined,
  note: (text: string) => void,
): Promise<LiveModel | undefined> {
  if (!classifier || classifier.reference.type === 'own') return undefined;
  const { reference, timeoutMs, tokens } = classifier;
  const { control } = scenario.decoder;
  if (control !== 'classification')
    throw new UsageError(`--classifier ${reference.text}: control by ${control} asks no classifier`, {
      hint: 'Leave one of the two away, or give --set decoder.control=classification.',
    });
  if (reference.type === 'module' && decoder) return undefined;
  const live = await openLiveModel(reference, timeoutMs, note, new Access(tokens));
  if (reference.type !== 'onnx') return live;
  // A process comes when it comes; a model that is there already is tried before anybody relies on it.
  await live.model.prepare(decoder ? taskOf(decoder) : expectedTask(scenario));
  return live;
}
