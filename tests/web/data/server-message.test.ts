import { describe, expect, it } from 'vitest';
import { parseServerMessage } from '../../../web/data/server-message.js';

describe('messages of the server', () => {
  it('takes what it knows and refuses the rest', () => {
    expect(parseServerMessage('{"op":"status","phase":"running","text":"on"}')).toMatchObject({
      op: 'status',
    });
    for (const text of ['', '[]', '{"op":"status"}', '{"op":"toString"}', '{"op":7}', 'null'])
      expect(parseServerMessage(text)).toBeUndefined();
  });
});
