/**
 * How to connect with a patient in this browser: every connection makes a patient of its own in a new Web Worker, the
 * one before ends. A worker that fails closes its port, so that the page connects anew.
 */
export function patientHere(): () => MessagePort {
  let before: Worker | undefined;
  return () => {
    before?.terminate();
    const worker = new Worker(new URL('./patient-worker.ts', import.meta.url), { type: 'module' });
    before = worker;
    const { port1, port2 } = new MessageChannel();
    worker.onerror = () => {
      worker.terminate();
      port1.dispatchEvent(new Event('close'));
    };
    worker.postMessage(null, [port2]);
    return port1;
  };
}
