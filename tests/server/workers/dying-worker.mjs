// A worker thread with which everything goes wrong.
export const answer = (task) => task;
export const exit = () => process.exit(3);
export const fail = () => {
  throw new RangeError('a defect');
};
export const hang = () => new Promise(() => setInterval(() => undefined, 1000));

const { stack } = new Error();
/** By what this module was loaded. */
export const loader = () => stack;
