import { connect, type Socket } from 'node:net';

/** A client that never hangs up: it writes, and keeps its half open whatever the server does. */
export function halfOpen(port: number, text: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true }, () => {
      socket.write(text);
      resolve(socket);
    });
    socket.once('error', reject);
  });
}

/** All that a server says until it hangs up. */
export function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const done = (): void => resolve(text);
    socket.on('data', (data) => (text += String(data))).on('error', done);
    socket.once('end', done).once('close', done);
  });
}

/** An upgrade request as text. */
export function upgradeRequest(path: string, headers: Readonly<Record<string, string>> = {}): string {
  const all = {
    Host: '127.0.0.1',
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    'Sec-WebSocket-Version': '13',
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`;
}
