import type { Decoder } from '../decoder/decoder.js';
import type { Scenario } from '../scenario/scenario.js';
import type { LiveModel, SessionHost } from './ports.js';

/** Who lives first, and what the host gives them. */
export interface PatientOptions extends SessionHost {
  readonly scenario: Scenario;
  /** Decoder of the first patient, made before; without one the patient is calibrated. */
  readonly decoder?: Decoder;
  /** Model that decides in place of the decoder's own. */
  readonly outside?: LiveModel;
}
