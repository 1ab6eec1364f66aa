"""myodesis.py with the patient that everybody sees: MYODESIS=http://127.0.0.1:8080 python3 -m unittest live_test."""

import os
import time
import unittest

import numpy as np
from myodesis import MyodesisError, Patient

ADDRESS = os.environ["MYODESIS"]


class Shared(unittest.TestCase):
    def setUp(self):
        self.patient = Patient(ADDRESS)
        self.addCleanup(self.patient.close)

    def test_says_who_it_is(self):
        self.assertEqual(self.patient.info["scenario"]["preset"], "transhumeral-tmr")
        self.assertEqual(self.patient.sample_rate_hz, 2000)
        self.assertFalse(self.patient.stepped)
        self.assertEqual(self.patient.latest("status")["phase"], "running")
        self.assertIsNone(self.patient.latest("pong"))

    def test_streams_without_a_hole_as_long_as_asked(self):
        frames = list(self.patient.stream("raw", "decisions", "truth", seconds=1))
        self.assertEqual({frame.stream for frame in frames}, {"raw", "decisions", "truth"})
        raw = [frame for frame in frames if frame.stream == "raw"]
        self.assertEqual(raw[0].rows, tuple(self.patient.info["channels"]))
        self.assertEqual(raw[0].data.dtype, np.float32)
        index = raw[0].index
        for frame in raw:
            self.assertEqual(frame.index, index)
            self.assertEqual(len(frame.times), frame.data.shape[1])
            index += frame.data.shape[1]
        self.assertGreaterEqual(index - raw[0].index, 2000)
        decided = next(frame for frame in frames if frame.stream == "decisions")
        self.assertEqual(decided["posterior"].shape, (len(self.patient.info["classes"]), 1))
        self.assertAlmostEqual(decided["posterior"].sum(), 1, places=4)
        np.testing.assert_array_equal(decided["posterior.rest"], decided["posterior"][list(decided.rows).index("posterior.rest")])
        with self.assertRaisesRegex(MyodesisError, "row 'posteriors': decisions has none\n.*posterior.rest"):
            decided["posteriors"]

    def test_streams_in_part(self):
        names = self.patient.info["channels"]
        with self.patient.stream("raw", "truth", channels=[names[5], names[1]], every=4, seconds=0.5) as stream:
            frames = list(stream)
            raw = [frame for frame in frames if frame.stream == "raw"]
            self.assertEqual({frame.rows for frame in raw}, {(names[1], names[5])})
            self.assertEqual({frame.samples_per_column for frame in raw}, {4})
            self.assertTrue(all(a.index + 4 * a.data.shape[1] == b.index for a, b in zip(raw, raw[1:])))
            self.assertAlmostEqual(raw[1].times[0] - raw[0].times[-1], 4 / 2000)
            self.assertEqual({frame.samples_per_column for frame in frames if frame.stream == "truth"}, {80})
        with self.patient.stream("raw", every=2) as half:
            next(half)
            with self.assertRaisesRegex(MyodesisError, "another part of it already\n  hint: Close"):
                self.patient.stream("raw")
        self.assertEqual(next(self.patient.stream("raw")).rows, tuple(names))
        with self.assertRaisesRegex(MyodesisError, "no channel \"E99\"\n  hint: Name some of E1"):
            self.patient.stream("filtered", channels=["E99"])

    def test_streams_that_were_left_cost_nothing(self):
        with self.patient.stream("raw") as one, self.patient.stream("raw", "truth") as other:
            next(one)
            one.close()
            next(other)
            self.assertEqual(self.patient.request("subscribe", streams=[])["text"], "raw, truth")
        self.assertEqual(self.patient.request("subscribe", streams=[])["text"], "")
        self.assertEqual(list(one), [])

    def test_intends_and_gives_back(self):
        def intended(who, seconds=10):
            end = time.monotonic() + seconds
            while time.monotonic() < end:
                if self.patient.latest("intent")["who"] == who:
                    return self.patient.latest("intent")["activations"]
                time.sleep(0.02)
            raise AssertionError(f"{who} never intended anything")

        self.patient.intend({"hand-close": 0.4, "elbow-flexion": 0.2})
        self.assertEqual(intended("person"), [
            {"movement": "hand-close", "strength": 0.4}, {"movement": "elbow-flexion", "strength": 0.2},
        ])  # fmt: skip
        self.patient.intend({})
        self.assertEqual(intended("person"), [])
        self.patient.intend(None)
        intended("script")
        with Patient(ADDRESS) as other:
            other.intend({"hand-open": 0.3})
            intended("person")
        intended("script")  # who intended has gone

    def test_refusals_come_with_hints(self):
        for ask, told in (
            (lambda: self.patient.intend({"hand-close": 7}), "strength is not valid, got 7\n  hint: .*within \\[0, 1\\]"),
            (lambda: self.patient.intend({"hand-close": float("nan")}), "hint: Send numbers that are finite"),
            (lambda: self.patient.stream("emg"), "stream 'emg': there is none\n  hint: There are raw, "),
            (lambda: self.patient.request("dance"), "unknown op \"dance\"\n  hint: Ops: subscribe"),
            (lambda: self.patient.step(), "clock\n  hint: .*stepped"),
            (lambda: self.patient.patch({"limb": {"fatThicknessMm": -1}}), "fatThicknessMm.*\n  hint: "),
            (lambda: Patient(ADDRESS + "/elsewhere"), "No stream at /elsewhere/stream. Connect to /stream."),
            (lambda: Patient("http://127.0.0.1:1"), "no service at .*\n  hint: Start one with \"npx myodesis serve\""),
        ):  # fmt: skip
            with self.assertRaisesRegex(MyodesisError, told):
                ask()
        self.patient.request("ping")  # and nothing of it ended the connection

    def test_changes_the_scenario(self):
        self.patient.patch({"disturbances": {"noiseUv": 6}})
        fat = self.patient.info["scenario"]["disturbances"]
        self.assertIn("noiseUv", fat)


if __name__ == "__main__":
    unittest.main()
