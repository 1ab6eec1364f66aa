/** A search for streams that came by datagram. */
export interface ShortInfoRequest {
  readonly kind: 'shortinfo';
  /** XPath predicate; all streams match an empty one. */
  readonly query: string;
  /** Port at the sender's address that the answer goes to. */
  readonly returnPort: number;
  /** Repeated in the answer. */
  readonly queryId: string;
}

/** A question for the time. */
export interface TimeRequest {
  readonly kind: 'timedata';
  readonly wave: string;
  /** When it was sent, in seconds on the clock of who asks, as it was written. */
  readonly sentAt: string;
}

const isNumber = (text: string | undefined): text is string =>
  text !== undefined && text !== '' && Number.isFinite(Number(text));

/** What a datagram asks; undefined where it asks nothing that an outlet answers. */
export function parseDatagram(text: string): ShortInfoRequest | TimeRequest | undefined {
  const [method = '', first = '', second = ''] = text.split('\n').map((line) => line.trim());
  if (method === 'LSL:shortinfo') {
    const [port, queryId = ''] = second.split(/\s+/);
    const returnPort = Number(port);
    if (!Number.isInteger(returnPort) || returnPort < 1 || returnPort > 65_535) return undefined;
    return { kind: 'shortinfo', query: first, returnPort, queryId };
  }
  if (method === 'LSL:timedata') {
    const [wave, sentAt] = first.split(/\s+/);
    if (isNumber(wave) && isNumber(sentAt)) return { kind: 'timedata', wave, sentAt };
  }
  return undefined;
}

/** The answer to a search. */
export function shortInfoAnswer(queryId: string, info: string): string {
  return `${queryId}\r\n${info}`;
}

/** The answer to a question for the time: when it came and when it was answered, on the clock of the outlet. */
export function timeAnswer({ wave, sentAt }: TimeRequest, came: number, answered: number): string {
  return ` ${wave} ${sentAt} ${came} ${answered}`;
}
