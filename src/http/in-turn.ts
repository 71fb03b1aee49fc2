import type { RequestListener, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** Far more than any client sends ahead. */
const WAITING_MAX = 64;
/** Whoever takes nothing of an answer for so long does not want it. */
export const STALLED_MILLISECONDS = 30_000;
/** Nor who has not taken all of it then: a few bytes now and then would hold it for ever. Twice that at most. */
const TAKING_MILLISECONDS = 60_000;

/** Of each connection on which an answer is owed: the requests behind it. */
const waiting = new WeakMap<Duplex, (() => void)[]>();

/**
 * Requests of one connection are taken one after the other, each when the answer before it has left: whoever sends
 * thousands ahead and reads nothing has one answer in memory, not all of them. Too many ahead end the connection.
 *
 * @see OA-HTTP-06, OA-HTTP-08
 */
export function inTurn(listener: RequestListener): RequestListener {
  return (incoming, outgoing) => {
    const { socket } = incoming;
    const begin = (): void => {
      const giveUp = whenNotTaken(outgoing, () => socket.destroy());
      outgoing.once('close', () => {
        clearInterval(giveUp);
        beginNext(socket);
      });
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

/** An answer that is still being made may take its time: it is looked at once it was made, and has gone the next time. */
function whenNotTaken(outgoing: ServerResponse, giveUp: () => void): NodeJS.Timeout {
  let wasMade = false;
  return setInterval(() => {
    if (wasMade) giveUp();
    wasMade = outgoing.writableEnded;
  }, TAKING_MILLISECONDS);
}

/**
 * Does what is due last on a connection: at once, or when the answer has left that is being made. What was sent ahead
 * is not begun any more.
 */
export function lastInTurn(socket: Duplex, work: () => void): void {
  const behind = waiting.get(socket);
  if (behind === undefined) work();
  else behind.splice(0, behind.length, work);
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
 * @see OA-HTTP-08
 */
export function endStalled(server: Server, milliseconds = STALLED_MILLISECONDS): Server {
  return server.setTimeout(milliseconds, (socket) => {
    const isWorking = waiting.has(socket) && socket.writableLength === 0;
    if (!isWorking) socket.destroy();
  });
}
