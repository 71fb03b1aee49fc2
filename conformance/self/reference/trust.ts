/** The reference trust service as a subject: a provisioned folder, the server that hands its list out, its log and its disputes. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { createLogger, listen } from '../../../src/http/index.ts';
import { loadSigner, readPinnedKeys } from '../../../src/http/key-file.ts';
import { openStore } from '../../../src/store/index.ts';
import {
  createTrustApp,
  disputeMigrations,
  loadLogKey,
  logMigrations,
  provision,
} from '../../../src/trust/index.ts';
import { publishTrustList, readPublished, trustListPath } from '../../../src/trust/trust-list.ts';
import { trustSuite } from '../../roles/trust/suite.ts';
import type { RunningSubject } from './merchant.ts';

const OPERATOR = 'did:act:trust.example/list';
const LOG = 'did:act:trust.example/log';
const HANDLER = 'did:act:trust.example/disputes';

export interface RunningTrust extends RunningSubject {
  /** Forgets every list, and publishes two, one after the other. */
  publishTwice(): Promise<void>;
}

interface Control {
  readonly url: string;
  close(): Promise<void>;
}

/** The part of the test-control contract that a trust service has: a clock that goes forward. */
async function startControl(
  token: string,
  clock: () => number,
  advance: (seconds: number) => Promise<void>,
): Promise<Control> {
  const server = createServer(async (request, response) => {
    const isAllowed = request.headers.authorization === `Bearer ${token}`;
    const parts: Buffer[] = [];
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
    if (isAllowed && request.url === '/control/clock')
      await advance(Number(JSON.parse(Buffer.concat(parts).toString('utf8')).advance_seconds));
    response.writeHead(isAllowed ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(isAllowed ? { now: clock(), features: ['clock'] } : {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** What `openact conformance keys` prints for this secret. */
interface Printed {
  readonly entries: readonly { readonly entity: string; readonly role: 'PSP'; readonly anchors: string[] }[];
  readonly evidence_key: object;
}

export async function startReferenceTrust(): Promise<RunningTrust> {
  const folder = mkdtempSync(join(tmpdir(), 'openact-trust-subject-'));
  const secret = randomBytes(24).toString('base64url');
  const token = randomBytes(24).toString('base64url');
  let ahead = 0;
  const clock = (): number => Math.floor(Date.now() / 1000) + ahead;
  const random = (count: number) => new Uint8Array(randomBytes(count));
  const entities = [
    { id: 'did:act:shop.example/goods', role: 'MERCHANT' as const, folder: 'shop' },
    { id: 'did:act:bank.example/psp', role: 'PSP' as const, folder: 'bank' },
    { id: LOG, role: 'LOG' as const, folder: 'log' },
    { id: HANDLER, role: 'DISPUTE_HANDLER' as const, folder: 'log' },
  ];
  const own = { url: 'http://127.0.0.1', keys: ['trust-list.pub.json'], log: LOG, suite: { secret } };
  const printed = trustSuite.setUp?.({ folder, name: '', own, patience: 0 }) as unknown as Printed;
  const publish = async (): Promise<void> => {
    await provision(folder, { operator: OPERATOR, entities }, clock());
    const listed = (await readPublished(folder))?.entries ?? [];
    const known = new Set(listed.map(({ entity }) => entity));
    const history = [
      { status: 'ACTIVE' as const, from: new Date(clock() * 1000).toISOString().replace(/\.\d+/, '') },
    ];
    const added = printed.entries
      .filter(({ entity }) => !known.has(entity))
      .map((entry) => ({ ...entry, status: 'ACTIVE' as const, history }));
    const entries = [...listed, ...added];
    await publishTrustList({ dir: folder, operator: OPERATOR, entries, now: clock(), anew: true });
  };
  const publishTwice = async (): Promise<void> => {
    rmSync(trustListPath(folder), { force: true });
    await publish();
  };
  await publishTwice();
  const store = await openStore(join(folder, 'log.db'), [...logMigrations, ...disputeMigrations]);
  const pinnedKeys = [
    ...(await readPinnedKeys(join(folder, 'trust-list.pub.json'))),
    printed.evidence_key as never,
  ];
  const handler = { id: HANDLER, signer: await loadSigner(join(folder, 'log', 'finding.json')) };
  const app = createTrustApp({
    listPath: trustListPath(folder),
    clock,
    log: createLogger('trust', 'silent'),
    anchors: { store, ...(await loadLogKey(join(folder, 'log'), LOG)), pinnedKeys, random, handler },
  });
  const server = await listen(app, { host: '127.0.0.1', port: 0 });
  const control = await startControl(token, clock, async (seconds) => {
    ahead += seconds;
    // A list of before may have run out by then.
    await publish();
  });
  const file = join(folder, 'subject.yaml');
  const trust = { ...own, url: server.url, control: { url: control.url, token } };
  const name = 'OpenACT reference trust service';
  writeFileSync(file, stringify({ name, role: 'trust', secrets: [secret, token], trust }));
  return {
    file,
    publishTwice,
    async close() {
      await control.close();
      await server.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
