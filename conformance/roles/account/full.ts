import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import { type Caller, callRaw, must, mustRefuse, mustSucceed } from '../../live/http.ts';
import { headOf, type Readable } from '../../live/unreadable.ts';
import { type Notes, NotRun, SubjectFault } from '../../run/case.ts';
import type { Control } from './control.ts';

export const FULL = {
  requirement: 'OA-HTTP-07',
  slug: 'http-connections-full',
  title: 'A good request on a connection more than the server may hold; probes are answered meanwhile.',
} as const;

const ONE = 1;
const PROBE = { method: 'GET', path: '/livez', body: '' };

/** A connection that asks for what is long in coming: nothing but its beginning is sent. */
async function begun({ base, patience }: Caller): Promise<Socket> {
  const { protocol, hostname, port, host, pathname } = new URL(`${base}${PROBE.path}`);
  const isSecure = protocol === 'https:';
  const at = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || (isSecure ? 443 : 80)) };
  const socket = isSecure ? connectSecurely({ ...at, servername: at.host }) : connect(at);
  const late = setTimeout(() => socket.destroy(new Error('late')), patience);
  try {
    await once(socket, isSecure ? 'secureConnect' : 'connect');
  } catch {
    throw new SubjectFault(`No connection within ${patience} ms.`);
  } finally {
    clearTimeout(late);
  }
  socket.on('error', () => undefined);
  socket.resume();
  socket.write(`GET ${pathname} HTTP/1.1\r\nHost: ${host}\r\n`);
  return socket;
}

const bytesOf = (base: string, good: Readable): string => [...headOf(base, good), '', good.body].join('\r\n');

/**
 * While the subject may hold one connection, and that one is held: a good request on another is refused as such, and a
 * probe is answered. What became of the request, the case asks.
 *
 * @throws NotRun without the feature; SubjectFault
 */
export async function mustBeFull(
  caller: Caller,
  control: Control,
  good: Readable,
  notes: Notes,
): Promise<void> {
  const { base, patience } = caller;
  await control.narrowed(ONE, notes, async () => {
    const held = await begun(caller);
    try {
      mustSucceed(await callRaw(base, bytesOf(base, PROBE), patience, notes), 200);
      const refused = await callRaw(base, bytesOf(base, good), patience, notes);
      if (refused.status < 400 && held.closed)
        throw new NotRun('The subject had ended the other connection before it answered.');
      mustRefuse(refused, 'connections_exceeded', 503);
      must(refused.headers.has('retry-after'), 'It is not said when to come again.');
    } finally {
      held.destroy();
    }
  });
}
