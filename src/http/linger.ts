import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

/** Whoever still sends has this long to notice that it has its answer. */
const LINGER_MILLISECONDS = 2_000;

/** The request that is answered on a connection. */
const answered = new WeakMap<Socket, IncomingMessage>();

/**
 * Lets an answer that ends its connection arrive though the request was not read to its end: what the other side is still
 * sending is read and no more. To close at once would reset the connection, and whoever sends before it reads, as proxies
 * do, would never see why its body was refused.
 *
 * @see RFC 9112, 9.6
 */
export function lingerOver(incoming: IncomingMessage): void {
  const { socket } = incoming;
  const isNew = !answered.has(socket);
  answered.set(socket, incoming);
  if (!isNew) return;
  const close = socket.destroySoon.bind(socket);
  let isLingering = false;
  socket.destroySoon = () => {
    const request = answered.get(socket);
    if (request === undefined || request.complete || socket.destroyed) close();
    else if (!isLingering) linger(request, close);
    isLingering = true;
  };
}

function linger(request: IncomingMessage, close: () => void): void {
  const { socket } = request;
  socket.end();
  const hangUp = setTimeout(() => socket.destroy(), LINGER_MILLISECONDS);
  socket.once('close', () => clearTimeout(hangUp));
  request.once('end', close).resume();
}
