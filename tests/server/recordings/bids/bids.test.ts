import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { createRecordingWriter } from '../../../../server/recordings/create-writer.js';
import { readRecording } from '../../../../server/recordings/read-recording.js';
import { feed, infoOf, noise, readAll, scratch, truthOf, worst } from '../fixtures.js';

const at = scratch();
const info = infoOf(2, 1000, { muscleNames: ['biceps'] });

describe('EMG-BIDS', () => {
  it('writes a dataset: signal, sidecar, tables, description', async () => {
    const root = at('set');
    const signal = noise(2, 1700, 1000, 2, 500);
    const electrodes = [{ name: 'E1a', x: 10, y: -2.5, z: 0 }];
    for (const subject of ['01', '02']) {
      const bids = {
        subject,
        task: 'grasps',
        run: 1,
        powerLineHz: 50,
        electrodes,
        channels: [{ muscle: 'biceps', signalElectrode: 'E1a', reference: 'E1b' }],
      };
      const writer = await createRecordingWriter(root, info, { format: 'bids', bids, truth: true });
      await feed(writer, signal, 20, truthOf(1, 1000));
      await writer.close();
    }
    expect((await readdir(root)).sort()).toEqual([
      'README',
      'dataset_description.json',
      'derivatives',
      'participants.tsv',
      'sub-01',
      'sub-02',
    ]);
    const stem = `${root}/sub-01/emg/sub-01_task-grasps_run-01`;
    expect((await readdir(`${root}/sub-01/emg`)).sort()).toEqual([
      'sub-01_electrodes.tsv',
      'sub-01_space-limb_coordsystem.json',
      'sub-01_task-grasps_run-01_channels.tsv',
      'sub-01_task-grasps_run-01_emg.bdf',
      'sub-01_task-grasps_run-01_emg.json',
      'sub-01_task-grasps_run-01_events.json',
      'sub-01_task-grasps_run-01_events.tsv',
    ]);
    expect(await readFile(`${root}/participants.tsv`, 'utf8')).toBe('participant_id\nsub-01\nsub-02\n');
    expect(JSON.parse(await readFile(`${root}/dataset_description.json`, 'utf8'))).toMatchObject({
      BIDSVersion: '1.11.0',
      DatasetType: 'raw',
    });
    const sidecar: unknown = JSON.parse(await readFile(`${stem}_emg.json`, 'utf8'));
    expect(sidecar).toMatchObject({
      TaskName: 'grasps',
      EMGPlacementScheme: 'Measured',
      EMGReference: 'ChannelSpecific',
      SamplingFrequency: 1000,
      PowerLineFrequency: 50,
      SoftwareFilters: 'n/a',
      RecordingType: 'continuous',
      RecordingDuration: 1.7,
      EMGChannelCount: 2,
    });
    expect(await readFile(`${stem}_channels.tsv`, 'utf8')).toBe(
      'name\ttype\tunits\tsignal_electrode\treference\ttarget_muscle\tstatus\n' +
        'EMG E1\tEMG\tuV\tE1a\tE1b\tbiceps\tgood\nEMG E2\tEMG\tuV\tE2\tn/a\tn/a\tgood\n',
    );
    expect(await readFile(`${stem}_events.tsv`, 'utf8')).toBe(
      'onset\tduration\ttrial_type\tsample\n0\t0.5\thand-close\t0\n0.5\t0.5\trest\t500\n1\t0.5\thand-close\t1000\n1.5\t0.2\trest\t1500\n',
    );
    expect(await readFile(`${root}/sub-01/emg/sub-01_electrodes.tsv`, 'utf8')).toBe(
      'name\tx\ty\tz\tcoordinate_system\nE1a\t10\t-2.5\t0\tlimb\n',
    );
    // The label of the space is what `coordinate_system` names, and the description stands at the top of its file.
    const system: unknown = JSON.parse(
      await readFile(`${root}/sub-01/emg/sub-01_space-limb_coordsystem.json`, 'utf8'),
    );
    expect(system).toMatchObject({ EMGCoordinateSystem: 'Other', EMGCoordinateUnits: 'mm' });
    const columns: unknown = JSON.parse(await readFile(`${stem}_events.json`, 'utf8'));
    expect(Object.keys(Object(columns) as object)).toEqual(['onset', 'duration', 'trial_type', 'sample']);
    expect(
      JSON.parse(await readFile(`${root}/derivatives/truth/dataset_description.json`, 'utf8')),
    ).toMatchObject({ DatasetType: 'derivative' });
    const read = await readRecording(`${stem}_emg.bdf`);
    expect(worst(await readAll(read), { ...signal, index: 0 })).toBeLessThan(0.0157e-6);
    const truth = `${root}/derivatives/truth/sub-01/emg/sub-01_task-grasps_run-01.truth.csv`;
    expect(await readFile(truth, 'utf8')).toMatch(
      /^time_s,movement,strength,cue,flags,excitation_biceps\n0\.000000,hand-close,0\.5000,/,
    );
  });

  it('is a readable dataset while the recording runs', async () => {
    const writer = await createRecordingWriter(at('live'), info, { format: 'bids', bids: { format: 'edf' } });
    await feed(writer, noise(2, 1500, 1000), 20, truthOf(1, 1000));
    const stem = `${at('live')}/sub-01/emg/sub-01_task-movements`;
    expect((await readAll(await readRecording(`${stem}_emg.edf`))).length).toBe(1000);
    expect(JSON.parse(await readFile(`${stem}_emg.json`, 'utf8'))).not.toHaveProperty('RecordingDuration');
    await writer.close();
    expect(await readFile(`${stem}_events.tsv`, 'utf8')).toContain('1\t0.5\trest\t1000\n');
  });

  it('refuses labels that BIDS does not allow', async () => {
    await expect(
      createRecordingWriter(at('bad'), info, { format: 'bids', bids: { task: 'hand close' } }),
    ).rejects.toMatchObject({ code: 'config', field: 'task' });
  });
});
