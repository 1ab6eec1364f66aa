import { commonVocabulary as words } from '../../../src/ground/movement/vocabulary.js';
import { describe, expect, it } from 'vitest';
import { fieldLabel, movementName, percent, readable, short } from '../../../web/data/format.js';

describe('texts of numbers and names', () => {
  it.each([
    ['fatThicknessMm', 'Fat thickness'],
    ['mainsUv', 'Mains'],
    ['mainsHz', 'Mains frequency'],
    ['sampleRateHz', 'Sample rate'],
    ['ecgUv', 'ECG'],
    ['motionPerMin', 'Motion per minute'],
    ['muscleAlongSPerM', 'Muscle along'],
    ['heartRateBpm', 'Heart rate'],
    ['seed', 'Seed'],
    ['noiseSlopeDbPerOctave', 'Noise slope'],
    ['referenceKohm', 'Reference impedance'],
    ['fatSPerM', 'Fat conductivity'],
    ['territoryAreaMm2', 'Territory area'],
    ['maxAccelerationPercentPerS2', 'Max acceleration'],
    ['onsetRestSd', 'Onset rest SD'],
    ['coContractionPercent', 'Co-contraction'],
  ])('%s reads %s', (key, label) => expect(fieldLabel(key)).toBe(label));

  it('does not call 99.6 % perfect', () => {
    expect(percent(0.996)).toBe('99.6 %');
    expect(percent(1)).toBe('100 %');
    expect(percent(0.42)).toBe('42 %');
    expect(percent(NaN)).toBe('–');
  });

  it('shortens numbers and knows movements', () => {
    expect(short(3.14159)).toBe('3.14');
    expect(short(1234.5)).toBe('1235');
    expect(movementName('hand-close', words)).toBe('Hand close');
    expect(movementName('thumb_up', words)).toBe('Thumb up');
    expect(readable('noiseColour')).toBe('Noise colour');
    expect(readable('LDA')).toBe('LDA');
  });
});
