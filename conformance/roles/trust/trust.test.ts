import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLogger, type Listening, listen } from '../../../src/http/index.ts';
import { createTrustApp, provision } from '../../../src/trust/index.ts';
import { startReferenceTrust } from '../../self/reference/trust.ts';
import { DEAD_SERVERS, patienceFor, startDeadServer } from '../testing/dead-server.ts';
import { freePorts } from '../testing/free-ports.ts';
import { failures, runSuite } from '../testing/run-suite.ts';

const SLOW = { timeout: 1_200_000 };
const folder = mkdtempSync(join(tmpdir(), 'openact-trust-subject-'));
const clock = () => Math.floor(Date.now() / 1000);
let server: Listening;

beforeAll(async () => {
  const entity = { id: 'did:act:shop.example/goods', role: 'MERCHANT' as const, folder: 'shop' };
  const bank = { id: 'did:act:bank.example/psp', role: 'PSP' as const, folder: 'bank' };
  await provision(folder, { operator: 'did:act:trust.example/list', entities: [entity, bank] }, clock());
  const app = createTrustApp({
    listPath: join(folder, 'trust-list.jwt'),
    clock,
    log: createLogger('trust', 'silent'),
  });
  server = await listen(app, { host: '127.0.0.1', port: 0 });
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

function subject(url: string, patience = 60_000): string {
  const path = join(folder, `subject-${new URL(url).port}.yaml`);
  const key = 'trust-list.pub.json';
  writeFileSync(
    path,
    `name: trust\nrole: trust\npatience_ms: ${patience}\ntrust:\n  url: ${url}\n  keys: [${key}]\n`,
  );
  return path;
}

test(
  'the reference trust service passes every case, of the list, of its log and of disputes',
  SLOW,
  async () => {
    const reference = await startReferenceTrust();
    try {
      const ran = await runSuite('trust', reference.file);
      expect(failures(ran)).toEqual([]);
      expect(ran.exit).toBe(0);
      expect(ran.entries.filter(({ kind }) => kind === 'negative').length).toBeGreaterThan(10);
    } finally {
      await reference.close();
    }
  },
);

test('a trust service that declares no log is judged by its list alone', SLOW, async () => {
  const ran = await runSuite('trust', subject(server.url));
  expect(failures(ran).filter((line) => !line.startsWith('skip '))).toEqual([]);
  const passed = ran.entries.filter(({ verdict }) => verdict === 'pass');
  expect({ exit: ran.exit, passed: passed.length }).toEqual({ exit: 0, passed: 18 });
  const asked = ran.entries.filter(({ verdict }) => verdict === 'skip');
  expect(asked.length).toBe(ran.entries.length - passed.length);
});

test.each(DEAD_SERVERS)(
  'a trust service that does %s passes nothing that a list has to say',
  SLOW,
  async (kind) => {
    const [port = 0] = await freePorts(1);
    const dead = await startDeadServer(kind, port);
    try {
      const ran = await runSuite('trust', subject(`http://127.0.0.1:${port}`, patienceFor(kind)));
      const passed = ran.entries.filter(
        ({ verdict, requirement }) => verdict === 'pass' && !requirement.startsWith('OA-OPS'),
      );
      expect(passed).toEqual([]);
      expect(ran.exit).toBe(kind === 'hang' ? 3 : 1);
    } finally {
      await dead.close();
    }
  },
);
