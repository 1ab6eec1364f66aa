"""A decoder that learns by reward alone: it is told whether it was right, never what would have been.

python3 reinforce.py [http://127.0.0.1:8080]
"""

import sys

import numpy as np
from myodesis import ProsthesisEnv

random = np.random.default_rng(1)
env = ProsthesisEnv(*sys.argv[1:2], task="decode", preset="transhumeral-tmr", episode_s=15)
observation, info = env.reset(seed=7)
mean, spread = np.zeros(len(observation)), np.ones(len(observation))
weights = np.zeros((len(env.classes), len(observation) + 1))
seen = 0

for episode in range(12):
    rewards, decoder, truncated = [], [], False
    while not truncated:
        seen += 1  # standardise by what was seen so far
        mean += (observation - mean) / seen
        spread += ((observation - mean) ** 2 - spread) / seen
        x = np.append((observation - mean) / np.sqrt(spread + 1e-12), 1.0)
        scores = np.exp(weights @ x - np.max(weights @ x))
        policy = scores / scores.sum()
        action = random.choice(len(policy), p=policy)
        decoder.append(info["decided"] == info["intended"])
        observation, reward, terminated, truncated, info = env.step(action)
        # REINFORCE of one step, a contextual bandit: the gradient of log policy times reward over what luck gives
        gradient = -policy[:, None] * x
        gradient[action] += x
        weights += 0.1 * (reward - 1 / len(policy)) * gradient
        rewards.append(reward)
    print(f"episode {episode}: {100 * np.mean(rewards):.0f} % right; the decoder {100 * np.mean(decoder):.0f} %")
    observation, info = env.reset()
env.close()
