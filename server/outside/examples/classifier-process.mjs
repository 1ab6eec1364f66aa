// Nearest mean as a process of its own (npm install ws), for: myodesis evaluate --classifier ws:8091
import WebSocket from 'ws';

const address = process.argv[2] ?? 'ws://127.0.0.1:8091/classifier';
let means = new Map();
const answer = {
  hello: ({ classes, features }) => {
    means = new Map(classes.map((label) => [label, { count: 0, sum: features.map(() => 0) }]));
    return { op: 'ready', name: 'nearest mean', version: '1', input: 'features', fit: true };
  },
  fit: ({ id, x, labels, last }) => {
    for (const [n, row] of x.entries()) {
      const mean = means.get(labels[n]);
      mean.count++;
      mean.sum = mean.sum.map((value, i) => value + row[i]);
    }
    return last && { op: 'fitted', id };
  },
  classify: ({ id, x }) => {
    const near = ({ count, sum }) => Math.exp(-Math.hypot(...x.map((value, i) => value - sum[i] / count)));
    const weights = [...means.values()].map(near);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return { op: 'posterior', id, p: weights.map((weight) => weight / total) };
  },
  error: ({ message, hint }) => console.error(message, hint),
};

const socket = new WebSocket(address, 'myodesis.classifier.v1').on('message', (text) => {
  const message = JSON.parse(text);
  const reply = answer[message.op](message);
  if (reply) socket.send(JSON.stringify(reply));
});
