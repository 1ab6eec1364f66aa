import { number } from '../../../ground/signal/field.js';

/** The electrical path that channels have in common: contacts, reference contact and inputs of the amplifier. */
export const referenceFields = {
  contactKohm: number({
    unit: 'kΩ',
    default: 20,
    min: 0,
    max: 2000,
    step: 1,
    live: 'block',
    explain:
      'Median impedance of a contact near 100 Hz: 1 to 50 with gel on prepared skin, 100 to 1000 dry. Their inequality turns what is common to both contacts of a channel, hum and the potential of the limb, into signal.',
    source: 'huhta-1973',
    assumption: true,
  }),
  contactSpreadPercent: number({
    label: 'Contacts unequal by',
    unit: '%',
    default: 50,
    min: 0,
    max: 150,
    step: 5,
    live: 'block',
    explain:
      'How unequal contacts are: standard deviation of the logarithm of their impedance, drawn anew at each donning. It decides which channels hum.',
    assumption: true,
  }),
  referenceKohm: number({
    unit: 'kΩ',
    default: 10,
    min: 0,
    max: 2000,
    step: 1,
    live: 'block',
    explain:
      'Impedance of the reference contact that all channels share. Their currents return through it, so that each reads part of the others: nothing of note with gel and good inputs, a common signal with a dry one.',
    assumption: true,
  }),
  inputMohm: number({
    unit: 'MΩ',
    default: 100,
    min: 1,
    max: 10000,
    step: 1,
    live: 'block',
    explain:
      'Impedance of each input near 100 Hz, leads included: a metre of passive lead of 100 pF leaves 16, an amplifier at the contact has 1000 and more.',
    source: 'huhta-1973',
    assumption: true,
  }),
  rejectionDb: number({
    label: 'Common-mode rejection',
    unit: 'dB',
    default: 90,
    min: 40,
    max: 200,
    step: 1,
    live: 'block',
    explain:
      'Common-mode rejection of the amplifier itself; what passes is alike in all channels. Unequal contacts usually pass more; 200 is ideal.',
    assumption: true,
  }),
};
