import type { ShortInfoRequest } from './datagram.js';

/** A search, as a reader sends it. */
export function shortInfoRequest({ query, returnPort, queryId }: Omit<ShortInfoRequest, 'kind'>): string {
  return `LSL:shortinfo\r\n${query}\r\n${returnPort} ${queryId}\r\n`;
}

/** Take the answer to a search apart; undefined where it answers another one. */
export function parseShortInfoAnswer(text: string, queryId: string): string | undefined {
  const end = text.indexOf('\n');
  return end >= 0 && text.slice(0, end).trim() === queryId ? text.slice(end + 1) : undefined;
}

/** A question for the time, as a reader sends it. */
export function timeRequest(wave: number, now: number): string {
  return `LSL:timedata\r\n${wave} ${now}\r\n`;
}
