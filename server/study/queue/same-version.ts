import { InputOutputError, StreamError } from '../../../src/ground/signal/errors.js';
import { keptVersion } from '../kept-version.js';

/**
 * Watches that what this process computes is what a study wants: the version of the product, and the content of modules.
 * What was loaded stays as it was, whatever becomes of its file.
 */
export class SameVersion {
  private readonly loaded = new Map<string, string>();

  /** @param where who this is, for those who are told */
  constructor(private readonly where: string) {}

  /**
   * @param computedBy what the study is computed by (`keptVersion`)
   * @param modules paths that take part
   * @throws StreamError that says who has what
   */
  async require(computedBy: string, modules: readonly string[] = []): Promise<void> {
    const own = await this.ownOf(modules);
    const key = modules.join('\n');
    const loaded = this.loaded.get(key) ?? own;
    this.loaded.set(key, loaded);
    // Threads load a module when they first need it: each may then have another.
    if (own !== loaded)
      throw new StreamError(`${this.where} was started before what it computes with was changed`, {
        hint: `Start it again, and then the study: ${goesOn}`,
      });
    if (own === computedBy) return;
    const [[ours], [theirs]] = [own.split(' '), computedBy.split(' ')];
    if (ours !== theirs)
      throw new StreamError(`${this.where} is myodesis ${ours}, the study is of myodesis ${theirs}`, {
        hint: `Install the same version there, and start the study again: ${goesOn}`,
      });
    throw new StreamError(`${this.where} has other content in ${modules.join(', ')} than the study`, {
      hint: `Put the same into the folder in which that worker is started, and start both again: ${goesOn}`,
    });
  }

  private async ownOf(modules: readonly string[]): Promise<string> {
    try {
      return await keptVersion(modules);
    } catch (error) {
      if (!(error instanceof InputOutputError)) throw error;
      throw new StreamError(`${this.where} cannot read ${error.message}`, {
        hint: `Paths of modules start at the folder in which the worker is started. Then start the study again: ${goesOn}`,
      });
    }
  }
}

const goesOn = 'what is done is kept.';
