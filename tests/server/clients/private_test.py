"""myodesis.py with sessions of its own: MYODESIS=http://127.0.0.1:8080 python3 -m unittest private_test."""

import os
import unittest

import numpy as np
from myodesis import MyodesisError, Patient, ProsthesisEnv

ADDRESS = os.environ["MYODESIS"]
PRESET = "transhumeral-tmr"


def bits(patient, seconds):
    frames = list(patient.stream("raw", seconds=seconds))
    return frames[0].index, np.hstack([frame.data for frame in frames])


class Private(unittest.TestCase):
    def test_time_passes_when_told_and_the_same_seed_brings_the_same_bits(self):
        signals = []
        for blocks in (1, 7):
            with Patient.private(ADDRESS, PRESET, {"seed": 7}) as patient:
                self.assertTrue(patient.stepped)
                self.assertEqual(patient.info["scenario"]["seed"], 7)
                with patient.stream("raw") as stream:
                    patient.step(25)
                    first = stream.drain()
                    self.assertEqual([frame.index for frame in first], [40 * n for n in range(25)])
                    self.assertEqual(stream.drain(), [])
                rest = np.hstack([frame.data for frame in patient.stream("raw", seconds=0.98, blocks=blocks)])
                self.assertEqual(rest.shape[1], 49 * 40)
                signals.append(np.hstack([*(frame.data for frame in first), rest]))
                session = patient.info["session"]["id"]
            with self.assertRaisesRegex(MyodesisError, "no such session"):
                Patient(ADDRESS, session=session)
        np.testing.assert_array_equal(*signals)
        self.assertGreater(np.abs(signals[0]).max(), 0)

    def test_labelled_windows_for_learners(self):
        with Patient.private(ADDRESS, PRESET) as patient:
            data = patient.dataset(seconds=40, stream="filtered", window_ms=200, step_ms=50)
            features = patient.dataset(seconds=10, stream="features")
            with self.assertRaisesRegex(MyodesisError, "no window within 0.1 s\n  hint: Take more seconds"):
                patient.dataset(seconds=0.1)
            classes = set(patient.info["classes"])
        self.assertEqual(data.x.shape, (len(data.y), len(data.rows), 400))
        self.assertLessEqual(set(data.y), classes)
        self.assertGreater(len(set(data.y)), 3)
        for group in set(data.groups):
            self.assertEqual(len(set(data.y[data.groups == group])), 1)
        loud = np.abs(data.x).mean(axis=(1, 2))
        self.assertGreater(np.median(loud[data.y != "rest"]), 2 * np.median(loud[data.y == "rest"]))
        self.assertGreater(data.strength[data.y != "rest"].mean(), 0.1)
        self.assertEqual(features.x.shape, (len(features.y), len(features.rows)))

    def test_refusals(self):
        for wanted, told in (
            ({"preset": "nobody"}, "nobody"),
            ({"scenario": {"limb": {"fatThicknessMm": -1}}}, "fatThicknessMm"),
            ({"clock": "sundial"}, "clock"),
        ):
            with self.assertRaisesRegex(MyodesisError, f"{told}(.|\n)*hint: "):
                Patient.private(ADDRESS, **wanted)
        with self.assertRaisesRegex(MyodesisError, "task 'win': there is none\n  hint: Choose"):
            ProsthesisEnv(ADDRESS, task="win")


class Learning(unittest.TestCase):
    def test_a_learner_that_decodes(self):
        def episode(env, seed=None):
            observation, info = env.reset(seed=seed)
            trace, rewards, truncated = [observation], [], False
            while not truncated:
                action = env.classes.index(info["decided"])  # as the decoder of the service decides
                right = float(info["decided"] == info["intended"])
                observation, reward, terminated, truncated, info = env.step(action)
                self.assertEqual((reward, terminated), (right, False))
                self.assertTrue(env.observation_space.contains(observation))
                trace.append(observation)
                rewards.append(reward)
            return np.array(trace), np.mean(rewards), info["seed"]

        with ProsthesisEnv(ADDRESS, preset=PRESET, episode_s=6) as env:
            self.assertEqual(env.action_space.n, 7)
            first, right, seed = episode(env, seed=3)
            self.assertEqual(seed, 3)
            self.assertEqual(len(first), 1 + 6 * 20)
            self.assertGreater(right, 0.5)
            other, _, _ = episode(env)
            self.assertFalse(np.array_equal(first, other))
            again, _, _ = episode(env, seed=3)
            np.testing.assert_array_equal(first, again)
            with self.assertRaisesRegex(MyodesisError, "action 99"):
                env.step(99)

    def test_a_learner_that_intends(self):
        with ProsthesisEnv(ADDRESS, "posture", PRESET, episode_s=40, tolerance=0.1) as env:
            joints = len(env.patient.info["joints"])
            moves = [("hand-open", "hand-close"), ("wrist-supination", "wrist-pronation"), ("elbow-extension", "elbow-flexion")]
            observation, _ = env.reset(seed=5)
            begin = np.abs(observation[:joints] - observation[joints : 2 * joints]).mean()
            terminated = truncated = False
            while not (terminated or truncated):  # whoever sees what is missing intends it, the largest error first
                missing = observation[joints : 2 * joints] - observation[:joints]
                joint = int(np.argmax(np.abs(missing)))
                action = np.zeros(len(env.movements), np.float32)
                if abs(missing[joint]) > 0.07:
                    action[env.movements.index(moves[joint][int(missing[joint] > 0)])] = 0.4
                observation, reward, terminated, truncated, info = env.step(action)
                self.assertTrue(env.observation_space.contains(observation))
            distance = np.abs(observation[:joints] - observation[joints : 2 * joints]).mean()
            self.assertLess(distance, 0.6 * begin)
            self.assertAlmostEqual(reward, float(terminated) - distance, places=4)

    def test_gymnasium_agrees(self):
        import gymnasium
        from gymnasium.utils.env_checker import check_env

        for task in ("decode", "posture"):
            env = ProsthesisEnv(ADDRESS, task, PRESET, episode_s=2)
            self.assertIsInstance(env, gymnasium.Env)
            check_env(env, skip_render_check=True)


if __name__ == "__main__":
    unittest.main()
