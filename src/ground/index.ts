/**
 * The ground floor, which `myodesis`, `myodesis/body` and `myodesis/decoder` export too: blocks of signal, seeded
 * streams, errors, field descriptions, movements.
 *
 * @module ground
 */
export * from './signal/sample-block.js';
export * from './signal/ring-buffer.js';
export * from './signal/random.js';
export * from './signal/errors.js';
export * as fields from './signal/field.js';
export {
  fieldAt,
  liveAt,
  type Field,
  type FieldGroup,
  type GroupValue,
  type LiveClass,
} from './signal/field.js';
export { fieldChanges, type FieldChange } from './signal/field-change.js';
export { allowed, closest, defaultsOf, parseFields, schemaOf } from './signal/parse-fields.js';
export {
  citation,
  isAssumption,
  sourceIds,
  sources,
  type SourceId,
  type SourceRef,
} from './sources/index.js';
export { sourceStates, type Finding, type Source, type SourceState } from './sources/source.js';
export * from './movement/degree-of-freedom.js';
export { gripNames, type GripName } from './movement/grip-names.js';
export * from './movement/movement.js';
export type { OwnMovement } from './movement/own-movements.js';
export { Vocabulary } from './movement/vocabulary.js';
export { vocabularyOf } from './movement/vocabulary-of.js';
