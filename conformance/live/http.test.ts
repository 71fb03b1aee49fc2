import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { conformanceCommand } from '../run/command.ts';
import { Caller, callRaw } from './http.ts';

const PATIENCE_MILLISECONDS = 120_000;
const SLOW = { timeout: 600_000 };
const PART = Buffer.alloc(256 * 1024, ' ');
const MOST_BYTES = 16 * 1_048_576;

let server: Server | undefined;
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
