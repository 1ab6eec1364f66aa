/**
 * `myodesis/protocol`: what client and service say to each other, for clients of one's own.
 *
 * @packageDocumentation
 */
export * from './frame.js';
export * from './messages.js';
export type * from './server-messages.js';
export * from './stream-kind.js';
export * from './test-state.js';
