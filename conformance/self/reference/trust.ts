/** The reference trust service as a subject: a provisioned folder, the server that hands its list out, its log and its disputes. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { controlBody, createControlApp, createLogger, type Logger } from '../../../src/http/index.ts';
import { loadSigner, readPinnedKeys } from '../../../src/http/key-file.ts';
import type { Clock } from '../../../src/protocol/ports.ts';
import { formatUtcSeconds } from '../../../src/protocol/time/index.ts';
import { heartbeatMigration } from '../../../src/store/index.ts';
import {
  createTrustApp,
  disputeMigrations,
  loadLogKey,
  logMigrations,
  provision,
} from '../../../src/trust/index.ts';
import { publishTrustList, readPublished, trustListPath } from '../../../src/trust/trust-list.ts';
import { trustSuite } from '../../roles/trust/suite.ts';
import { Deployment, newSecret, type RunningSubject } from './deployment.ts';

const LOG = 'did:act:trust.example/log';
const HANDLER = 'did:act:trust.example/disputes';
const PLAN = {
  operator: 'did:act:trust.example/list',
  entities: [
    { id: 'did:act:shop.example/goods', role: 'MERCHANT', folder: 'shop' } as const,
    { id: 'did:act:bank.example/psp', role: 'PSP', folder: 'bank' } as const,
    { id: LOG, role: 'LOG', folder: 'log' } as const,
    { id: HANDLER, role: 'DISPUTE_HANDLER', folder: 'log' } as const,
  ],
};
const MIGRATIONS = [...logMigrations, ...disputeMigrations, heartbeatMigration];

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
  // Its own folder is the one that it hands out of, and the subject file lies there too.
  const deployment = new Deployment('.');
  const { folder, secret, time } = deployment;
  const token = newSecret();
  const log = createLogger('trust', 'silent');
  const own = { url: 'http://127.0.0.1', keys: ['trust-list.pub.json'], log: LOG, suite: { secret } };
  const printed = trustSuite.setUp?.({ folder, name: '', own, patience: 0 }) as unknown as Printed;
  const publish = () => publishList(folder, printed, time.clock);
  const publishTwice = async (): Promise<void> => {
    rmSync(trustListPath(folder), { force: true });
    await publish();
  };
  await publishTwice();
  const server = await deployment.listen(await createService(deployment, printed, log));
  const control = await deployment.listen(testControlOf(deployment, { token, log, publish }));
  const subject = deployment.declare('trust', {
    name: 'OpenACT reference trust service',
    own: { ...own, url: server.url, control: { url: control.url, token } },
    secrets: [secret, token],
  });
  return { ...subject, publishTwice };
}

/** Publishes a list of its own entities, and then one that has those whom the suite plays besides. */
async function publishList(folder: string, { entries: played }: Printed, clock: Clock): Promise<void> {
  await provision(folder, PLAN, clock());
  const listed = (await readPublished(folder))?.entries ?? [];
  const known = new Set(listed.map(({ entity }) => entity));
  const status = 'ACTIVE' as const;
  const history = [{ status, from: formatUtcSeconds(clock()) }];
  const added = played
    .filter(({ entity }) => !known.has(entity))
    .map((entry) => ({ ...entry, status, history }));
  const entries = [...listed, ...added];
  await publishTrustList({ dir: folder, operator: PLAN.operator, entries, now: clock(), anew: true });
}

/** Its list, its log of anchors and its disputes. */
async function createService(deployment: Deployment, printed: Printed, log: Logger): Promise<Hono> {
  const { folder, time, random } = deployment;
  const store = await deployment.open('log.db', MIGRATIONS);
  const pinnedKeys = [
    ...(await readPinnedKeys(join(folder, 'trust-list.pub.json'))),
    printed.evidence_key as never,
  ];
  const handler = { id: HANDLER, signer: await loadSigner(join(folder, 'log', 'finding.json')) };
  return createTrustApp({
    listPath: trustListPath(folder),
    clock: time.clock,
    log,
    anchors: { store, ...(await loadLogKey(join(folder, 'log'), LOG)), pinnedKeys, random, handler },
  });
}

interface Controlled {
  readonly token: string;
  readonly log: Logger;
  publish(): Promise<void>;
}

function testControlOf({ time }: Deployment, { token, log, publish }: Controlled): Hono {
  // A list of before may have run out once the clock was moved.
  let isPublished = true;
  const tend = async (): Promise<void> => {
    if (isPublished) await publish();
  };
  const app = createControlApp({ token, time, log, features: ['clock', 'list'], tend });
  app.post('/control/list', async (c) => {
    isPublished = (await controlBody(c)).works === true;
    await tend();
    return c.json({ works: isPublished });
  });
  return app;
}
