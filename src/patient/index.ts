/**
 * `myodesis/patient`: a living patient – calibration, online tests – wherever JavaScript runs.
 *
 * @packageDocumentation
 */
export * from './calibrate.js';
export { createOnlineTest } from './online-tests/create-online-test.js';
export type { OnlineTest, TestProgress, TestSetting, TestTask } from './online-tests/online-test.js';
