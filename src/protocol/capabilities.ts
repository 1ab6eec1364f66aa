/** What a session may be able to do, told in `serverInfo.capabilities`; in words that follow “can”. */
export const capabilities = {
  intent: 'be told what to intend',
  scenario: 'change its scenario',
  presets: 'become another person',
  pause: 'pause',
  calibrate: 'train its decoder anew',
  prompts: 'prompt somebody for a calibration in real time',
  recordClasses: 'record examples of classes and train on them',
  recorder: 'write recordings',
  muap: 'show the waveform of a motor unit',
  tests: 'run online tests',
  journey: 'play the stages of a journey',
  step: 'advance when told to, not by the clock',
  devices: 'appear as devices to other programs',
} as const;

/** Something that not every session can do. */
export type Capability = keyof typeof capabilities;

/** All capabilities that this version knows. */
export const capabilityNames: readonly Capability[] = Object.keys(capabilities).filter(isCapability);

/** Whether this version knows a capability; a client passes over those that it does not. */
export function isCapability(name: string): name is Capability {
  return Object.hasOwn(capabilities, name);
}
