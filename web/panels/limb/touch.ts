import type { LimbGeometry } from '../../../src/protocol/server-messages.js';

/** Degrees within [−180, 180). */
export const wrap = (deg: number): number => ((((deg + 180) % 360) + 360) % 360) - 180;

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** Thickness of the fat after the skin was dragged outwards by some millimetres: half millimetres within the dial. */
export function fatAfter(fatMm: number, outwardsMm: number): number {
  return clamp(Math.round(2 * (fatMm + outwardsMm)) / 2, 0, 40);
}

/** True where no electrode's contact lies on the skin: then fat lies between muscle and skin, not before the electrode. */
export function onMuscle({ layers, electrodes }: LimbGeometry): boolean {
  const muscle = layers.find(({ name }) => name === 'muscle')?.outerRadiusMm ?? 0;
  return (
    electrodes.length > 0 &&
    electrodes.every(({ contacts }) => contacts.every(({ radiusMm }) => radiusMm < muscle + 1))
  );
}

/** A sutured muscle's dials after its suture was dragged: as far around and as deep as dials and compartment allow. */
export function sutureAfter(
  now: { readonly angleDeg: number; readonly depthMm: number },
  moved: { readonly aroundDeg: number; readonly outwardsMm: number },
  muscle: { readonly innerRadiusMm: number; readonly outerRadiusMm: number },
  room: { readonly innerRadiusMm: number; readonly outerRadiusMm: number },
): { readonly angleDeg: number; readonly depthMm: number } {
  const deepest = Math.min(30, now.depthMm + Math.max(0, muscle.innerRadiusMm - room.innerRadiusMm));
  const shallowest = Math.max(-30, now.depthMm - Math.max(0, room.outerRadiusMm - muscle.outerRadiusMm));
  const depth = clamp(now.depthMm - moved.outwardsMm, shallowest, deepest);
  return {
    angleDeg: Math.round(clamp(now.angleDeg + moved.aroundDeg, -90, 90)),
    // Towards where it is: rounding must not leave the compartment.
    depthMm: depth > now.depthMm ? Math.floor(2 * depth) / 2 : Math.ceil(2 * depth) / 2,
  };
}

/** Peak of each channel relative to a reference, 0 … 1: how bright its spark is. */
export function sparks(channels: readonly (readonly number[])[], reference: number): number[] {
  return channels.map((wave) => clamp(peakOf(wave) / Math.max(reference, 1e-12), 0, 1));
}

export const peakOf = (wave: readonly number[]): number =>
  wave.reduce((peak, value) => Math.max(peak, Math.abs(value)), 0);

/** What is sent while something is dragged: at most so often, and the last value always. */
export function throttled(act: () => void, ms: number): { call(): void; flush(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting = false;
  const tick = (): void => {
    timer = undefined;
    if (!waiting) return;
    waiting = false;
    act();
    timer = setTimeout(tick, ms);
  };
  return {
    call() {
      waiting = true;
      timer ??= setTimeout(tick, 0);
    },
    flush() {
      clearTimeout(timer);
      timer = undefined;
      if (waiting) act();
      waiting = false;
    },
  };
}

/** A limb whose skin, and the suture of one muscle, are in somebody's hand. */
export function draggedLimb(
  told: LimbGeometry,
  outwardsMm: number,
  chosen: number,
  suture: { readonly aroundDeg: number; readonly outwardsMm: number } | undefined,
): LimbGeometry {
  const muscleRadius = told.layers.find(({ name }) => name === 'muscle')?.outerRadiusMm ?? 0;
  const out = (radius: number): number => (radius > muscleRadius + 0.01 ? radius + outwardsMm : radius);
  return {
    layers: told.layers.map((layer) => ({ ...layer, outerRadiusMm: out(layer.outerRadiusMm) })),
    muscles: told.muscles.map((muscle, i) =>
      i === chosen && suture
        ? {
            ...muscle,
            angleDeg: muscle.angleDeg + suture.aroundDeg,
            innerRadiusMm: muscle.innerRadiusMm + suture.outwardsMm,
            outerRadiusMm: muscle.outerRadiusMm + suture.outwardsMm,
          }
        : muscle,
    ),
    electrodes: told.electrodes.map((electrode) => ({
      ...electrode,
      contacts: electrode.contacts.map((contact) => ({ ...contact, radiusMm: out(contact.radiusMm) })),
    })),
  };
}
