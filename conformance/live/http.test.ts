import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { certificate } from '../forge/certificate.ts';
import { PROBLEM } from '../roles/testing/dead-server.ts';
import { conformanceCommand } from '../run/command.ts';
import { type Answer, Caller, callRaw, mustRefuse, mustSucceed } from './http.ts';

const PATIENCE_MILLISECONDS = 120_000;
const SLOW = { timeout: 600_000 };
const PART = Buffer.alloc(256 * 1024, ' ');
const MOST_BYTES = 16 * 1_048_576;

let server: Pick<Server, 'close' | 'closeAllConnections'> | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serving(answer: RequestListener): Promise<string> {
  const mine = createServer(answer);
  server = mine;
  await new Promise<void>((resolve) => mine.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(mine.address() as AddressInfo).port}`;
}

const AN_HOUR_SECONDS = 3_600;

/** A key, and a certificate that it has signed itself. */
function identity(): { readonly key: string; readonly cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = {
    ...({ label: 'tls', alg: 'ES256', jkt: '', publicJwk: { kty: 'EC', crv: 'P-256', x: '' } } as const),
    spki: new Uint8Array(publicKey.export({ format: 'der', type: 'spki' })),
    sign: (bytes: Uint8Array) =>
      new Uint8Array(sign('sha256', bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' })),
    signHash: () => new Uint8Array(),
  };
  const now = Math.floor(Date.now() / 1000);
  const draft = {
    ...{ subject: 'localhost', key, extensions: [] },
    ...{ notBefore: now - AN_HOUR_SECONDS, notAfter: now + AN_HOUR_SECONDS },
  };
  const cert = certificate(draft, { name: 'localhost', key });
  return {
    key: String(privateKey.export({ format: 'pem', type: 'pkcs8' })),
    cert: `-----BEGIN CERTIFICATE-----\n${cert}\n-----END CERTIFICATE-----\n`,
  };
}

/** Sends as long as anybody reads. */
const endless: RequestListener = (_request, response) => {
  const more = (): void => {
    while (!response.destroyed && response.write(PART));
  };
  response.on('drain', more).on('error', () => undefined);
  more();
};

describe('a subject that sends without end', () => {
  test('is given up, and it is not the suite that is at fault', SLOW, async () => {
    const url = await serving(endless);
    await expect(new Caller(url, PATIENCE_MILLISECONDS).call('/', {})).rejects.toMatchObject({
      name: 'SubjectFault',
      message: `GET /: an answer of more than ${MOST_BYTES} bytes.`,
    });
    const notes = { exchange: () => undefined };
    const raw = callRaw(url, 'GET / HTTP/1.1\r\nHost: x\r\n\r\n', PATIENCE_MILLISECONDS, notes);
    await expect(raw).rejects.toMatchObject({ name: 'SubjectFault' });
  });

  test('ends the run with one line and 3', SLOW, async () => {
    const url = await serving(endless);
    const { publicKey: keys } = generateKeyPairSync('ed25519');
    const folder = mkdtempSync(join(tmpdir(), 'openact-endless-'));
    writeFileSync(join(folder, 'key.json'), JSON.stringify(keys.export({ format: 'jwk' })));
    const file = join(folder, 'subject.yaml');
    writeFileSync(
      file,
      `name: t\nrole: trust\npatience_ms: ${PATIENCE_MILLISECONDS}\ntrust:\n  url: ${url}\n  keys: [key.json]\n`,
    );
    const err: string[] = [];
    const io = {
      write: () => true,
      writeError: (text: string) => err.push(text),
      colour: false,
      now: () => 1,
    };
    const exit = await conformanceCommand(['run', '--role', 'trust', '--subject', file], io);
    expect({ exit, err: err.join('') }).toEqual({
      exit: 3,
      err: `openact conformance: GET /trust-list: an answer of more than ${MOST_BYTES} bytes.\n`,
    });
    rmSync(folder, { recursive: true, force: true });
  });
});

test('a long answer that ends is read whole', SLOW, async () => {
  const url = await serving((_request, response) => response.end(Buffer.alloc(MOST_BYTES, ' ')));
  const { status, bytes } = await new Caller(url, PATIENCE_MILLISECONDS).call('/', {});
  expect({ status, length: bytes.length }).toEqual({ status: 200, length: MOST_BYTES });
});

describe('a subject that is made badly in an ordinary way', () => {
  const ask = (url: string) => new Caller(url, PATIENCE_MILLISECONDS).call('/', {});
  const askRaw = (url: string) =>
    callRaw(url, 'GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', PATIENCE_MILLISECONDS, {
      exchange: () => undefined,
    });

  test.each<[string, RequestListener]>([
    ['closes the connection', (_, response) => response.destroy()],
    [
      'breaks an answer off',
      (_, response) => {
        response.writeHead(200, { 'content-length': 100 });
        response.write('{}', () => response.destroy());
      },
    ],
    [
      'says that it has packed what it has not',
      (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('{}'),
    ],
    ['speaks another protocol', (_, response) => response.socket?.end('SSH-2.0-OpenSSH_9.6\r\n')],
  ])('and %s was reached, and is at fault', SLOW, async (_name, answer) => {
    const url = await serving(answer);
    const fault = { name: 'SubjectFault', message: expect.stringMatching(/^GET \/: the connection ended/) };
    await expect(ask(url)).rejects.toMatchObject(fault);
  });

  test('is another than one that is not there', SLOW, async () => {
    const url = await serving((_, response) => response.end());
    await expect(ask(url)).resolves.toMatchObject({ status: 200 });
    await new Promise((closed) => server?.close(closed));
    await expect(ask(url)).rejects.toMatchObject({
      name: 'Unreachable',
      message: expect.stringContaining('ECONNREFUSED'),
    });
  });

  test.each<[type: string | undefined, due: boolean]>([
    ['application/problem+json', true],
    ['APPLICATION/Problem+JSON ; charset="UTF-8"', true],
    ['application/problem+jsonx', false],
    ['application/json', false],
    ['text/html', false],
    [undefined, false],
  ])('and refuses as %s', SLOW, async (type, due) => {
    const url = await serving((_, response) => {
      response
        .writeHead(403, type === undefined ? {} : { 'content-type': type })
        .end(JSON.stringify(PROBLEM));
    });
    const refused = (await ask(url)) as Answer;
    const judge = () => mustRefuse(refused, 'access_restricted', 403);
    if (due) expect(judge).not.toThrow();
    else expect(judge).toThrow('where application/problem+json was due');
  });

  test('and answers a call with what was not due is told which call it was', SLOW, async () => {
    const answers: Record<string, RequestListener> = {
      '/not': (_, response) => response.writeHead(404).end('404 page not found'),
      '/moved': (_, response) => response.writeHead(301, { location: 'https://shop.example/moved' }).end(),
      '/html': (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>It works'),
    };
    const url = await serving((request, response) => answers[request.url ?? '']?.(request, response));
    const said = async (path: string, due: (answer: Answer) => void): Promise<string> => {
      const answer = await new Caller(url, PATIENCE_MILLISECONDS).call(path, {});
      try {
        due(answer);
      } catch (error) {
        return (error as Error).message;
      }
      return 'nothing';
    };
    const lines = [
      await said('/not', (answer) => mustSucceed(answer, 200)),
      await said('/moved', (answer) => mustSucceed(answer, 200)),
      await said('/html', (answer) => mustSucceed(answer, 200, 'http/catalogue.json')),
      await said('/html', (answer) => mustRefuse(answer, 'item_unknown')),
      await said('/html', (answer) => mustSucceed(answer, 200)),
    ];
    expect(lines).toEqual([
      'Answered 404, where 200 was due (GET /not).',
      'Answered 301 to https://shop.example/moved, where 200 was due (GET /moved).',
      'The answer is missing or no JSON (text/html), where schemas/http/catalogue.json was due (GET /html).',
      'Answered 200, where item_unknown was due (GET /html).',
      'nothing',
    ]);
  });

  test('and speaks no TLS, where its address says so', SLOW, async () => {
    const url = await serving((_, response) => response.end());
    await expect(ask(url.replace('http:', 'https:'))).rejects.toMatchObject({
      name: 'Unreachable',
      message: expect.stringContaining('speaks no TLS'),
    });
  });

  test('and speaks TLS, where its address says otherwise', SLOW, async () => {
    const secure = createSecureServer(identity(), (_, response) => response.end());
    server = secure;
    await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(secure.address() as AddressInfo).port}`;
    await expect(ask(url)).rejects.toMatchObject({
      name: 'Unreachable',
      message: expect.stringContaining('speaks TLS, and the address begins with http'),
    });
  });

  test('and sends in parts, or as HTTP/1.0, is read all the same', SLOW, async () => {
    const text = JSON.stringify({ ...PROBLEM, title: 'n\u00f6' });
    const type = 'application/problem+json';
    const inParts: RequestListener = (_, response) => {
      response.writeHead(403, { 'content-type': type });
      for (const part of text) response.write(part);
      response.end();
    };
    const old: RequestListener = (_, response) =>
      response.socket?.end(`HTTP/1.0 403 no\r\ncontent-type: ${type}\r\n\r\n${text}`);
    for (const answer of [inParts, old]) {
      const url = await serving(answer);
      for (const read of [await ask(url), await askRaw(url)]) {
        mustRefuse(read, 'access_restricted', 403);
        expect(read.text).toBe(text);
      }
      server?.closeAllConnections();
      server?.close();
    }
  });

  test('and writes in no UTF-8 has sent no JSON', SLOW, async () => {
    const url = await serving((_, response) =>
      response.end(Buffer.from(JSON.stringify({ ...PROBLEM, title: 'n\u00f6' }), 'latin1')),
    );
    for (const read of [await ask(url), await askRaw(url)]) {
      expect(read.body).toBeUndefined();
      expect(() => mustSucceed(read, 200, 'problem.json')).toThrow('missing or no JSON');
    }
  });
});
