import type { Hono } from 'hono';
import {
  addConnectionControl,
  addLimitControl,
  controlBody,
  controlText,
  createControlApp,
  faultOf,
  type Logger,
  type MovableClock,
} from '../../http/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import { formatSum } from '../../protocol/money/index.ts';
import type { Random } from '../../protocol/ports.ts';
import { parseUtcSeconds } from '../../protocol/time/index.ts';
import {
  backupRecords,
  type Happening,
  recordsOfMandate,
  recordsOfTrade,
  restoreRecords,
} from '../../records/index.ts';
import type { Queries, Store } from '../../store/index.ts';
import { setPaymentPassword } from '../confirmation/index.ts';
import { createEnrolmentCode } from '../devices/index.ts';
import type { RiskControl } from '../iac/index.ts';
import { findAccount } from '../psp/index.ts';
import type { Outages } from './outages.ts';

export interface TestControlDeps {
  readonly token: string;
  readonly store: Store;
  readonly time: MovableClock;
  readonly random: Random;
  readonly risk: RiskControl;
  readonly outages: Outages;
  readonly log: Logger;
  /** Shuts the server down as if it were told to end, and starts it anew. */
  restart(noticeMilliseconds: number): Promise<void>;
  /** Replaces the key for records as an operator does; absent where whoever started the server cannot. */
  replaceRecordKey?(keepsFormer: boolean): Promise<void>;
  /** What is due by the clock; done after it was moved. */
  tend(): Promise<void>;
}

const FEATURES = [
  ...[
    'clock',
    'accounts',
    'login-codes',
    'passwords',
    'risk',
    'events',
    'backups',
    'outages',
    'restart',
    'connections',
  ],
];
const MAX_NOTICE_SECONDS = 60;

/**
 * The test-control contract of spec/15-conformance.md, 15.3: the clock, the books, events, login codes, risk control and
 * outages, for a suite that judges this server. It listens apart from the server, and only where `readTestControl`
 * allows it.
 */
export function createTestControl(deps: TestControlDeps): Hono {
  const { store, time, risk } = deps;
  const recordKey = deps.replaceRecordKey === undefined ? [] : ['record-key'];
  const app = createControlApp({ ...deps, features: [...FEATURES, ...recordKey] });
  app.get('/control/accounts/:account_id', async (c) =>
    c.json(await accountView(store.read, c.req.param('account_id'))),
  );
  app.get('/control/events/:subject', async (c) =>
    c.json({ events: await eventsOf(store.read, c.req.param('subject')) }),
  );
  app.post('/control/login-codes', async (c) => {
    const delegatorIdentity = controlText(await controlBody(c), 'delegator_identity');
    const request = { now: time.clock(), random: deps.random, delegatorIdentity, identityMethod: 'test' };
    return c.json({ login_code: await createEnrolmentCode(store, request) });
  });
  app.post('/control/payment-passwords', async (c) => {
    const body = await controlBody(c);
    const delegator = controlText(body, 'delegator_identity');
    const password = controlText(body, 'password');
    await setPaymentPassword(store, { now: time.clock(), random: deps.random, delegator, password });
    return c.json({ delegator_identity: delegator });
  });
  app.post('/control/mandates/:delegation_id/risk-suspend', async (c) => {
    const recoveryCondition = controlText(await controlBody(c), 'recovery_condition');
    const status = await risk.suspendByRiskControl({
      delegationId: c.req.param('delegation_id'),
      recoveryCondition,
    });
    return c.json({ status });
  });
  app.post('/control/mandates/:delegation_id/risk-resume', async (c) =>
    c.json({ status: await risk.resumeByRiskControl({ delegationId: c.req.param('delegation_id') }) }),
  );
  addBackups(app, deps);
  addRecordKey(app, deps);
  addOutages(app, deps.outages);
  app.post('/control/restart', async (c) => {
    const { notice_seconds: seconds } = await controlBody(c);
    if (!Number.isSafeInteger(seconds) || Number(seconds) < 0 || Number(seconds) > MAX_NOTICE_SECONDS)
      throw new ActError('schema_mismatch', { at: '/notice_seconds' });
    deps
      .restart(Number(seconds) * 1_000)
      .catch((error: unknown) => deps.log.error(faultOf(error), 'restart failed'));
    return c.json({ notice_seconds: seconds });
  });
  return app;
}

/** What an operator does with the records by command. @see OA-REC-08, OA-REC-09 */
function addBackups(app: Hono, { store, time }: TestControlDeps): void {
  app.get('/control/records/backup', async (c) => {
    const lines: string[] = [];
    for await (const line of backupRecords(store)) lines.push(line);
    return c.json({ backup: lines.join('') });
  });
  app.post('/control/records/restore', async (c) => {
    const backup = controlText(await controlBody(c), 'backup');
    return c.json(await restoreRecords(store, backup, time.clock()));
  });
}

/** Events wait while the key for records is away, and it is replaced meanwhile. @see OA-REC-11 */
function addRecordKey(app: Hono, { outages, replaceRecordKey }: TestControlDeps): void {
  if (replaceRecordKey === undefined) return;
  app.post('/control/record-key', async (c) => {
    outages.recordKeyWorks = truthOf(await controlBody(c), 'works');
    return c.json({ works: outages.recordKeyWorks });
  });
  app.post('/control/record-key/replace', async (c) => {
    const keepsFormer = truthOf(await controlBody(c), 'keeps_former');
    await replaceRecordKey(keepsFormer);
    return c.json({ keeps_former: keepsFormer });
  });
}

/** What is missing for a while, and what breaks once. */
function addOutages(app: Hono, outages: Outages): void {
  app.post('/control/store', async (c) => {
    outages.storeWorks = truthOf(await controlBody(c), 'works');
    return c.json({ works: outages.storeWorks });
  });
  app.post('/control/receipt-key', async (c) => {
    outages.receiptKeyWorks = truthOf(await controlBody(c), 'works');
    return c.json({ works: outages.receiptKeyWorks });
  });
  app.post('/control/fault', async (c) => {
    outages.fault = controlText(await controlBody(c), 'text');
    return c.json({ text: outages.fault });
  });
  addLimitControl(app, outages.callers);
  addConnectionControl(app, outages.connections);
}

function truthOf(body: Readonly<Record<string, unknown>>, member: string): boolean {
  const value = body[member];
  if (typeof value !== 'boolean') throw new ActError('schema_mismatch', { at: `/${member}` });
  return value;
}

interface ToldEvent {
  readonly at: number;
}

/**
 * What was written down to be recorded about a mandate or a trade, recorded by now or not, in the order of its seconds:
 * one that cannot be recorded yet may be older than one that is.
 */
async function eventsOf(queries: Queries, subject: string): Promise<readonly ToldEvent[]> {
  const recorded = await recordedOf(queries, subject);
  const waiting = await waitingOf(queries, subject);
  // One that was recorded in between stands in both, or in neither.
  const isStill = (await recordedOf(queries, subject)).length === recorded.length;
  if (!isStill) return eventsOf(queries, subject);
  return [...recorded, ...waiting].sort((one, other) => one.at - other.at);
}

async function waitingOf(queries: Queries, subject: string): Promise<readonly ToldEvent[]> {
  const rows = await queries.all('SELECT event FROM record_outbox');
  return rows
    .map((row) => JSON.parse(String(row.event)) as Happening)
    .filter((event) => event.subject[0] === subject)
    .sort((one, other) => Number(one.subject[1] ?? 0) - Number(other.subject[1] ?? 0))
    .map(({ event_type, at, correlation, participants, event_body }) => ({
      ...{ event_type, at, correlation, participants, event_body },
    }));
}

async function recordedOf(queries: Queries, subject: string): Promise<readonly ToldEvent[]> {
  const records = [
    ...(await recordsOfMandate(queries, subject)),
    ...(await recordsOfTrade(queries, subject)),
  ];
  return records.map(({ event_type, event_time, participants, event_body, ...rest }) => {
    const { intent_id, delegation_id, order_no, trade_no } = rest;
    const correlation = JSON.parse(JSON.stringify({ intent_id, delegation_id, order_no, trade_no }));
    return { event_type, at: parseUtcSeconds(event_time), correlation, participants, event_body };
  });
}

/** Balance, and every booking that made it, the oldest first. */
async function accountView(queries: Queries, accountId: string) {
  const account = await findAccount(queries, accountId);
  if (account === undefined) throw new ActError('not_found');
  const { currency, balanceMinor } = account;
  const rows = await queries.all(
    `SELECT e.transfer_id, t.kind, e.direction, e.amount_minor FROM entries e
     JOIN transfers t ON t.transfer_id = e.transfer_id WHERE e.account_id = $1
     ORDER BY t.posted_at, e.transfer_id, e.line`,
    [accountId],
  );
  return {
    account_id: accountId,
    currency,
    balance: signedSum(balanceMinor, currency),
    movements: rows.map((row) => {
      const minor = BigInt(String(row.amount_minor));
      const amount = signedSum(row.direction === 'debit' ? -minor : minor, currency);
      return { transfer_id: String(row.transfer_id), kind: String(row.kind), amount };
    }),
  };
}

/** Accounts of the service itself may owe. */
function signedSum(minor: bigint, currency: string): string {
  return minor < 0n ? `-${formatSum({ currency, minor: -minor })}` : formatSum({ currency, minor });
}
