// Draws the raw signal, says what the decoder decides, and lets the person do the movement that is held.
const [canvas, movements, decided, told] = document.querySelectorAll('canvas, #movements, #decided, #told');
const pen = canvas.getContext('2d');
const address = new URL(`/stream${location.search}`, location.href); // ?session=ID names another than the shared one
const socket = new WebSocket(address.href.replace('http', 'ws'), 'myodesis.v1');
socket.binaryType = 'arraybuffer';
const send = (op, fields) => socket.send(JSON.stringify({ op, ...fields }));
socket.onopen = () => send('subscribe', { streams: ['raw', 'decisions'] });
socket.onmessage = ({ data }) => (data instanceof ArrayBuffer ? see(data) : hear(JSON.parse(data)));
socket.onclose = ({ reason }) => (told.textContent = `The connection has ended. ${reason}`);
let info; // who it is, and how to read the streams: told anew whenever that changes

function hear(message) {
  if (message.op === 'error') told.textContent = `${message.message} ${message.hint}`;
  if (message.op !== 'serverInfo') return;
  info = message;
  movements.replaceChildren(...info.classes.filter((name) => name !== 'rest').map(button));
}

function button(movement) {
  const made = Object.assign(document.createElement('button'), { textContent: movement });
  made.onpointerdown = () => send('setIntent', { activations: [{ movement, strength: 0.4 }] });
  made.onpointerup = () => send('setIntent', { activations: null }); // the script again
  return made;
}

function see(frame) {
  const head = new DataView(frame);
  const [stream, rows, columns] = [head.getUint8(0), head.getUint16(2, true), head.getUint32(4, true)];
  const values = new Float32Array(frame, 24); // row r is values[r * columns …]
  const likeliest = () => values.indexOf(Math.max(...values.subarray(0, info.classes.length)));
  if (stream === 5) return (decided.value = info.classes[likeliest()]);
  const perSample = canvas.width / 5 / info.sampleRateHz; // a sweep of 5 s
  const left = (head.getFloat64(8, true) * perSample) % canvas.width; // absolute sample of the first column
  pen.clearRect(left, 0, columns * perSample + 20, canvas.height);
  for (let i = 0; i < values.length; i++) {
    const y = ((Math.floor(i / columns) + 0.5 - 1000 * values[i]) / rows) * canvas.height; // 1 mV apart
    pen.fillRect(left + (i % columns) * perSample, y, 1, 2);
  }
}
