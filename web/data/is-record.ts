export { isRecord, type Json } from '../../src/ground/signal/is-record.js';
