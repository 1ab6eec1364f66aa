/** Something that holds a file or the like until it is closed. */
export interface Closable {
  close(): Promise<unknown>;
}

/** Close everything, in order, whatever of it fails. @throws the first failure, when all are closed */
export async function closeAll(open: Iterable<Closable>): Promise<void> {
  const failures: unknown[] = [];
  for (const one of open) await one.close().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}

/**
 * Open several things, or none: where one cannot be had, those that were opened before are closed.
 * @param open is given a function through which it opens each
 * @throws what `open` throws
 */
export async function allOrNone<Made>(
  open: (keep: <Opened extends Closable>(opening: Promise<Opened>) => Promise<Opened>) => Promise<Made>,
): Promise<Made> {
  const opened: Closable[] = [];
  try {
    return await open(async (opening) => {
      const one = await opening;
      opened.push(one);
      return one;
    });
  } catch (error) {
    // What matters is why it could not be opened.
    await closeAll(opened).catch(() => undefined);
    throw error;
  }
}
