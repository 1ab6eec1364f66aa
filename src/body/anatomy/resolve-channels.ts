import { channelName } from './channel-names.js';
import { ConfigError } from '../../ground/signal/errors.js';
import { DEG, MM, wrapAngle } from '../../ground/signal/units.js';
import type { ElectrodeChannel, Layer } from './anatomy.js';
import type { ElectrodesSpec } from './electrodes.js';

/** Offset from the middle, in electrode spacings, and weight of the contacts of each configuration. */
const configurations = {
  monopolar: [[0, 1]],
  'single-differential': [
    [-0.5, 1],
    [0.5, -1],
  ],
  // Second difference with unit gain for the middle contact, so that amplitudes compare with monopolar ones.
  'double-differential': [
    [-1, -0.5],
    [0, 1],
    [1, -0.5],
  ],
} as const;

/**
 * Channels with every contact placed.
 * @throws ConfigError for contacts that touch each other or lie outside the tissue they belong to
 */
export function resolveChannels(
  electrodes: ElectrodesSpec,
  layers: readonly Layer[],
  muscleLayer: number,
): ElectrodeChannel[] {
  if (electrodes.positions.length === 0)
    throw new ConfigError('electrodes.positions: got an empty list, expected at least one position', {
      field: 'electrodes.positions',
      hint: 'Write for example "positions": [{ "angleDeg": 0 }].',
    });
  const radius = radiusOf(electrodes, layers, muscleLayer);
  requireContacts(electrodes, radius);
  const names = new Set<string>();
  return electrodes.positions.map((position, index) => {
    const name = channelName(position, index);
    if (names.has(name))
      throw new ConfigError(
        `electrodes.positions.${index}.name: got ${name} twice, expected names that differ`,
        {
          field: `electrodes.positions.${index}.name`,
          hint: 'Leave names empty to have channels numbered.',
        },
      );
    names.add(name);
    const angle = wrapAngle(position.angleDeg * DEG + (electrodes.shiftAroundMm * MM) / radius);
    const middle = (position.axialMm + electrodes.shiftAlongMm) * MM;
    return {
      name,
      type: electrodes.type,
      contacts: configurations[electrodes.configuration].map(([offset, weight]) => {
        const away = offset * electrodes.interElectrodeMm * MM;
        return electrodes.pairDirection === 'around'
          ? { angle: wrapAngle(angle + away / radius), z: middle, radius, weight }
          : { angle, z: middle + away, radius, weight };
      }),
      contactDiameter: electrodes.contactDiameterMm * MM,
      contactWidth:
        (electrodes.contactShape === 'disc' ? electrodes.contactDiameterMm : electrodes.contactWidthMm) * MM,
      contactShape: electrodes.contactShape,
    };
  });
}

function radiusOf(electrodes: ElectrodesSpec, layers: readonly Layer[], muscleLayer: number): number {
  const muscleSurface = layers[muscleLayer].outerRadius;
  if (electrodes.type === 'surface') return layers[layers.length - 1].outerRadius;
  if (electrodes.type === 'epimysial') return muscleSurface;
  const inner = muscleLayer > 0 ? layers[muscleLayer - 1].outerRadius : 0;
  const radius = muscleSurface - electrodes.depthMm * MM;
  if (!(electrodes.depthMm > 0 && radius > inner + 1e-6))
    throw new ConfigError(
      `electrodes.depthMm: got ${electrodes.depthMm} mm, expected an intramuscular contact more than 0 and less than ` +
        `${round((muscleSurface - inner) / MM)} mm below the surface of the muscle compartment`,
      { field: 'electrodes.depthMm', hint: `Write for example ${round((muscleSurface - inner) / MM / 3)}.` },
    );
  return radius;
}

function requireContacts(electrodes: ElectrodesSpec, radius: number): void {
  const { contactDiameterMm, contactWidthMm, interElectrodeMm } = electrodes;
  const widthMm = electrodes.contactShape === 'disc' ? contactDiameterMm : contactWidthMm;
  for (const [field, size] of [
    ['contactDiameterMm', contactDiameterMm],
    ['contactWidthMm', widthMm],
  ] as const)
    if (!(size > 0) || size * MM > radius)
      throw new ConfigError(
        `electrodes.${field}: got ${size} mm, expected more than 0 mm and at most ${round(radius / MM)} mm, the distance ` +
          'of the contacts from the axis',
        { field: `electrodes.${field}`, hint: 'Surface contacts are about 10 mm, implanted ones 1 to 3 mm.' },
      );
  if (electrodes.configuration === 'monopolar') return;
  const around = electrodes.pairDirection === 'around';
  const [size, sizeMm] =
    around && electrodes.contactShape === 'rectangle'
      ? ['contactWidthMm', contactWidthMm]
      : ['contactDiameterMm', contactDiameterMm];
  if (!(interElectrodeMm >= sizeMm))
    throw new ConfigError(
      `electrodes.interElectrodeMm: got ${interElectrodeMm} mm, expected at least the contact size of ` +
        `${sizeMm} mm: the contacts of a channel would touch`,
      {
        field: 'electrodes.interElectrodeMm',
        hint: `Write at least ${sizeMm}, or a smaller ${size}.`,
      },
    );
  const most = (Math.PI * radius) / MM / (configurations[electrodes.configuration].length - 1);
  if (around && interElectrodeMm > most)
    throw new ConfigError(
      `electrodes.interElectrodeMm: got ${interElectrodeMm} mm, expected at most ${round(most)} mm for contacts around ` +
        'the limb: a channel would reach beyond its far side',
      {
        field: 'electrodes.interElectrodeMm',
        hint: `Write at most ${Math.floor(most)}, or pairDirection "along".`,
      },
    );
}

const round = (mm: number): number => Math.round(mm * 100) / 100;
