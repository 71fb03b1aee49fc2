import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { ActError } from '../protocol/errors/index.ts';
import { createExchange, createHttpClient, whyUnreachable } from './index.ts';

const PATIENT = { timeoutMilliseconds: 60_000 };

let server: Server | undefined;
afterEach(() => {
  server?.close();
});

async function listening(started: Server): Promise<string> {
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${(started.address() as AddressInfo).port}`;
}

/** Says this to whoever says anything. */
const saying = (bytes: string): Server =>
  createServer((socket) => {
    socket.on('error', () => undefined).once('data', () => socket.end(bytes, 'latin1'));
  });

/** What both clients make of the address; they have to agree. */
async function refusalOf(address: string): Promise<ActError> {
  const client = createHttpClient(() => true);
  const way = createExchange(() => true);
  try {
    const body = new Uint8Array();
    const one = await client.get(address, PATIENT).catch((error: unknown) => error);
    const other = await way
      .exchange({ url: address, method: 'GET', headers: {}, body, ...PATIENT })
      .catch((error: unknown) => error);
    const { code, evidence } = one as ActError;
    expect(other).toMatchObject({ code, evidence });
    return one as ActError;
  } finally {
    await client.close();
    await way.close();
  }
}

describe('OA-NET-02 whoever does not answer', () => {
  test('speaks no TLS, and the address says https', async () => {
    const refusal = await refusalOf(`https://${await listening(createHttpServer())}/there`);
    expect(refusal).toMatchObject({ code: 'peer_unreachable', evidence: { rule: 'speaks_no_tls' } });
    expect(whyUnreachable(refusal)).toContain('speaks no TLS');
  });

  test('speaks TLS, and the address says http', async () => {
    const alert = '\u0015\u0003\u0003\u0000\u0002\u0002\u0046';
    const refusal = await refusalOf(`http://${await listening(saying(alert))}/there`);
    expect(refusal).toMatchObject({ code: 'peer_unreachable', evidence: { rule: 'speaks_tls' } });
    expect(whyUnreachable(refusal)).toContain('speaks TLS');
  });

  test.each([
    ['only ends the connection', ''],
    ['speaks neither HTTP nor TLS', 'SSH-2.0-OpenSSH_9.6\r\n'],
  ])('%s: nothing is guessed', async (_, bytes) => {
    const address = `http://${await listening(saying(bytes))}`;
    const refusal = await refusalOf(address);
    expect(refusal).toMatchObject({ code: 'peer_unreachable', evidence: { origin: address } });
    expect(Object.keys(refusal.evidence)).toEqual(['origin']);
    expect(whyUnreachable(refusal) ?? '').not.toContain('TLS');
  });

  test('is not there: the log is told what the system calls it', async () => {
    const address = `http://${await listening(createHttpServer())}`;
    await new Promise((closed) => server?.close(closed));
    expect(whyUnreachable(await refusalOf(address))).toBe('ECONNREFUSED');
  });
});
