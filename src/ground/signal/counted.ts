/**
 * A number with its noun, for sentences.
 * @example
 * counted(1, 'gap'); // 1 gap
 * counted(3, 'label lies', 'labels lie'); // 3 labels lie
 */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}
