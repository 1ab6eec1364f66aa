"""What myodesis.py does with services that break rules, break off or are slow: python3 -m unittest rules_test."""

import unittest
import warnings

import numpy as np
from fake_service import ALIVE, FakeService, piece, raw, say
from myodesis import MyodesisError, MyodesisWarning, Patient


def refused(first=ALIVE, **options):
    """The error of one who connects and reads."""
    service = FakeService(first, **options)
    try:
        with Patient(service.address, timeout=5) as patient:
            for _ in patient.stream("raw"):
                pass
    except MyodesisError as error:
        return error
    raise AssertionError("nothing was refused")


class Rules(unittest.TestCase):
    def test_token_and_session_go_with_the_handshake(self):
        for address, options in (("/?token=abc&session=s1", {}), ("", {"token": "abc", "session": "s1"})):
            service = FakeService()
            Patient(service.address + address, **options).close()
            self.assertIn(b"GET /stream?session=s1 HTTP/1.1\r\n", service.request)
            self.assertIn(b"\r\nAuthorization: Bearer abc\r\n", service.request)
            self.assertIn(b"\r\nSec-WebSocket-Protocol: myodesis.v1\r\n", service.request)

    def test_addresses_that_are_none(self):
        for address in ("ftp://x", "http://", "http://127.0.0.1:99999", "http://127.0.0.1:x", "http://127.0.0.1:0"):
            with self.assertRaisesRegex(MyodesisError, "not understood.*\n.*http://127.0.0.1:8080"):
                Patient(address)

    def test_refusals_are_told_in_the_words_of_the_service(self):
        text = b"No session of that name. List them with GET /api/sessions.\n"
        answer = b"HTTP/1.1 404 Not Found\r\nContent-Length: %d\r\n\r\n%s" % (len(text), text)
        self.assertEqual(str(refused(handshake=answer)), text.decode().strip())
        self.assertIn("403 Forbidden", str(refused(handshake=b"HTTP/1.1 403 Forbidden\r\n\r\n")))

    def test_what_speaks_something_else(self):
        self.assertIn("no HTTP", str(refused(handshake=b"SSH-2.0-OpenSSH\r\n")))
        wrong = b"HTTP/1.1 101 Switching Protocols\r\nSec-WebSocket-Accept: AAAA\r\n\r\n"
        self.assertIn("no WebSocket", str(refused(handshake=wrong)))

    def test_pieces_are_joined_and_pings_answered_among_them(self):
        whole = raw(40, 2, 3)[2:]
        service = FakeService(answer=lambda request: (
            FakeService.agree(request) + piece(whole[:9], 2, last=False) + piece(b"there?", 9)
            + piece(b"", 0, last=False) + piece(whole[9:], 0) + raw(43, 2, 20_000)
        ))  # fmt: skip
        with Patient(service.address) as patient:
            stream = patient.stream("raw")
            frame, large = next(stream), next(stream)
            self.assertEqual((frame.index, frame.data.shape, frame.rows), (40, (2, 3), ("A", "B")))
            self.assertEqual((large.index, large.data.shape, large.data.dtype), (43, (2, 20_000), np.float32))
            patient.request("mark", text="heard after the answer to the ping")
            self.assertIn((10, b"there?"), service.controls)
            np.testing.assert_allclose(frame.times, [0.040, 0.041, 0.042])

    def test_broken_rules_end_the_connection(self):
        for wrong in (
            piece(b"{}", mask=True), piece(b"{}", 3), piece(b"{}", 0), piece(b"x" * 126, 9), piece(b"", 9, last=False),
            piece(b"{", last=False) + piece(b"}"), bytes([0xC1, 0]),
        ):  # fmt: skip
            self.assertIn("broke the rules", str(refused(ALIVE + wrong)))
        self.assertIn("256 MB", str(refused(ALIVE + bytes([0x82, 127]) + (1 << 40).to_bytes(8, "big"))))

    def test_what_is_not_understood_ends_it_too(self):
        for wrong in (piece(b"not JSON"), raw(0, 2, 3, kind=99), raw(0, 2, 3)[:-4], piece(b"\xff\xfe"), say([])):
            self.assertIn("the connection has ended", str(refused(ALIVE + wrong + piece(b"", 8))))

    def test_reasons_of_an_end_are_told(self):
        self.assertIn("the service stops", str(refused(ALIVE + piece(b"\x03\xe9the service stops", 8))))
        with self.assertRaisesRegex(MyodesisError, "broke off"):

            def hang_up(_):
                raise ConnectionError

            raise refused(ALIVE + piece(b"cut", 2)[:3], answer=hang_up)

    def test_an_error_without_an_id_ends_every_wait(self):
        told = {"op": "error", "code": "protocol", "message": "messages: too many", "hint": "Send fewer."}
        self.assertIn("Send fewer.", str(refused(answer=lambda _: say(told))))

    def test_no_wait_is_for_ever(self):
        with Patient(FakeService(answer=lambda _: b"").address, timeout=0.2) as patient:
            with self.assertRaisesRegex(MyodesisError, "ping: no answer within 0.2 s"):
                patient.request("ping")
        calibrating = say({"op": "status", "phase": "calibrating", "text": ""})
        with self.assertRaisesRegex(MyodesisError, "not alive"):
            Patient(FakeService(ALIVE.split(b"\x81")[0] + say({"op": "serverInfo"}) + calibrating).address, timeout=0.2)
        failed = say({"op": "serverInfo"}) + say({"op": "status", "phase": "failed", "text": "no muscle is left"})
        self.assertIn("no muscle is left", str(refused(failed)))

    def test_losses_and_gaps_are_warnings_and_jumps(self):
        lost = say({"op": "lost", "frames": 2, "bytes": 9, "since": 10})
        gap = say({"op": "gap", "index": 200, "samples": 100, "seconds": 0.1, "text": "the process was stopped"})
        frames = raw(0, 2, 10) + lost + raw(30, 2, 10) + gap + raw(200, 2, 10)
        with Patient(FakeService(answer=lambda request: FakeService.agree(request) + frames).address) as patient:
            stream = patient.stream("raw")
            self.assertEqual(next(stream).index, 0)
            with self.assertWarnsRegex(MyodesisWarning, "2 frames lost from sample 10 on"):
                self.assertEqual(next(stream).index, 30)
            with self.assertWarnsRegex(MyodesisWarning, "0.1 s before sample 200 never were: the process was stopped"):
                self.assertEqual(next(stream).index, 200)

    def test_a_session_that_cannot_be_ended_hides_no_other_error(self):
        patient = Patient(FakeService().address + "/?session=s1")
        patient._own = True
        with self.assertWarnsRegex(MyodesisWarning, "the session was not ended: no service at"):
            with self.assertRaises(KeyError):
                with patient:
                    raise KeyError

    def test_no_window_reaches_over_a_gap(self):
        def answer(request):
            if request["op"] != "subscribe":
                return FakeService.agree(request)
            truth = b"".join(
                piece(b"\x08\x01" + np.array([3, 0], "<u2").tobytes()[:2] + np.array([1], "<u4").tobytes()
                      + np.array([start, 0], "<f8").tobytes() + np.array([start >= 500, 0.5, 0], "<f4").tobytes(), 2)
                for start in range(0, 1000, 10)
            )  # fmt: skip
            signal = b"".join(raw(start, 2, 10) for start in range(0, 1000, 10) if not 300 <= start < 320)
            end = raw(1000, 2, 10) + raw(1000, 3, 1, kind=8)
            return FakeService.agree(request) + truth + signal + end

        with Patient(FakeService(answer=answer).address) as patient:
            data = patient.dataset(seconds=1, window_ms=100, step_ms=10)
        self.assertEqual(data.x.shape[1:], (2, 100))
        spans = [(end - 100, end) for end in data.index]
        self.assertTrue(all(to <= 300 or since >= 320 for since, to in spans))
        self.assertTrue(all(to <= 500 or since >= 500 for since, to in spans))
        self.assertEqual(list(data.y), ["rest" if to <= 500 else "hand-close" for _, to in spans])
        self.assertEqual(len(data.y), 21 + 9 + 41)
        self.assertEqual(sorted(set(data.groups)), [0, 1])

    def test_who_does_not_read_loses_the_oldest_and_is_told(self):
        many = b"".join(raw(n * 100_000, 2, 100_000) for n in range(120))  # 96 MB

        def answer(request):
            return (many if request["op"] == "subscribe" else b"") + FakeService.agree(request)

        with Patient(FakeService(answer=answer).address) as patient, warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("ignore")
            warnings.simplefilter("always", MyodesisWarning)
            frames = patient.stream("raw").drain()
        self.assertRegex(str(told[0].message), r"^\d+ frames lost: they come faster than they are read$")
        self.assertEqual(len(frames) + int(str(told[0].message).split()[0]), 120)
        self.assertEqual(frames[-1].index, 119 * 100_000)
        self.assertLess(sum(frame.data.nbytes for frame in frames), 65 << 20)


if __name__ == "__main__":
    unittest.main()
