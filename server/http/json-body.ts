import express, { type Request, type RequestHandler } from 'express';
import { parseMessage } from '../../src/protocol/parse-message.js';
import { HttpError } from './http-error.js';

/** Largest body of a request, unpacked; a whole scenario is about 20 kB. */
export const MAX_BODY_BYTES = 256 * 1024;

/**
 * Reads a body of JSON as text: what it holds is for {@link objectBody} to say, by the rules of the wire.
 * @param limit largest body in bytes, after a `Content-Encoding` is undone
 */
export function jsonText(limit = MAX_BODY_BYTES): RequestHandler {
  return express.text({ type: 'application/json', limit });
}

/**
 * The JSON object that a request carries.
 * @throws HttpError, ProtocolError where it carries something else
 */
export function objectBody(
  request: Request,
  example = '{"limb":{"fatThicknessMm":6}}',
): Readonly<Record<string, unknown>> {
  if (!request.is('application/json'))
    throw new HttpError(415, 'protocol', 'body: expected content type application/json', {
      hint: 'Send the header "Content-Type: application/json".',
    });
  const body: unknown = request.body;
  return parseMessage(typeof body === 'string' ? body : '', `Send one JSON object, such as ${example}.`);
}
