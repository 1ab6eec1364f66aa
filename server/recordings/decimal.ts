/**
 * A decimal number as headers have it: point or comma, an exponent where the field was too narrow. Undefined for all
 * else; `Number` alone would take `0x10` for 16 and nothing for 0.
 *
 * @example
 * decimal('0,5'); // 0.5
 */
export function decimal(written: string): number | undefined {
  const plain = written.trim();
  if (!/^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?$/i.test(plain)) return undefined;
  const value = Number(plain.replace(',', '.'));
  return Number.isFinite(value) ? value : undefined;
}
