import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import { type Caller, callRaw, must, mustRefuse, mustSucceed } from '../../live/http.ts';
import { headOf, type Readable } from '../../live/unreadable.ts';
import { type Notes, NotRun, SubjectFault } from '../../run/case.ts';
import type { Control } from './control.ts';

/** A bound on the connections that a server holds. */
export interface Bound {
  readonly slug: string;
  readonly title: string;
  readonly isOfAddress: boolean;
}

export const FULL: { readonly requirement: string; readonly bounds: readonly Bound[] } = {
  requirement: 'OA-HTTP-07',
  bounds: [
    {
      slug: 'http-connections-full',
      title: 'A good request on a connection more than the server may hold; probes are answered meanwhile.',
      isOfAddress: false,
    },
    {
      slug: 'http-connections-of-one-address',
      title:
        'A good request on a connection more than one network address may have; probes are answered meanwhile, and so is another address.',
      isOfAddress: true,
    },
  ],
};

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

/** This machine from itself, where it has more than one address there. */
const ELSEWHERE = '127.0.0.2';

/** Who stands at another address of this machine is held and answered. Elsewhere the suite has one address alone. */
async function mustAnswerElsewhere({ base, patience }: Caller, good: Readable, notes: Notes): Promise<void> {
  if (!new URL(base).hostname.startsWith('127.') || !(await canCallFrom(ELSEWHERE))) return;
  // What it asks has no sense, so that nothing comes of it: it is judged, and that is all.
  const senseless = bytesOf(base, { ...good, body: '{}' });
  const answer = await callRaw(base, senseless, patience, notes, ELSEWHERE);
  must(answer.body?.code !== 'connections_exceeded', 'Another address is refused for what this one holds.');
}

/** Whether this machine has the address. */
async function canCallFrom(address: string): Promise<boolean> {
  const server = createServer().listen(0, address);
  return once(server, 'listening').then(
    () => new Promise((resolve) => server.close(() => resolve(true))),
    () => false,
  );
}

/**
 * While the subject may hold one connection, and that one is held: a good request on another is refused as such, and a
 * probe is answered. What became of the request, the case asks.
 *
 * @throws NotRun without the feature; SubjectFault
 */
export async function mustBeFull(
  caller: Caller,
  control: Control,
  { isOfAddress }: Bound,
  good: Readable,
  notes: Notes,
): Promise<void> {
  const { base, patience } = caller;
  await control.narrowed({ open: ONE, from_one_address: isOfAddress }, notes, async () => {
    const held = await begun(caller);
    try {
      mustSucceed(await callRaw(base, bytesOf(base, PROBE), patience, notes), 200);
      const refused = await callRaw(base, bytesOf(base, good), patience, notes);
      if (refused.status < 400 && held.closed)
        throw new NotRun('The subject had ended the other connection before it answered.');
      mustRefuse(refused, 'connections_exceeded', 503);
      must(refused.headers.has('retry-after'), 'It is not said when to come again.');
      if (isOfAddress) await mustAnswerElsewhere(caller, good, notes);
    } finally {
      held.destroy();
    }
  });
}
