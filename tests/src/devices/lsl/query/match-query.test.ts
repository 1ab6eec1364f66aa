import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProtocolError } from '../../../../../src/ground/signal/errors.js';
import { matchesQuery } from '../../../../../src/devices/lsl/query/match-query.js';
import { describeStream } from '../../../../../src/devices/lsl/stream-info.js';

const description = describeStream({
  name: "Myodesis 'A'",
  type: 'EMG',
  channels: ['ch1', 'ch2', 'ch3'].map((label) => ({ label, unit: 'microvolts', type: 'EMG' })),
  format: 'float32',
  nominalRateHz: 2000,
  sourceId: 'myodesis-emg',
  uid: 'u',
  createdAt: 1,
  hostname: 'host',
  dataPort: 1,
  servicePort: 2,
  more: { classes: { class: ['rest', 'hand-open'] } },
});
const matches = (query: string): boolean => matchesQuery(query, description);

describe('a query', () => {
  it.each([
    '',
    "session_id='default'",
    "session_id='default' and type='EMG'",
    "name=\"Myodesis 'A'\" and type='EMG'",
    "channel_count='3' and source_id='myodesis-emg' and channel_format='float32'",
    'nominal_srate > 100 and nominal_srate<=2000.0',
    "starts-with(name,'Myo') and count(desc/channels/channel)=3",
    "type='EMG' and count(info/desc/channels/channel) >= 2",
    'count(//channel) = 3',
    'count(/info/desc/channels/channel[label="ch2"]) = 1',
    "desc/channels/channel/label='ch3'",
    "desc/channels/channel[2]/label/text()='ch2'",
    "//class='hand-open' or false()",
    "not(type='EEG') and (contains(hostname,'os') or 1=2)",
    'string-length(type)=3 and substring(type,2)="MG" and normalize-space(" a  b ")="a b"',
    "translate(type,'EMG','emg')='emg'",
    'channel_count*2+1-1=6 and channel_count mod 2 = 1 and 7 div 2 = 3.5 and -1 < 0',
    "channel_count!='4'",
    "count(//channel|//class)=5 and //channel[last()]/label='ch3'",
    "desc/channels/../classes/class[position()=2]='hand-open'",
    'desc',
  ])('that it meets: %s', (query) => {
    expect(matches(query)).toBe(true);
  });

  it.each([
    "type='Markers'",
    "type='emg'",
    "session_id='default' and type='EEG'",
    "name='Myodesis'",
    'count(desc/channels/channel) > 3',
    'desc/nothing',
    '@id',
    "v4address='x'",
    'nominal_srate < 0',
    "type > 'A'",
  ])('that it does not meet: %s', (query) => {
    expect(matches(query)).toBe(false);
  });

  it.each([
    "type='EMG",
    'type=',
    '= and',
    'type==1',
    "type='EMG')",
    'fn(1)',
    'count()',
    'name()',
    '$x',
    'type="EMG" ; 1',
    '('.repeat(60),
    '-'.repeat(60) + '1',
    'a'.repeat(2001),
    `//*${'[//*'.repeat(12)}${']'.repeat(12)}`,
  ])('that is none is refused: %s', (query) => {
    expect(() => matches(query)).toThrow(ProtocolError);
  });

  it('never fails but by a refusal, whatever it is', () => {
    const word = fc.constantFrom(
      ...[
        "'a'",
        '"',
        'type',
        'count',
        '(',
        ')',
        '[',
        ']',
        '/',
        '//',
        '=',
        '<',
        '!=',
        ' and ',
        ' or ',
        '*',
        '-',
      ],
      ...['1', '..', '.', '@', '|', ',', 'not(', 'text()', 'desc/', '\\', 'é'],
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        try {
          expect(typeof matches(words.join(''))).toBe('boolean');
        } catch (error) {
          expect(error).toBeInstanceOf(ProtocolError);
        }
      }),
      { numRuns: 2000, seed: 7 },
    );
  });
});
