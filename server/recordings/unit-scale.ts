const prefixes: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  kilo: 1e3,
  m: 1e-3,
  milli: 1e-3,
  u: 1e-6,
  mc: 1e-6,
  micro: 1e-6,
  n: 1e-9,
  nano: 1e-9,
  p: 1e-12,
  pico: 1e-12,
};

/**
 * The letter micro as it looks where its bytes were taken for another encoding: UTF-8 read as Latin-1 (once, twice, of
 * either character), Shift JIS, GBK and EUC-JP, EUC-KR, Big5, DOS, Greek; and what is put where a byte means nothing.
 * Before a V it can be no other letter: all other prefixes are plain ASCII.
 */
const micro = /Ã\x82Â\xb5|Ã‚Âµ|Â\xb5|Î\xbc|\x83Ê|ƒÊ|\xa6Ì|\xa5ì|\xa3g|[\xb5\u03bc\xe6ì\ufffd]|\\mu|&micro;/g;

/**
 * Volts per unit of a written unit; undefined where it is no voltage. Prefix and volt in every spelling and case (`uV`,
 * `µV`, `mV`, `Volts`, `uVolt`, `micro-volts`, `[nV]`), the micro in every encoding that files have it in.
 *
 * @example
 * voltsPerUnit('µV'); // 1e-6
 * voltsPerUnit('degC'); // undefined
 */
export function voltsPerUnit(unit: string): number | undefined {
  const plain = unit
    .replace(micro, 'u')
    .normalize('NFKC')
    .replace(/\u03bc/g, 'u')
    .replace(/^\s*[([{]|[)\]}]\s*$/g, '')
    .replace(/[\s._-]/g, '')
    .toLowerCase();
  const prefix = /^(.*?)v(?:olts?)?$/.exec(plain)?.[1];
  return prefix !== undefined && Object.hasOwn(prefixes, prefix) ? prefixes[prefix] : undefined;
}

/** Whether what stands in place of a unit says that there is none: nothing, a word for it, steps of a converter. */
export function namesNoUnit(unit: string): boolean {
  return /^(?:|[-?]|none|n\/?a|unknown|unspecified|undefined|unitless|counts?|adc|adu|lsb|bits?|digits?|raw|a\.?u\.?|arb.*units?)$/i.test(
    unit.trim(),
  );
}

/**
 * The unit of a file whose channels share one, as part of what is known of a recording; nothing where they do not.
 * @param scales volts per number, one per channel
 */
export function sharedUnit(scales: readonly number[]): { readonly unitVolts?: number } {
  const [unitVolts] = scales;
  return unitVolts !== undefined && scales.every((scale) => scale === unitVolts) ? { unitVolts } : {};
}
