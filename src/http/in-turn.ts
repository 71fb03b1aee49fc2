import type { RequestListener, Server } from 'node:http';
import type { Socket } from 'node:net';

/** Far more than any client sends ahead. */
const WAITING_MAX = 64;
/** Whoever takes nothing of an answer for so long does not want it. */
export const STALLED_MILLISECONDS = 30_000;

/** Of each connection on which an answer is owed: the requests behind it. */
const waiting = new WeakMap<Socket, (() => void)[]>();

/**
 * Requests of one connection are taken one after the other, each when the answer before it has left: whoever sends
 * thousands ahead and reads nothing has one answer in memory, not all of them. Too many ahead end the connection.
 *
 * @see OA-HTTP-05
 */
export function inTurn(listener: RequestListener): RequestListener {
  return (incoming, outgoing) => {
    const { socket } = incoming;
    const begin = (): void => {
      outgoing.once('close', () => beginNext(socket));
      listener(incoming, outgoing);
    };
    const behind = waiting.get(socket);
    if (behind === undefined) {
      waiting.set(socket, []);
      begin();
    } else if (behind.length < WAITING_MAX) {
      behind.push(begin);
    } else {
      socket.destroy();
    }
  };
}

/** A connection that ends with the answer before does nothing for what is behind it. */
function beginNext(socket: Socket): void {
  const next = socket.destroyed || socket.writableEnded ? undefined : waiting.get(socket)?.shift();
  if (next === undefined) waiting.delete(socket);
  else next();
}

/**
 * Ends a connection that stands still while an answer waits to be taken, and one on which nothing is asked. An answer
 * that is still being made may take its time.
 *
 * @see OA-HTTP-05
 */
export function endStalled(server: Server, milliseconds = STALLED_MILLISECONDS): Server {
  return server.setTimeout(milliseconds, (socket) => {
    const isWorking = waiting.has(socket) && socket.writableLength === 0;
    if (!isWorking) socket.destroy();
  });
}
