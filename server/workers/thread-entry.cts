/**
 * What Piscina starts its threads with: CommonJS, as it requires what it is given. Of an ES module that would instantiate
 * the whole graph at once, and Node ends the process, not the thread, where a thread is ended in the midst of that. The
 * module to work from is the first argument, imported from here.
 */
type Work = (task: unknown) => unknown;

const works: Promise<Record<string, Work | undefined>> = import(process.argv[2] ?? '');

export = works.then(
  (found) =>
    ({ name, task }: { readonly name: string; readonly task: unknown }): unknown => {
      const work = found[name];
      if (!work) throw new TypeError(`no work is called ${name}`);
      return work(task);
    },
);
