import type { Anatomy, AnatomySpec } from './anatomy.js';
import { resolveChannels } from './resolve-channels.js';
import { resolveLayers } from './resolve-layers.js';
import { resolveMuscles } from './resolve-muscles.js';

/**
 * Turn the description of a limb into geometry, with the consequences of the operation and of the time since.
 *
 * @throws ConfigError naming the field, what was got, what is possible and what to write instead
 */
export function resolveAnatomy(spec: AnatomySpec): Anatomy {
  const { layers, muscleLayer } = resolveLayers(spec.limb, spec.surgery);
  return {
    layers,
    muscleLayer,
    muscles: resolveMuscles(spec.muscles, spec.limb, spec.surgery),
    channels: resolveChannels(spec.electrodes, layers, muscleLayer),
  };
}
