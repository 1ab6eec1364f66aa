"""A service in one thread that plays a script: what a client does when the other side breaks the rules."""

import base64
import hashlib
import json
import socket
import struct
import threading

INFO = {
    "op": "serverInfo", "sampleRateHz": 1000, "channels": ["A", "B"], "movements": ["rest", "hand-close"],
    "streams": {
        "raw": {"rows": ["A", "B"], "samplesPerColumn": 1},
        "truth": {"rows": ["movement", "strength", "cue"], "samplesPerColumn": 10},
    },
}  # fmt: skip


def piece(payload, opcode=1, last=True, mask=False):
    """One frame of RFC 6455 as a server sends it."""
    head = bytes([(0x80 if last else 0) | opcode])
    bit = 0x80 if mask else 0
    if len(payload) < 126:
        head += bytes([bit | len(payload)])
    elif len(payload) < 1 << 16:
        head += bytes([bit | 126]) + struct.pack(">H", len(payload))
    else:
        head += bytes([bit | 127]) + struct.pack(">Q", len(payload))
    return head + payload


def say(message):
    return piece(json.dumps(message).encode())


def raw(index, rows, columns, kind=1):
    return piece(struct.pack("<BBHIdd", kind, 1, rows, columns, index, 0) + bytes(4 * rows * columns), 2)


ALIVE = say(INFO) + say({"op": "status", "phase": "running", "text": "alive"})


class FakeService:
    """Accepts one client, shakes hands, sends ``first``, then gives each request to ``answer``, which gives bytes."""

    def __init__(self, first=ALIVE, answer=None, handshake=None):
        self._first, self._answer, self._handshake = first, answer or self.agree, handshake
        self.heard, self.controls, self.request = [], [], b""
        self._server = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._server.getsockname()[1]}"
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    @staticmethod
    def agree(request):
        return say({"op": "ok", "of": request["op"], "id": request["id"]})

    def _serve(self):
        with self._server:
            client, _ = self._server.accept()
        with client, client.makefile("rb") as source:
            while not self.request.endswith(b"\r\n\r\n"):
                self.request += source.readline()
            client.sendall(self._handshake or self._welcome())
            client.sendall(self._first)
            try:
                while head := source.read(2):
                    size = head[1] & 127
                    if size == 126:
                        (size,) = struct.unpack(">H", source.read(2))
                    mask, data = source.read(4), source.read(size)
                    text = bytes(byte ^ mask[n % 4] for n, byte in enumerate(data))
                    if head[0] & 15 != 1:
                        self.controls.append((head[0] & 15, text))
                        continue
                    self.heard.append(json.loads(text))
                    client.sendall(self._answer(self.heard[-1]))
            except OSError:
                pass  # the client has gone

    def _welcome(self):
        key = self.request.split(b"Sec-WebSocket-Key: ")[1].split(b"\r\n")[0]
        accept = base64.b64encode(hashlib.sha1(key + b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11").digest())
        return (
            b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            b"Sec-WebSocket-Accept: " + accept + b"\r\nSec-WebSocket-Protocol: myodesis.v1\r\n\r\n"
        )
