const scales: Readonly<Record<string, number>> = {
  v: 1,
  volt: 1,
  volts: 1,
  mv: 1e-3,
  millivolt: 1e-3,
  millivolts: 1e-3,
  uv: 1e-6,
  microvolt: 1e-6,
  microvolts: 1e-6,
  nv: 1e-9,
  nanovolt: 1e-9,
  nanovolts: 1e-9,
};

/** Volts per unit of a written unit (`uV`, `µV`, `mV`, `microvolts`); undefined where it is no voltage. */
export function voltsPerUnit(unit: string): number | undefined {
  return scales[unit.trim().replace(/[µμ]/g, 'u').toLowerCase()];
}
