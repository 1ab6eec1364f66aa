/**
 * `myodesis/protocol`: what client and service say to each other, for clients of one's own.
 *
 * @module myodesis/protocol
 */
export * from './capabilities.js';
export * from './frame.js';
export * from './requests.js';
export * from './require-able.js';
export * from './require-role.js';
export { roles, type Role } from './schemas.js';
export * from './server-messages.js';
export * from './stream-kind.js';
export type { RowLayout, RowParts, RowPartsOf, RowPlaces } from './row-layout.js';
export * from './stream-rows.js';
export * from './test-state.js';
