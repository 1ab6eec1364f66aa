import { resolveObjectURL } from 'node:buffer';
import { expect, it } from 'vitest';
import { Downloads } from '../../../web/worker/downloads.js';

const signal = { sampleRateHz: 1000, channelNames: ['a', 'b'] };
const block = (index: number) => ({
  index,
  sampleRateHz: 1000,
  channels: 2,
  length: 500,
  data: new Float32Array(1000).fill(1e-6),
});

it('keeps a recording and gives the address of its archive', async () => {
  const recording = await new Downloads().open('csv', signal);
  expect(recording.file).toMatch(/^emg-.*\.zip$/);
  recording.annotate(10, 'moved');
  for (const index of [0, 500, 1000]) await recording.write(block(index), undefined);
  const bytes = await resolveObjectURL(await recording.close())?.arrayBuffer();
  const text = new TextDecoder('latin1').decode(bytes);
  expect(text).toMatch(/^PK\x03\x04/);
  expect(text).toContain('time_s,a_uV,b_uV\n0.000000,1.000,1.000\n');
  expect(text).toContain('1.499000,1.000,1.000\n');
  expect(text).toContain('0.010000,moved');
});

it('keeps so much and no more, and what it has may still be had', async () => {
  const downloads = new Downloads(20_000);
  const recording = await downloads.open('csv', signal);
  await recording.write(block(0), undefined);
  await recording.write(block(500), undefined);
  expect(() => recording.write(block(1000), undefined)).toThrow(/at most 0 MB/);
  expect(await recording.close()).toMatch(/^blob:/);
  await expect(downloads.open('csv', signal)).rejects.toMatchObject({ code: 'stream' });
});

it('refuses formats that take a disk', async () => {
  await expect(new Downloads().open('edf', signal)).rejects.toMatchObject({
    code: 'stream',
    field: 'format',
  });
});
