import type { OpenFeed } from '../arrival.js';
import { openSocket, type SocketAddress } from '../udp-socket.js';
import type { Board } from './board.js';
import { BrainFlowPackages } from './packages.js';

/** What BrainFlow's streamer sends to a multicast group or to an address of this machine. */
export function brainFlow(at: SocketAddress, board: Board): OpenFeed {
  const packages = new BrainFlowPackages(board);
  return (listener, now) =>
    openSocket(
      at,
      listener,
      (bytes) => {
        const arrival = packages.read(bytes, now());
        if (arrival) listener.arrived(arrival);
        else
          listener.note(
            `datagrams were passed over: packages of ${board.name} have ${8 * board.rows} bytes; is --board right?`,
          );
      },
      now,
    );
}
