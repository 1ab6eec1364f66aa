/** The browser's memory of the person's choices. Undefined where it is forbidden (private windows, framed pages). */
export function storage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
