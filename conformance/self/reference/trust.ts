/** The reference trust service as a subject: a provisioned folder, the server that hands its list out, its log and its disputes. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import {
  controlBody,
  createControlApp,
  createLogger,
  listen,
  movableClock,
} from '../../../src/http/index.ts';
import { loadSigner, readPinnedKeys } from '../../../src/http/key-file.ts';
import { heartbeatMigration, openStore } from '../../../src/store/index.ts';
import {
  createTrustApp,
  disputeMigrations,
  loadLogKey,
  logMigrations,
  provision,
} from '../../../src/trust/index.ts';
import { publishTrustList, readPublished, trustListPath } from '../../../src/trust/trust-list.ts';
import { trustSuite } from '../../roles/trust/suite.ts';
import { PATIENCE_MS, type RunningSubject } from './merchant.ts';

const OPERATOR = 'did:act:trust.example/list';
const LOG = 'did:act:trust.example/log';
const HANDLER = 'did:act:trust.example/disputes';

export interface RunningTrust extends RunningSubject {
  /** Forgets every list, and publishes two, one after the other. */
  publishTwice(): Promise<void>;
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
  const time = movableClock(() => Math.floor(Date.now() / 1000));
  const { clock } = time;
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
  const store = await openStore(join(folder, 'log.db'), [
    ...logMigrations,
    ...disputeMigrations,
    heartbeatMigration,
  ]);
  const pinnedKeys = [
    ...(await readPinnedKeys(join(folder, 'trust-list.pub.json'))),
    printed.evidence_key as never,
  ];
  const handler = { id: HANDLER, signer: await loadSigner(join(folder, 'log', 'finding.json')) };
  const log = createLogger('trust', 'silent');
  const app = createTrustApp({
    listPath: trustListPath(folder),
    clock,
    log,
    anchors: { store, ...(await loadLogKey(join(folder, 'log'), LOG)), pinnedKeys, random, handler },
  });
  const server = await listen(app, { host: '127.0.0.1', port: 0 });
  // A list of before may have run out once the clock was moved.
  let isPublished = true;
  const tend = async (): Promise<void> => {
    if (isPublished) await publish();
  };
  const controlled = createControlApp({ token, time, log, features: ['clock', 'list'], tend });
  controlled.post('/control/list', async (c) => {
    isPublished = (await controlBody(c)).works === true;
    await tend();
    return c.json({ works: isPublished });
  });
  const control = await listen(controlled, { host: '127.0.0.1', port: 0 });
  const file = join(folder, 'subject.yaml');
  const trust = { ...own, url: server.url, control: { url: control.url, token } };
  const name = 'OpenACT reference trust service';
  writeFileSync(
    file,
    stringify({ name, role: 'trust', patience_ms: PATIENCE_MS, secrets: [secret, token], trust }),
  );
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
