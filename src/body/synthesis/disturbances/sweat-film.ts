import { artefactFlags } from './artefact-flags.js';
import { flagAll } from './disturbance.js';
import type { Disturbance, Quantum } from './disturbance.js';
import type { DisturbanceSpec } from './disturbance-fields.js';
import { exp, log } from '../../../ground/math/real.js';

/** Amplitude that a film of 0.02 mm leaves: −2 to −3 %, the spectrum unchanged. */
const LEFT = 0.975;
const FILM_MM = 0.02;

/** A film of sweat between skin and contacts takes amplitude from all channels; each further layer as much again. */
export class SweatFilm implements Disturbance {
  apply(quantum: Quantum, { sweatFilmMm }: DisturbanceSpec): void {
    if (sweatFilmMm === 0) return;
    const gain = exp((sweatFilmMm / FILM_MM) * log(LEFT));
    for (let at = 0; at < quantum.data.length; at++) quantum.data[at] *= gain;
    flagAll(quantum, artefactFlags.sweat);
  }
}
