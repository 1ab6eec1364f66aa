/**
 * `myodesis/body`: what makes the signal – limb and surgery, motor units, volume conductor, intent, disturbances –
 * and the {@link Synthesizer} that joins them.
 *
 * @module myodesis/body
 */
export * from '../ground/index.js';
export * from './anatomy/anatomy.js';
export { resolveAnatomy } from './anatomy/resolve-anatomy.js';
export { electrodesFields, gridPositions, ringPositions, type ElectrodesSpec } from './anatomy/electrodes.js';
export { limbFields, type LimbSpec } from './anatomy/limb.js';
export { surgeryFields, type SurgerySpec } from './anatomy/surgery.js';
export { muscleFields, type MuscleSpec } from './anatomy/muscle.js';
export { transferFunction, type LayerLike, type TransferQuery } from './conductor/transfer-function.js';
export { deriveTemplates } from './conductor/derive-templates.js';
export type { TemplateBank, UnitSource } from './conductor/template-bank.js';
export { createPool, type MotorUnitPool, type PoolMuscle } from './physiology/motor-unit-pool.js';
export { motorUnitFields, type MotorUnitSpec } from './physiology/motor-unit-fields.js';
export type { Discharges } from './physiology/discharges.js';
export { PoolSimulator } from './physiology/pool-simulator.js';
export { intentFields, type IntentSpec } from './intent/intent-fields.js';
export { IntentScript, type Trial } from './intent/intent-script.js';
export type { Activation, IntentState } from './intent/intent-state.js';
export { bodyFields, type BodyScenario } from './synthesis/body-scenario.js';
export type { PersonNoise } from './person/person-noise.js';
export { individual, type Individual, type PopulationBody } from './person/individual.js';
export { cardNumber, personCard, type CardRow, type PersonCard } from './person/person-card.js';
export { personFields, type PersonSpec } from './person/person-fields.js';
export { populationFields, type PopulationSpec } from './person/population-fields.js';
export { traitNames, traitsOf, type TraitName, type Traits } from './person/traits.js';
export * from './synthesis/synthesizer.js';
export type { KernelKind } from './synthesis/kernel/add-kernel.js';
export { PromptFollower } from './user/prompt-follower.js';
export {
  SimulatedUser,
  type Anchor,
  type Foresight,
  type Posture,
  type Target,
  type UserIntent,
} from './user/simulated-user.js';
export { userFields, type UserSpec } from './user/user-fields.js';
