# Nearest mean as a process of its own (pip install websockets), for: myodesis evaluate --classifier ws:8091
import json, math, sys
from websockets.sync.client import connect

address = sys.argv[1] if len(sys.argv) > 1 else "ws://127.0.0.1:8091/classifier"
classes, rows, means = [], {}, []

def answer(message):
    global classes, rows, means
    if message["op"] == "hello":
        classes = message["classes"]
        rows = {label: [] for label in classes}
        return {"op": "ready", "name": "nearest mean", "input": "features", "fit": True}
    if message["op"] == "fit":
        for row, label in zip(message["x"], message["labels"]):
            rows[label].append(row)
        if message["last"]:
            means = [[sum(c) / len(c) for c in zip(*rows[label])] for label in classes]
            return {"op": "fitted", "id": message["id"]}
    if message["op"] == "classify":
        p = [math.exp(-math.dist(message["x"], mean)) for mean in means]
        return {"op": "posterior", "id": message["id"], "p": p}
    if message["op"] == "error":
        print(message["message"], message["hint"], file=sys.stderr)

with connect(address, subprotocols=["myodesis.classifier.v1"]) as socket:
    for text in socket:
        reply = answer(json.loads(text))
        if reply:
            socket.send(json.dumps(reply))
