import type { Socket } from 'node:net';
import { callerAddress } from './caller-address.ts';

/** How many connections a server holds at once. */
export interface ConnectionBounds {
  readonly inAll: number;
  /** From one network address. Behind proxies all are theirs: there it is infinite. */
  readonly perAddress: number;
}

export const CONNECTION_BOUNDS: ConnectionBounds = { inAll: 4_096, perAddress: 1_024 };

/** So many more are listened to, for one request each: whoever sent it is told, and probes are answered. */
const BEYOND_MAX = 64;
/** That takes no longer. */
const BEYOND_MILLISECONDS = 10_000;

/** The connections that are open, and those beyond the bounds. */
export interface Connections {
  /** Counts one that was opened until it ends; ends it at once where too many are beyond the bounds already. */
  open(socket: Socket): void;
  isBeyond(socket: Socket): boolean;
}

/**
 * Whoever opens connections and asks nothing on them takes no more than their share of what a server can hold.
 *
 * @param bounds asked for each connection
 * @see OA-HTTP-07
 */
export function countConnections(bounds: () => ConnectionBounds): Connections {
  const byAddress = new Map<string, number>();
  const beyond = new Set<Socket>();
  let inAll = 0;

  function hold(socket: Socket, address: string): void {
    inAll += 1;
    byAddress.set(address, (byAddress.get(address) ?? 0) + 1);
    socket.once('close', () => {
      inAll -= 1;
      const left = (byAddress.get(address) ?? 0) - 1;
      if (left > 0) byAddress.set(address, left);
      else byAddress.delete(address);
    });
  }

  function tell(socket: Socket): void {
    beyond.add(socket);
    const hangUp = setTimeout(() => socket.destroy(), BEYOND_MILLISECONDS);
    socket.once('close', () => {
      clearTimeout(hangUp);
      beyond.delete(socket);
    });
  }

  return {
    open(socket) {
      const { inAll: mostInAll, perAddress } = bounds();
      const address = callerAddress(socket.remoteAddress, null, 0);
      if (inAll < mostInAll && (byAddress.get(address) ?? 0) < perAddress) hold(socket, address);
      else if (beyond.size < BEYOND_MAX) tell(socket);
      else socket.destroy();
    },
    isBeyond: (socket) => beyond.has(socket),
  };
}
