import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take from half a minute to minutes. Begun last, one of them would keep one core busy and the others waiting. */
const slow = [
  'src/conformance/rows',
  'browser/axe',
  'server/clients/python',
  'readme',
  'browser/link',
  'browser/learn',
  'web/views/learn/lessons',
  'server/sessions/threaded-sessions',
  'browser/story',
  'browser/playground',
  'src/study/twin/twin-recovery',
  'engines/engines',
  'server/recordings/arrays-fuzz',
  'src/guides/guides',
  'src/body/synthesis/dials/dials',
  'package',
  'src/scenario/startable',
  'browser/calibration',
  'browser/page',
  'src/body/synthesis/dials/live',
  'src/decoder/training/channel-faults',
];

/** Runs the slowest files first, the others in Vitest's own order. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = slow.findIndex((name) => moduleId.endsWith(`/tests/${name}.test.ts`));
      return at < 0 ? slow.length : at;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}
