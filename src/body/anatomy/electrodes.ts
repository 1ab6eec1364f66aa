import { choice, group, list, number, text, type GroupValue } from '../../ground/signal/field.js';

/** Where an electrode channel sits: the middle of its contacts. */
export const electrodePositionFields = {
  name: text({
    default: '',
    maxLength: 40,
    explain: 'Name of the channel; CH1, CH2 … where left empty.',
    live: 'person',
  }),
  angleDeg: number({
    unit: 'deg',
    default: 0,
    min: -360,
    max: 360,
    explain: 'Direction around the limb from its front.',
    live: 'templates',
  }),
  axialMm: number({
    unit: 'mm',
    default: 0,
    min: -200,
    max: 200,
    explain: 'Place along the limb, distal positive.',
    live: 'templates',
  }),
};

/** Values of {@link electrodePositionFields}. */
export type ElectrodePosition = GroupValue<typeof electrodePositionFields>;

/**
 * Positions evenly around the limb.
 * @param count number of channels, at least 1
 * @param options `startDeg` direction of the first (0), `axialMm` place along the limb (0), `prefix` of names
 * @example ringPositions(8) // CH1 at 0°, CH2 at 45° …
 */
export function ringPositions(
  count: number,
  { startDeg = 0, axialMm = 0, prefix = 'CH' }: { startDeg?: number; axialMm?: number; prefix?: string } = {},
): ElectrodePosition[] {
  return Array.from({ length: count }, (_, i) => {
    const turned = (startDeg + (360 * i) / count) % 360;
    return { name: `${prefix}${i + 1}`, angleDeg: turned, axialMm };
  });
}

/**
 * Positions on a grid of rows along the limb and columns around it, row by row.
 * @param rows places along the limb
 * @param columns places around the limb
 * @param options middle of the grid (`angleDeg`, `axialMm`, both 0) and its pitches (`pitchDeg` 15, `pitchMm` 10)
 */
export function gridPositions(
  rows: number,
  columns: number,
  {
    angleDeg = 0,
    axialMm = 0,
    pitchDeg = 15,
    pitchMm = 10,
    prefix = 'G',
  }: { angleDeg?: number; axialMm?: number; pitchDeg?: number; pitchMm?: number; prefix?: string } = {},
): ElectrodePosition[] {
  return Array.from({ length: rows * columns }, (_, i) => {
    const row = Math.floor(i / columns);
    const column = i % columns;
    return {
      name: `${prefix}${row + 1}.${column + 1}`,
      angleDeg: angleDeg + (column - (columns - 1) / 2) * pitchDeg,
      axialMm: axialMm + (row - (rows - 1) / 2) * pitchMm,
    };
  });
}

/** The electrodes: one kind for all channels, at any positions. */
export const electrodesFields = {
  type: choice({
    options: ['surface', 'epimysial', 'intramuscular'],
    default: 'surface',
    explain: 'On the skin, on the surface of the muscles, or inside them; the last two through the implant.',
    source: 'ortiz-catalan-2014',
    live: 'templates',
  }),
  configuration: choice({
    options: ['monopolar', 'single-differential', 'double-differential'],
    default: 'single-differential',
    explain: 'One contact against a far reference, or the first or second difference of contacts in a row.',
    live: 'templates',
  }),
  pairDirection: choice({
    options: ['along', 'around'],
    default: 'along',
    explain:
      'Whether the contacts of a channel lie in a row along the limb, as its fibres do, or around it, across the fibres.',
    source: 'young-2011',
    live: 'templates',
  }),
  interElectrodeMm: number({
    unit: 'mm',
    default: 20,
    min: 0.5,
    max: 80,
    step: 0.5,
    explain: 'Distance between the centres of neighbouring contacts of a channel.',
    live: 'templates',
  }),
  contactShape: choice({
    options: ['disc', 'rectangle'],
    default: 'disc',
    explain: 'Shape of a contact; the potential is averaged over it.',
    live: 'templates',
  }),
  contactDiameterMm: number({
    unit: 'mm',
    default: 10,
    min: 0.05,
    max: 40,
    step: 0.05,
    explain: 'Diameter of a disc; extent of a rectangle along the limb.',
    live: 'templates',
  }),
  contactWidthMm: number({
    unit: 'mm',
    default: 10,
    min: 0.05,
    max: 60,
    step: 0.05,
    explain: 'Extent of a rectangular contact around the limb; not used by discs.',
    live: 'templates',
  }),
  depthMm: number({
    unit: 'mm',
    default: 8,
    min: 0.1,
    max: 80,
    step: 0.1,
    explain: 'Depth of intramuscular contacts below the surface of the muscle compartment.',
    live: 'templates',
  }),
  shiftAroundMm: number({
    label: 'Electrode shift around',
    unit: 'mm',
    default: 0,
    min: -100,
    max: 100,
    step: 0.5,
    explain: 'Displacement of all electrodes around the limb, as after putting the prosthesis on anew.',
    source: 'young-2011',
    live: 'templates',
  }),
  shiftAlongMm: number({
    label: 'Electrode shift along',
    unit: 'mm',
    default: 0,
    min: -100,
    max: 100,
    step: 0.5,
    explain: 'Displacement of all electrodes along the limb, distal positive.',
    source: 'young-2011',
    live: 'templates',
  }),
  donning: number({
    unit: '1',
    default: 0,
    min: 0,
    max: 1000000,
    integer: true,
    explain:
      'How often the electrodes were put on anew: another number draws impedance and noise of every contact afresh. Sessions of one donning have them alike.',
    live: 'block',
  }),
  positions: list({
    item: group('Place of one channel.', electrodePositionFields),
    minItems: 1,
    maxItems: 512,
    default: ringPositions(8),
    explain: 'Where the channels sit, up to 512 of them.',
    live: 'person',
  }),
};

/** Values of {@link electrodesFields}. */
export type ElectrodesSpec = GroupValue<typeof electrodesFields>;
