import { individual } from '../person/individual.js';
import { resolveAnatomy } from '../anatomy/resolve-anatomy.js';
import { TemplateDeriver } from '../conductor/derive-templates.js';
import type { TemplateBank } from '../conductor/template-bank.js';
import { BodyEngine } from './body-engine.js';
import { parseBody, type BodyScenario } from './body-scenario.js';
import { oversamplingOf } from './oversampling.js';
import type { TemplateRequest } from './synthesizer.js';

/** What templates of a rested body depend on, as a text: two scenarios that have the same share them. */
export function templateKey(scenario: BodyScenario): string {
  return keyOf(individual(parseBody(scenario)));
}

type Body = ReturnType<typeof individual>;

function keyOf({ limb, surgery, muscles, motorUnits, electrodes, anatomySeed, sampleRateHz }: Body): string {
  return JSON.stringify([limb, surgery, muscles, motorUnits, electrodes, anatomySeed, sampleRateHz]);
}

/**
 * Derives templates for many bodies, one after the other, and does nothing twice: kernels of the conductor are kept,
 * and so are the newest banks of fresh bodies, whatever else of their scenarios differs.
 */
export class TemplateShop {
  private readonly deriver: TemplateDeriver;
  private readonly banks = new Map<string, TemplateBank>();

  /**
   * @param capacity banks of fresh bodies that are kept
   * @param kernels sets of kernels that are kept
   */
  constructor(
    private readonly capacity = 1,
    kernels?: number,
  ) {
    this.deriver = new TemplateDeriver(kernels);
  }

  /** Templates of a body that is rested, as its synthesizer starts with. */
  fresh(scenario: BodyScenario): TemplateBank {
    const body = individual(parseBody(scenario));
    const { anatomySeed, sampleRateHz } = body;
    const key = keyOf(body);
    const known = this.banks.get(key);
    if (known) return known;
    const anatomy = resolveAnatomy(body);
    const { innerRateHz, innerQuantum } = oversamplingOf(sampleRateHz);
    const units = new BodyEngine({ ...body, sampleRateHz: innerRateHz }, anatomy, innerQuantum).unitSources();
    const bank = this.derive({ anatomy, units, sampleRateHz: innerRateHz, seed: anatomySeed });
    const [oldest] = this.banks.keys();
    if (oldest !== undefined && this.banks.size >= this.capacity) this.banks.delete(oldest);
    this.banks.set(key, bank);
    return bank;
  }

  /** Templates of a body as a running synthesizer asks for them. */
  derive({ anatomy, units, sampleRateHz, seed }: TemplateRequest): TemplateBank {
    return this.deriver.derive(anatomy, units, sampleRateHz, seed);
  }
}
