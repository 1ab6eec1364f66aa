"""Myodesis from Python: one file that needs nothing but numpy. Copy it beside your program.

    from myodesis import Patient

    with Patient("http://127.0.0.1:8080") as patient:      # who "npx myodesis serve" shows everybody
        patient.intend({"hand-close": 0.4})
        for frame in patient.stream("raw", seconds=2):
            print(frame.index, frame.data.shape)           # channels x samples, in volts

    with Patient.private(preset="transradial-armband") as patient:   # one of your own, faster than real time
        data = patient.dataset(seconds=60)                 # data.x: windows x channels x samples; data.y: movements

``ProsthesisEnv`` is a Gymnasium environment on such a patient. Whatever the service refuses is raised as
``MyodesisError``, whose text ends in a hint that says what to write instead. What was lost on the way, or never was,
is told as a ``MyodesisWarning``, and shows as a jump of ``frame.index``: nothing is filled in.
"""

import base64
import collections
import hashlib
import http.client
import itertools
import json
import os
import socket
import ssl
import struct
import threading
import urllib.parse
import warnings
from dataclasses import dataclass

import numpy as np

try:
    import gymnasium
except ImportError:
    gymnasium = None

PROTOCOL = "myodesis.v1"
STREAMS = (
    "raw", "filtered", "envelope", "features", "decisions", "command", "prosthesis", "truth", "clean", "discharges",
)  # fmt: skip
"""Streams by the number that their frames carry, which counts from 1."""
_HEADER = struct.Struct("<BBHIdd")
_QUEUE_BYTES = 64 << 20  # what may wait to be read by one stream(): some minutes of 16 channels at 2 kHz
_MESSAGE_BYTES = 256 << 20  # beyond it, what comes is no message of this service
_SILENCE_S = 150  # the service asks every 30 s whether we are there


class MyodesisError(Exception):
    """What went wrong, and in ``hint`` what to do instead; ``code`` and ``field`` as the service gives them."""

    def __init__(self, message, hint="", code="client", field=None):
        super().__init__(f"{message}\n  hint: {hint}" if hint else message)
        self.message, self.hint, self.code, self.field = message, hint, code, field

    @classmethod
    def told(cls, answer):
        """An error of the service, ``{code, message, hint, field}``."""
        text = answer.get("message", "the service gave an error without a message")
        return cls(text, answer.get("hint", ""), answer.get("code", "service"), answer.get("field"))


class MyodesisWarning(UserWarning):
    """Samples were lost on the way to us, or never were."""


class _Address:
    """Where a service is: an address such as http://127.0.0.1:8080, or a link that it printed, with its token."""

    def __init__(self, address, token=None, session=None):
        url = urllib.parse.urlsplit(address if "://" in address else f"http://{address}")
        try:
            port = url.port
        except ValueError:
            port = 0
        if url.scheme not in ("http", "https", "ws", "wss") or not url.hostname or port == 0:
            raise MyodesisError(f"address {address!r}: not understood", "Write one such as http://127.0.0.1:8080.")
        asked = urllib.parse.parse_qs(url.query)
        self.secure = url.scheme in ("https", "wss")
        self.host, self.port = url.hostname, port or (443 if self.secure else 80)
        self.netloc = url.netloc.rpartition("@")[2]
        self.path = url.path.rstrip("/")
        self.session = session or asked.get("session", [None])[0]
        self.token = token or asked.get("token", [None])[0]
        self.headers = {"Authorization": f"Bearer {self.token}"} if self.token else {}

    def unreachable(self, error):
        where = f"{'https' if self.secure else 'http'}://{self.netloc}"
        return MyodesisError(f"no service at {where}: {error}", 'Start one with "npx myodesis serve".')

    def rest(self, method, path, body=None, timeout=30.0):
        """Ask the REST interface; gives the JSON of the answer, None for an empty one."""
        kind = http.client.HTTPSConnection if self.secure else http.client.HTTPConnection
        connection = kind(self.host, self.port, timeout=timeout)
        try:
            data = None if body is None else json.dumps(body, allow_nan=False)
            headers = self.headers | ({} if body is None else {"Content-Type": "application/json"})
            connection.request(method, f"{self.path}{path}", data, headers)
            answer = connection.getresponse()
            text = answer.read()
        except (OSError, http.client.HTTPException) as error:
            raise self.unreachable(error) from error
        finally:
            connection.close()
        try:
            value = json.loads(text) if text else None
        except ValueError:
            value = {"message": text.decode("utf-8", "replace").strip()[:500]}
        if answer.status < 400:
            return value
        if not isinstance(value, dict) or "message" not in value:
            value = {"message": f"{method} {path}: answered by status {answer.status} {answer.reason}"}
        raise MyodesisError.told(value)


class _WebSocket:
    """The client's side of RFC 6455, as far as this service needs it: no extensions."""

    def __init__(self, address, path, timeout):
        self._sending = threading.Lock()
        try:
            self._socket = socket.create_connection((address.host, address.port), timeout)
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if address.secure:
                context = ssl.create_default_context()
                self._socket = context.wrap_socket(self._socket, server_hostname=address.host)
        except OSError as error:
            raise address.unreachable(error) from error
        self._input = self._socket.makefile("rb", 1 << 16)
        try:
            self._shake_hands(address, path)
            self._socket.settimeout(_SILENCE_S)
        except OSError as error:
            self._hang_up()
            raise address.unreachable(error) from error
        except BaseException:
            self._hang_up()
            raise

    def _shake_hands(self, address, path):
        key = base64.b64encode(os.urandom(16)).decode()
        asked = {
            "Host": address.netloc, "Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Key": key,
            "Sec-WebSocket-Version": "13", "Sec-WebSocket-Protocol": PROTOCOL, **address.headers,
        }  # fmt: skip
        lines = [f"GET {address.path}{path} HTTP/1.1", *(f"{name}: {value}" for name, value in asked.items())]
        self._socket.sendall("\r\n".join([*lines, "", ""]).encode("latin-1"))
        status = self._input.readline(4096).decode("latin-1").split(None, 2)
        if len(status) < 2 or not status[0].startswith("HTTP/"):
            raise OSError("what answers there speaks no HTTP")
        headers = http.client.parse_headers(self._input)
        if status[1] != "101":
            length = headers.get("Content-Length", "")
            text = self._input.read(min(int(length), 4096) if length.isdigit() else 0).decode("utf-8", "replace")
            raise MyodesisError(text.strip() or f"the stream was refused: {' '.join(status[1:]).strip()}")
        digest = hashlib.sha1(f"{key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11".encode()).digest()
        if headers.get("Sec-WebSocket-Accept") != base64.b64encode(digest).decode():
            raise OSError("what answers there speaks no WebSocket")

    def send(self, payload, opcode=1):
        """One message, masked as those of a client must be."""
        size, mask = len(payload), os.urandom(4)
        head = bytes([0x80 | opcode])
        if size < 126:
            head += bytes([0x80 | size])
        elif size < 1 << 16:
            head += struct.pack(">BH", 0xFE, size)
        else:
            head += struct.pack(">BQ", 0xFF, size)
        masked = np.frombuffer(payload, np.uint8) ^ np.resize(np.frombuffer(mask, np.uint8), size)
        with self._sending:
            self._socket.sendall(head + mask + masked.tobytes())

    def _exactly(self, count):
        data = self._input.read(count)
        if len(data) < count:
            raise OSError("the connection broke off")
        return data

    def receive(self):
        """The next message, text or bytes; pings are answered. OSError where the connection has ended, and why."""
        parts, kind = [], None
        while True:
            first, second = self._exactly(2)
            opcode, size = first & 15, second & 127
            if size == 126:
                (size,) = struct.unpack(">H", self._exactly(2))
            elif size == 127:
                (size,) = struct.unpack(">Q", self._exactly(8))
            starts = opcode in (1, 2)
            misplaced = (starts and parts) or (opcode == 0 and not parts) or opcode not in (0, 1, 2, 8, 9, 10)
            if first & 0x70 or second & 0x80 or misplaced or (opcode >= 8 and (size > 125 or first < 0x80)):
                raise OSError("the service broke the rules of WebSocket")
            if size + sum(map(len, parts)) > _MESSAGE_BYTES:
                raise OSError(f"a message of more than {_MESSAGE_BYTES >> 20} MB came")
            data = self._exactly(size)
            if opcode == 8:
                self.send(data[:2], 8)
                raise OSError(data[2:].decode("utf-8", "replace") or "the service closed the connection")
            if opcode == 9:
                self.send(data, 10)
            elif opcode != 10:
                kind = opcode if starts else kind
                parts.append(data)
                if first & 0x80:
                    whole = b"".join(parts)
                    return whole.decode() if kind == 1 else whole

    def close(self):
        try:
            self.send(struct.pack(">H", 1000), 8)
            self._socket.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass  # gone already
        self._hang_up()

    def _hang_up(self):
        self._input.close()
        self._socket.close()


@dataclass(frozen=True)
class Frame:
    """A piece of a stream: ``data`` is rows x columns (float32), ``index`` the absolute sample of its first column."""

    stream: str
    index: int
    data: np.ndarray
    rows: tuple
    """Name of each row, such as "E1 Biceps" or "posterior.rest"."""
    samples_per_column: int
    sample_rate_hz: float
    sent_at: float
    """Seconds since 1970, by the clock of the service."""

    def __getitem__(self, name):
        """The row of a name, or all rows of a group: ``frame["movement"]``, ``frame["posterior"]``."""
        if name in self.rows:
            return self.data[self.rows.index(name)]
        group = [row for row, full in enumerate(self.rows) if full.startswith(f"{name}.")]
        if not group:
            raise MyodesisError(f"row {name!r}: {self.stream} has none", f"It has {', '.join(self.rows)}.")
        return self.data[group]

    @property
    def times(self):
        """Seconds from the start of the session to each column."""
        return (self.index + np.arange(self.data.shape[1]) * self.samples_per_column) / self.sample_rate_hz


@dataclass(frozen=True)
class Dataset:
    """Labelled windows, as scikit-learn takes them."""

    x: np.ndarray
    """windows x channels x samples in volts; of the stream "features": windows x features."""
    y: np.ndarray
    """The movement of each window."""
    groups: np.ndarray
    """Number of the repetition that a window belongs to: leave whole repetitions out, never single windows."""
    strength: np.ndarray
    """Mean strength of the effort, a fraction of the maximal voluntary contraction."""
    index: np.ndarray
    """Absolute index of the first sample after each window."""
    rows: tuple
    sample_rate_hz: float


class Stream:
    """Frames as they come: what ``Patient.stream`` gives."""

    def __init__(self, patient, names, part, seconds, blocks):
        self._patient, self.names, self._part = patient, names, part
        self._seconds, self._blocks = seconds, blocks
        self._waiting, self._bytes, self._lost = collections.deque(), 0, 0
        self._start, self._running = None, set(names)

    def _offer(self, item):
        """From the listening thread: keep it; beyond the limit the oldest goes, and that is told."""
        self._waiting.append(item)
        self._bytes += item.data.nbytes if isinstance(item, Frame) else 0
        while self._bytes > _QUEUE_BYTES and len(self._waiting) > 1:
            self._lost += isinstance(self._pop(), Frame)

    def _pop(self):
        item = self._waiting.popleft()
        self._bytes -= item.data.nbytes if isinstance(item, Frame) else 0
        return item

    def _take(self):
        """The next frame, or what is to be warned of before it."""
        if not self._lost:
            return self._pop()
        lost, self._lost = self._lost, 0
        return f"{lost} frames lost: they come faster than they are read"

    def __iter__(self):
        return self

    def __next__(self):
        while self._running:
            item = self._patient._next(self)
            if not isinstance(item, Frame):
                warnings.warn(item, MyodesisWarning, stacklevel=2)
                continue
            self._start = item.index if self._start is None else self._start
            if self._seconds is None or item.index < self._start + self._seconds * item.sample_rate_hz:
                return item
            self._running.discard(item.stream)
        self.close()
        raise StopIteration

    def drain(self):
        """The frames that have come already, without waiting."""
        with self._patient._changed:
            items = [self._take() for _ in range(len(self._waiting) + bool(self._lost))]
        for item in items:
            if not isinstance(item, Frame):
                warnings.warn(item, MyodesisWarning, stacklevel=2)
        return [item for item in items if isinstance(item, Frame)]

    def close(self):
        self._running.clear()
        self._patient._leave(self)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


class Patient:
    """A patient of a running service: the one that everybody sees, or the session that is named.

    address   such as "http://127.0.0.1:8080", or the link that the service printed, with token and session
    token     where the service asks for one; that of a presenter, to change anything
    session   id of a session; without it, the shared one
    timeout   seconds that an answer may take
    """

    def __init__(self, address="http://127.0.0.1:8080", token=None, session=None, timeout=120.0):
        self._address = _Address(address, token, session)
        self._timeout, self._own = timeout, False
        self._changed = threading.Condition()
        self._numbers, self._answers, self._latest = itertools.count(1), {}, {}
        self._streams, self._parts, self._failure = [], {}, None
        asked = f"?session={urllib.parse.quote(self._address.session)}" if self._address.session else ""
        self._socket = _WebSocket(self._address, f"/stream{asked}", timeout)
        threading.Thread(target=self._listen, name="myodesis", daemon=True).start()
        try:
            self.wait_until_alive()
        except BaseException:
            self.close()
            raise

    @classmethod
    def private(cls, address="http://127.0.0.1:8080", preset=None, scenario=None, clock="stepped", token=None):
        """A session of your own, which ends with ``close``.

        preset    who it is, as ``npx myodesis presets`` lists them; without it, whoever the service was started with
        scenario  fields that differ, such as {"seed": 7, "limb": {"fatThicknessMm": 6}}
        clock     "stepped": time passes only while you read or ``step``, as fast as it can; "real": by the clock
        """
        where = _Address(address, token)
        body = {"clock": clock} | ({"preset": preset} if preset else {}) | ({"set": scenario} if scenario else {})
        session = where.rest("POST", "/api/sessions", body)
        try:
            patient = cls(address, token, session["id"])
        except BaseException:
            where.rest("DELETE", f"/api/sessions/{session['id']}")
            raise
        patient._own = True
        return patient

    @property
    def info(self):
        """``serverInfo``: channels, classes, movements, joints, scenario … as a dict, always the newest."""
        return self._latest["serverInfo"]

    @property
    def sample_rate_hz(self):
        return self.info["sampleRateHz"]

    @property
    def stepped(self):
        """Whether time passes only when it is told to."""
        return self.info.get("session", {}).get("clock") == "stepped"

    def latest(self, op):
        """The last message of a kind, such as "statistics" or "calibration", as a dict; None where none came."""
        return self._latest.get(op)

    def wait_until_alive(self):
        """Wait until nobody is being calibrated any more."""
        alive = self._until(lambda: self._latest.get("status", {}).get("phase") in ("running", "paused", "failed"))
        if not alive:
            raise MyodesisError(f"the patient is not alive after {self._timeout:g} s", "Give a longer timeout.")
        if self._latest["status"]["phase"] == "failed":
            raise MyodesisError(self._latest["status"]["text"], "Change the scenario, or choose another preset.")

    def request(self, op, **fields):
        """Send a request of the protocol, such as ("mark", text="electrode moved"); gives the answer as a dict."""
        number = next(self._numbers)
        try:
            text = json.dumps({"op": op, "id": number, **fields}, allow_nan=False)
        except ValueError as error:
            raise MyodesisError(f"{op}: {error}", "Send numbers that are finite.") from error
        try:
            self._socket.send(text.encode())
        except OSError as error:
            self._fail(error)
        if not self._until(lambda: number in self._answers):
            raise MyodesisError(f"{op}: no answer within {self._timeout:g} s", "Give a longer timeout.")
        answer = self._answers.pop(number)
        if answer["op"] == "error":
            raise MyodesisError.told(answer)
        return answer

    def intend(self, strengths):
        """What the person intends: {"hand-close": 0.4}, of the maximal contraction; {} is rest, None the script."""
        activations = None
        if strengths is not None:
            activations = [{"movement": name, "strength": float(s)} for name, s in strengths.items()]
        self.request("setIntent", activations=activations)

    def patch(self, scenario):
        """Change fields of the scenario in force, such as {"limb": {"fatThicknessMm": 6}}."""
        self.request("patchScenario", patch=scenario)

    def step(self, blocks=1):
        """Let so many blocks pass (20 ms each by default). Only where the clock is stepped."""
        for done in range(0, blocks, _BLOCKS_AT_ONCE):
            self.request("step", blocks=min(_BLOCKS_AT_ONCE, blocks - done))

    def stream(self, *names, seconds=None, channels=None, every=1, blocks=1):
        """Iterate over the frames of one or more streams; their names are the keys of ``info["streams"]``.

        seconds   ends after so many of the signal; without it, it goes on until you leave the loop or ``close`` it
        channels  names of those that are wanted, where not all are
        every     n: one of so many columns; of a signal, band-limited to what fewer samples can carry
        blocks    where the clock is stepped: how many pass whenever no frame is left to read
        """
        for name in names:
            if name not in self.info["streams"]:
                raise MyodesisError(f"stream {name!r}: there is none", f"There are {', '.join(self.info['streams'])}.")
        part = ({} if channels is None else {"channels": list(channels)}) | ({} if every == 1 else {"every": every})
        opened = Stream(self, names, part, seconds, blocks)
        with self._changed:
            for other in self._streams:
                if other._part != part and set(other.names) & set(names):
                    raise MyodesisError(
                        f"stream {', '.join(names)}: you read another part of it already",
                        "Close that one first, or connect once more.",
                    )
            self._streams.append(opened)
        try:
            self.request("subscribe", streams=list(names), **part)
        except BaseException:
            opened.close()
            raise
        return opened

    def dataset(self, seconds, stream="raw", window_ms=200, step_ms=50, label="movement"):
        """Windows of the signal with what was intended in them; those in which that changes are left out.

        stream    "raw", "filtered", "clean"; or "features", the decoder's own windows (then no window_ms, step_ms)
        label     "movement", what was really intended, or "cue", what was asked for
        """
        if "truth" not in self.info["streams"]:
            raise MyodesisError("dataset: of a recording no truth is known", "Use a simulated patient.")
        spans, pieces, truth = self.info["streams"][stream].get("windowSamples"), [], []
        with self.stream(stream, "truth", seconds=seconds, blocks=50) as frames:
            for frame in frames:
                (truth if frame.stream == "truth" else pieces).append(frame)
        rate = self.sample_rate_hz
        if spans:
            x = np.concatenate([frame.data.T for frame in pieces])
            index = np.concatenate([frame.index + frame.samples_per_column * np.arange(frame.data.shape[1]) for frame in pieces])
        else:
            spans = round(window_ms * rate / 1000)
            x, index = _windows(pieces, spans, max(1, round(step_ms * rate / 1000)))
        known, number, strength, groups = _labels(truth, label, index - spans, index)
        if not known.any():
            raise MyodesisError(f"dataset: no window within {seconds:g} s", "Take more seconds, or shorter windows.")
        movements = np.array([*self.info["movements"], "rest"])  # -1, rest where no movement is rest, is the last
        return Dataset(x[known], movements[number[known]], groups[known], strength[known], index[known],
                       pieces[0].rows, rate)  # fmt: skip

    def close(self):
        """Leave; a session of your own ends."""
        self._socket.close()
        if self._own:
            self._own = False
            try:
                self._address.rest("DELETE", f"/api/sessions/{urllib.parse.quote(self._address.session)}")
            except MyodesisError as error:  # never in the place of what made us leave
                warnings.warn(f"the session was not ended: {error.message}", MyodesisWarning, stacklevel=2)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def _fail(self, error):
        with self._changed:
            if not isinstance(error, MyodesisError):
                error = MyodesisError(f"the connection has ended: {error}", "Connect again; see what the service says.")
            self._failure = self._failure or error
            self._changed.notify_all()

    def _until(self, condition):
        """Whether it came true before the timeout; raises where the connection ends before."""
        with self._changed:
            came = self._changed.wait_for(lambda: condition() or self._failure, self._timeout)
            if self._failure and not condition():
                raise self._failure
            return came

    def _listen(self):
        try:
            while True:
                came = self._socket.receive()
                with self._changed:
                    if isinstance(came, str):
                        self._hear(json.loads(came))
                    else:
                        self._sort(came)
                    self._changed.notify_all()
        except Exception as error:  # whatever it was, nobody may wait for ever
            self._fail(error)

    def _hear(self, message):
        self._latest[message["op"]] = message
        if message["op"] in ("serverInfo", "subscribed") or message.get("of") in ("subscribe", "unsubscribe"):
            self._parts = message.get("streams", {}) if message["op"] != "serverInfo" else {}
        if message["op"] == "lost":
            self._warn(f"{message['frames']} frames lost from sample {message['since']:g} on: they were not read in time")
        elif message["op"] == "gap":
            self._warn(f"{message['seconds']:g} s before sample {message['index']:g} never were: {message['text']}")
        elif message.get("id") is not None:
            self._answers[message["id"]] = message
        elif message["op"] == "error":  # about something that could not be read: whoever waits, waits in vain
            self._fail(MyodesisError.told(message))

    def _warn(self, text):
        for stream in self._streams:
            stream._offer(text)

    def _sort(self, message):
        kind, _, rows, columns, index, sent = _HEADER.unpack_from(message)
        name = STREAMS[kind - 1]
        shape = self._parts.get(name) or self.info["streams"][name]
        data = np.frombuffer(message, "<f4", offset=_HEADER.size).reshape(rows, columns)
        frame = Frame(name, int(index), data, tuple(shape["rows"]), shape["samplesPerColumn"], self.sample_rate_hz,
                      sent / 1000)  # fmt: skip
        for stream in self._streams:
            if name in stream.names:
                stream._offer(frame)

    def _next(self, stream):
        """The next frame of a stream, or what is to be warned of before it."""
        for _ in range(_PATIENCE):
            with self._changed:
                while not stream._waiting and not self.stepped:
                    if self._failure:
                        raise self._failure
                    self._changed.wait(1)  # never for ever, so that Ctrl-C is heard everywhere
                if stream._waiting:
                    return stream._take()
            self.step(stream._blocks)
        raise MyodesisError(f"{_PATIENCE} steps brought no frame of {', '.join(stream.names)}")

    def _leave(self, stream):
        with self._changed:
            if stream not in self._streams:
                return
            self._streams.remove(stream)
            unused = [name for name in stream.names if not any(name in other.names for other in self._streams)]
        if unused and not self._failure:
            self.request("unsubscribe", streams=unused)


_BLOCKS_AT_ONCE = 500  # that a request may let pass
_PATIENCE = 1000


def _windows(frames, length, step):
    """Windows x rows x samples of a signal, and the index after each; none reaches over samples that are missing."""
    runs = []
    for frame in frames:
        if runs and runs[-1][0] + sum(piece.shape[1] for piece in runs[-1][1]) == frame.index:
            runs[-1][1].append(frame.data)
        else:
            runs.append((frame.index, [frame.data]))
    cut, index = [np.empty((0, len(frames[0].data), length), np.float32)], [np.empty(0, int)]
    for start, pieces in runs:
        signal = np.concatenate(pieces, axis=1)
        if signal.shape[1] >= length:
            found = np.lib.stride_tricks.sliding_window_view(signal, length, axis=1)[:, ::step]
            cut.append(found.transpose(1, 0, 2))
            index.append(start + length + step * np.arange(found.shape[1]))
    return np.concatenate(cut), np.concatenate(index)


def _labels(truth, row, begin, end):
    """Of windows from ``begin`` to ``end``: which have one label, that label, mean strength, number of the repetition."""
    span = truth[0].samples_per_column
    at = np.concatenate([frame.index + span * np.arange(frame.data.shape[1]) for frame in truth])
    label = np.concatenate([frame[row] for frame in truth]).astype(int)
    strength = np.concatenate([frame["strength"] for frame in truth])
    breaks = np.flatnonzero((np.diff(label) != 0) | (np.diff(at) != span)) + 1
    part = np.zeros(len(at), int)
    part[breaks] = 1
    part = np.cumsum(part)
    first, last = np.searchsorted(at, begin, "right") - 1, np.searchsorted(at, end - 1, "right") - 1
    known = (first >= 0) & (part[first] == part[last]) & (at[last] + span >= end)
    total = np.concatenate([[0.0], np.cumsum(strength)])
    return known, label[last], (total[last + 1] - total[first]) / (last + 1 - first), part[last]


if gymnasium:
    _Env, _Box, _Discrete = gymnasium.Env, gymnasium.spaces.Box, gymnasium.spaces.Discrete
else:

    class _Env:
        """What of ``gymnasium.Env`` this file uses, where gymnasium is not installed."""

        np_random = None

        def reset(self, *, seed=None, options=None):
            if seed is not None or self.np_random is None:
                self.np_random = np.random.default_rng(seed)

        def __enter__(self):
            return self

        def __exit__(self, *_):
            self.close()

    class _Box:
        def __init__(self, low, high, shape, dtype=np.float32):
            self.low, self.high, self.shape, self.dtype = low, high, shape, dtype
            self._random = np.random.default_rng()

        def sample(self):
            return self._random.uniform(self.low, self.high, self.shape).astype(self.dtype)

        def contains(self, x):
            return np.shape(x) == self.shape and bool(np.all((x >= self.low) & (x <= self.high)))

    class _Discrete:
        def __init__(self, n):
            self.n = n
            self._random = np.random.default_rng()

        def sample(self):
            return self._random.integers(self.n)

        def contains(self, x):
            return 0 <= int(x) < self.n


class ProsthesisEnv(_Env):
    """A patient of your own for reinforcement learners; a ``gymnasium.Env`` where gymnasium is installed.

    task "decode": the learner is the decoder. It sees the features of a window, its action is the number of a class
    (``env.classes``), and it is given 1 where that is what the person intended, else 0. ``info`` has that intention
    and what the service's own decoder made of it.

    task "posture": the learner is the person. Its action is how strongly each of ``env.movements`` is intended, 0 to
    1, of which the four strongest hold; it sees each joint, its target (both as fractions of the range) and the
    posteriors of the decoder, which stands between intention and prosthesis. Reward is minus the mean distance, and 1
    more for a posture that was held for ``dwell_s`` within ``tolerance``, which ends the episode.

    ``reset(seed)`` begins anew with a session of that seed: the same actions then bring the same bits. ``reset()``
    goes on with the same person, which costs nothing. An episode is cut off after ``episode_s`` of the signal.
    """

    metadata = {"render_modes": []}
    render_mode = None

    def __init__(self, address="http://127.0.0.1:8080", task="decode", preset=None, scenario=None, token=None,
                 step_ms=100, episode_s=20.0, tolerance=0.05, dwell_s=0.5):  # fmt: skip
        if task not in ("decode", "posture"):
            raise MyodesisError(f"task {task!r}: there is none", 'Choose "decode" or "posture".')
        self.task, self.patient = task, None
        self._made = {"address": address, "preset": preset, "token": token}
        self._scenario = scenario or {}
        self._step_ms, self._episode_s, self._tolerance, self._dwell_s = step_ms, episode_s, tolerance, dwell_s
        self._begin(None)
        info = self.patient.info
        self.classes = tuple(info["classes"])
        self.movements = tuple(name for name in self.classes if name != "rest")
        if task == "decode":
            self.observation_space = _Box(-np.inf, np.inf, (len(info["streams"]["features"]["rows"]),), np.float32)
            self.action_space = _Discrete(len(self.classes))
        else:
            size = 2 * len(info["joints"]) + len(self.classes)
            self.observation_space = _Box(0.0, 1.0, (size,), np.float32)
            self.action_space = _Box(0.0, 1.0, (len(self.movements),), np.float32)

    def _begin(self, seed):
        """A session anew; the one before ends."""
        self.close()
        scenario = self._scenario if seed is None else {**self._scenario, "seed": seed}
        self.patient = Patient.private(**self._made, scenario=scenario)
        if "decisions" not in self.patient.info["streams"]:
            raise MyodesisError("ProsthesisEnv: this patient has no decoder", "Choose a preset that calibrates one.")
        names = ("features", "decisions", "truth") if self.task == "decode" else ("decisions", "prosthesis")
        self._stream = self.patient.stream(*names)
        self._last = {}
        self._seed = self.patient.info["scenario"]["seed"]
        block_ms = 1000 / self.patient.info["streams"]["prosthesis"]["rateHz"]
        self._blocks = max(1, round(self._step_ms / block_ms))

    def reset(self, *, seed=None, options=None):
        """Begin an episode; gives (observation, info)."""
        super().reset(seed=seed)
        if seed is not None or self.patient is None:
            self._begin(seed)
        self._steps = self._held = 0
        if self.task == "posture":
            self.patient.intend({})
            self._target = self.np_random.random(len(self.patient.info["joints"]))
        self._advance()
        self._began = self._last["decisions"].index
        return self._observation(), self._info()

    def step(self, action):
        """One action; gives (observation, reward, terminated, truncated, info)."""
        if self.patient is None:
            raise MyodesisError("step: the environment is closed", "Call reset() first.")
        if self.task == "posture":
            action = np.asarray(action, np.float32)
        if not self.action_space.contains(action):
            raise MyodesisError(f"action {action!r}: is none of {self.action_space}", "See env.action_space.")
        if self.task == "decode":
            reward, terminated = float(self.classes[int(action)] == self._intended()), False
            self._advance()
        else:
            order = np.argsort(-action, kind="stable")[:4]
            self.patient.intend({self.movements[k]: float(action[k]) for k in order if action[k] > 0})
            self._advance()
            distance = np.abs(self._posture() - self._target)
            self._held = self._held + 1 if np.all(distance <= self._tolerance) else 0
            terminated = self._held * self._step_ms >= 1000 * self._dwell_s
            reward = float(terminated) - float(distance.mean())
        elapsed = self._last["decisions"].index - self._began
        truncated = elapsed >= self._episode_s * self.patient.sample_rate_hz
        return self._observation(), reward, terminated, truncated, self._info()

    def _advance(self):
        """Let time pass: to the next window of the decoder, or by one step."""
        wanted, blocks = ("features", 1) if self.task == "decode" else (None, self._blocks)
        for _ in range(_PATIENCE):
            self.patient.step(blocks)
            frames = self._stream.drain()
            self._last.update((frame.stream, frame) for frame in frames)
            come = wanted is None or any(frame.stream == wanted for frame in frames)
            if come and self._last.keys() == set(self._stream.names):
                return
        raise MyodesisError(f"{_PATIENCE} steps brought no decision of the decoder")

    def _posture(self):
        joints = self.patient.info["joints"]
        low, high = (np.array([joint[end] for joint in joints]) for end in ("min", "max"))
        return np.clip((self._last["prosthesis"]["position"][:, -1] - low) / (high - low), 0, 1)

    def _observation(self):
        if self.task == "decode":
            return self._last["features"].data[:, -1].astype(np.float32)
        seen = (self._posture(), self._target, self._last["decisions"]["posterior"][:, -1])
        return np.concatenate(seen).astype(np.float32)

    def _named(self, names, number):
        return "rest" if number < 0 else names[int(number)]

    def _intended(self):
        truth, until = self._last["truth"], self._last["features"].index
        column = np.clip((until - truth.index) // truth.samples_per_column - 1, 0, truth.data.shape[1] - 1)
        return self._named(self.patient.info["movements"], truth["movement"][column])

    def _info(self):
        decided = self._last["decisions"]["step"][-1, -1]
        info = {"index": self._last["decisions"].index, "seed": self._seed, "decided": self._named(self.classes, decided)}
        return info | ({"intended": self._intended()} if self.task == "decode" else {"held": self._held})

    def close(self):
        """End the session."""
        if self.patient is not None:
            self.patient.close()
            self.patient = None
