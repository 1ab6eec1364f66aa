/** Failures of workers after which whoever was wished for is not tried again: it may be them. */
const MOST_FAILURES = 2;

/**
 * How to connect with a patient in this browser: every connection makes a patient of its own in a new Web Worker, the
 * one before ends. A worker that fails closes its port, so that the page connects anew.
 * @param wish whom it begins with: a scenario, or `{ preset }`; undefined for the one that everybody gets
 */
export function patientHere(wish: () => Promise<unknown>): () => MessagePort {
  let before: Worker | undefined;
  let failures = 0;
  return () => {
    before?.terminate();
    const worker = new Worker(new URL('./patient-worker.ts', import.meta.url), { type: 'module' });
    before = worker;
    const { port1, port2 } = new MessageChannel();
    worker.onerror = () => {
      failures++;
      worker.terminate();
      port1.dispatchEvent(new Event('close'));
    };
    const wished = failures < MOST_FAILURES ? wish().catch(() => undefined) : Promise.resolve(undefined);
    void wished.then((scenario) => worker.postMessage(scenario, [port2]));
    return port1;
  };
}
