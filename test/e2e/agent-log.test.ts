/** The agent as a process of its own, told where the log is: what its user agrees to is anchored, now or later, once. */
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Processes, startTrust } from '../../bench/purchases/servers.ts';
import { addressesFrom, assistant, IDS, trustPlan } from '../../demo/plan.ts';
import { freePorts } from '../../scenarios/ports.ts';
import { agentMigrations } from '../../src/agent/index.ts';
import { runCli } from '../../src/cli/run.ts';
import { speak } from '../../src/cli/testing/console.ts';
import { trustMemoryMigration } from '../../src/http/index.ts';
import { readPinnedKeys } from '../../src/http/key-file.ts';
import { privacyChannelOf } from '../../src/protocol/attestation/index.ts';
import type { AnchoredBody, AttestationRecord } from '../../src/protocol/generated/types.ts';
import { readMessage } from '../../src/protocol/messages/index.ts';
import { openStore } from '../../src/store/index.ts';
import { CHANNEL_HEADER, provision } from '../../src/trust/index.ts';
import { assertAnchored, logKeysOf, openTrustList } from '../../src/verifier/index.ts';

const MAIN = fileURLToPath(new URL('../../src/agent/main.ts', import.meta.url));
const LOOK_MILLISECONDS = 50;
const PATIENCE_MILLISECONDS = 150_000;

const data = mkdtempSync(join(tmpdir(), 'openact-agent-log-'));
const keys = join(data, 'keys');
const database = join(data, 'agent.db');
const processes = new Processes();
let addresses: ReturnType<typeof addressesFrom>;
let trust: ChildProcess;
let agent: ChildProcess;

beforeAll(async () => {
  addresses = addressesFrom(await freePorts(7));
  await provision(keys, trustPlan(addresses), Math.floor(Date.now() / 1000));
  // A tool that is bound already: nobody but the log has to be there.
  const config = { ...assistant(addresses, 'did:act:bank.example/u-1'), payment_tool_ref: 'tool-1' };
  writeFileSync(join(data, 'agent.json'), JSON.stringify(config));
  trust = await startLog();
  agent = await startAgent();
});

afterAll(async () => {
  await processes.stop();
  rmSync(data, { recursive: true, force: true });
});

const startLog = () =>
  startTrust(
    processes,
    { keys, addresses },
    {
      OPENACT_DATABASE: join(data, 'trust.db'),
      OPENACT_KEYS: join(keys, 'log'),
      OPENACT_LOG_ID: IDS.log,
      OPENACT_TRUST_KEY: join(keys, 'trust-list.pub.json'),
    },
  );

async function startAgent(): Promise<ChildProcess> {
  const child = processes.start(MAIN, [], {
    OPENACT_CONFIG: join(data, 'agent.json'),
    OPENACT_DATABASE: database,
    OPENACT_KEYS: join(keys, 'agent'),
    OPENACT_TRUST_KEY: join(keys, 'trust-list.pub.json'),
    OPENACT_PORT: new URL(addresses.agent).port,
    OPENACT_LOG_URL: addresses.trust,
    OPENACT_LOCAL_ORIGINS: addresses.trust,
  });
  await until(async () => {
    if (child.exitCode !== null) throw new Error(`the agent ended with ${child.exitCode}`);
    return (await fetch(`${addresses.agent}/livez`).catch(() => undefined))?.status === 200;
  }, 'the agent lives');
  return child;
}

async function until(holds: () => Promise<boolean>, what: string): Promise<void> {
  const end = performance.now() + PATIENCE_MILLISECONDS;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`not in time: ${what}`);
    await sleep(LOOK_MILLISECONDS);
  }
}

async function post(
  path: string,
  body: object,
): Promise<{ readonly task_id: string; readonly status: string }> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${addresses.agent}${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path}: ${text}`);
  return JSON.parse(text);
}

/** The user says what is wanted, and agrees to what was understood. */
async function agree(): Promise<void> {
  const utterance = 'Buy me one cup of bubble tea now, at most 20 yuan.';
  const { task_id: id, status } = await post('/tasks', { utterance, level: 'act:L1' });
  expect(status).toBe('READY');
  expect((await post(`/tasks/${id}/confirm`, {})).status).toBe('AWAITING_CONFIRMATION');
}

/** State and number of tries of each record on its way into the log. */
async function ways(): Promise<{ readonly state: string; readonly attempts: number }[]> {
  const store = await openStore(database, [...agentMigrations, trustMemoryMigration]);
  const rows = await store.read.all('SELECT state, attempts FROM record_anchors');
  await store.close();
  return rows.map(({ state, attempts }) => ({ state: String(state), attempts: Number(attempts) }));
}

const untilAnchored = (count: number) =>
  until(async () => {
    const all = await ways();
    return all.length === count && all.every(({ state }) => state === 'ANCHORED');
  }, `${count} records are anchored`);

async function exported(): Promise<AttestationRecord[]> {
  const args = ['records', 'export', '--role', 'agent', '--database', database];
  const { status, out, err } = await speak(runCli, args);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  const lines = out.split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as AttestationRecord);
}

/** Each record stands in the log once, under the agent's own key, and nothing else does. */
async function assertWhole(count: number): Promise<void> {
  const now = Math.floor(Date.now() / 1000);
  const pinned = await readPinnedKeys(join(keys, 'trust-list.pub.json'));
  const list = await openTrustList(readFileSync(join(keys, 'trust-list.jwt'), 'utf8').trim(), pinned, now);
  const records = await exported();
  expect(records.map(({ event_type }) => event_type)).toEqual(
    Array(count).fill('act:delegation:intent-created'),
  );
  const places: number[] = [];
  for (const record of records) {
    const headers = { [CHANNEL_HEADER]: await privacyChannelOf(record) };
    const answer = await fetch(`${addresses.trust}/anchors/${record.record_id}`, { headers });
    const anchored = (await answer.json()) as AnchoredBody;
    expect((await assertAnchored(anchored, await logKeysOf(list, IDS.log, now))).size).toBe(count);
    const { claims } = readMessage('anchor', anchored.anchor);
    expect(claims).toMatchObject({ iss: IDS.agent, payload_hash: record.payload_hash });
    expect(anchored.agent_attestation).toBeDefined();
    places.push(anchored.index);
  }
  expect(places.sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, index) => index));
}

test('TSD-ATT-EVT-06 OA-REC-05 what the user agrees to is anchored once, also when the log was away and the agent died', async () => {
  await agree();
  await untilAnchored(1);
  await assertWhole(1);

  await processes.stop(trust);
  await agree();
  await until(
    async () => (await ways()).some(({ state, attempts }) => state === 'PENDING' && attempts > 0),
    'tried',
  );
  await processes.kill(agent);
  agent = await startAgent();
  expect(new Set((await ways()).map(({ state }) => state))).toEqual(new Set(['ANCHORED', 'PENDING']));

  trust = await startLog();
  await untilAnchored(2);
  await assertWhole(2);
});
