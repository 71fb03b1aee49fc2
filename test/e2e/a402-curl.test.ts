/** A client that shares no code with the project: bash, curl and openssl. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { authorise } from '../../demo/research.ts';
import { Stage } from '../../demo/stage.ts';
import { jsonPrinter } from '../../demo/trace.ts';
import { startWorld, type World } from '../../demo/world.ts';
import { freePorts } from '../../scenarios/ports.ts';
import { agentContext } from '../../src/agent/index.ts';
import { useNodeCrypto } from '../../src/node/crypto.ts';

const script = fileURLToPath(new URL('../../demo/a402-curl.sh', import.meta.url));
const PORTS = 10;
let data: string;
let world: World;

beforeAll(async () => {
  useNodeCrypto();
  data = mkdtempSync(join(tmpdir(), 'openact-curl-'));
  world = await startWorld({ data, firstPort: await freePorts(PORTS), trace: () => undefined });
  await authorise(
    world,
    new Stage(jsonPrinter(new Writable({ write: (_chunk, _encoding, done) => done() })), new Map()),
    agentContext(world.agent),
  );
});
afterAll(async () => {
  await world.close();
  rmSync(data, { recursive: true });
});

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function buy(url: string, max: string): Promise<Ended> {
  const env = { ...process.env, A402_TRUST_LIST: `${world.addresses.trust}/trust-list`, A402_MAX: max };
  return new Promise((resolve) => {
    execFile('bash', [script, data, url], { env }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

test('PSD-PAY-A402-06 curl and openssl buy an answer: it is delivered, and paid for once', async () => {
  const url = `${world.addresses.market}/data/prices/day-1`;
  const dear = await buy(url, '0.009');
  expect([dear.code, dear.stdout]).toEqual([1, '']);
  expect(await world.bank.balances()).toMatchObject({ market: '0.00', research: '20.00' });
  const bought = await buy(url, '0.05');
  expect([bought.code, bought.stderr]).toEqual([0, expect.stringContaining('PAYMENT_VALIDATED')]);
  expect(JSON.parse(bought.stdout)).toMatchObject({ seller: 'market', asked: '/data/prices/day-1' });
  expect(await world.bank.balances()).toMatchObject({ market: '0.01', research: '19.99' });
});
