import type { Scenario } from '../../scenario/scenario.js';
import type { Job } from '../job.js';
import { dataOfScenario, type StudyData } from '../study-data.js';

/** Record the calibration of a simulated person. */
export function recordPerson(scenario: Scenario): StudyData {
  return dataOfScenario(scenario);
}

/** {@link recordPerson} as a thread does it. */
export const recordPersonJob: Job<Scenario, StudyData> = { name: 'recordPerson', work: recordPerson };
