# Nearest mean as a process of its own, for: myodesis evaluate --classifier ws:8091
# Needs websockets, version 10 or later: pip install websockets, or Debian's python3-websockets.
import asyncio, json, math, sys
import websockets

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
        near = [math.exp(-math.dist(message["x"], mean)) for mean in means]
        return {"op": "posterior", "id": message["id"], "p": [value / sum(near) for value in near]}
    if message["op"] == "error":
        print(message["message"], message["hint"], file=sys.stderr)

async def main():
    # max_size: windows of many channels are longer than the 1 MB that the library takes otherwise.
    async with websockets.connect(address, subprotocols=["myodesis.classifier.v1"], max_size=None) as socket:
        async for text in socket:
            reply = answer(json.loads(text))
            if reply:
                await socket.send(json.dumps(reply))

asyncio.run(main())
