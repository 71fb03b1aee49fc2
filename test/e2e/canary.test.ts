import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Step } from '../../scenarios/format.ts';
import { freePorts } from '../../scenarios/ports.ts';
import { play } from '../../scenarios/steps/index.ts';
import { allAnchored } from '../../scenarios/steps/records.ts';
import type { Run } from '../../scenarios/steps/run.ts';
import { portsOf } from '../../scenarios/world/plan.ts';
import { startWorld, type World } from '../../scenarios/world/world.ts';
import { TOKEN_TEXT } from '../../src/protocol/jws/testing/token-text.ts';
import { writeEvent } from '../../src/records/index.ts';
import { MUST_WORK, PLANTED, SAID_RAW, STEPS, WORDS, WORLD } from './canary-scenario.ts';
import { type Ears, listenIn, type Point } from './ears.ts';

const WAIT_SECONDS = 30;
const TIMEOUT_MILLISECONDS = 900_000;

const data = mkdtempSync(join(tmpdir(), 'openact-canary-'));
const secrets = new Map<string, string>(PLANTED.map((secret) => [secret, 'planted']));
const outcomes = new Map<string, string>();
let ears: Ears;
let world: World;
let metrics: ReadonlyMap<string, readonly Point[]>;

beforeAll(async () => {
  ears = listenIn();
  world = await startWorld({
    plan: WORLD,
    data,
    firstPort: await freePorts(portsOf(WORLD)),
    trace: () => {},
    log: ears.log,
  });
  watchCodes();
  const run: Run = {
    world,
    kept: new Map(),
    say: () => {},
    inner: async () => {
      throw new Error('no step here has steps of its own');
    },
  };
  for (const step of STEPS) await attempt(run, step);
  await breakSomething(run);
  // On a busy machine a first try fails, and the next would come only after what is measured here.
  await allAnchored(world);
  await waitInVain();
  world.advance(WAIT_SECONDS);
  metrics = await ears.metrics();
  for (const key of privateKeys()) secrets.set(key, 'private key');
  for (const { code, code_id } of ears.answers.map(jsonOf)) {
    if (code_id !== undefined && code !== undefined) secrets.set(String(code), 'scanned code');
  }
  for (const { delegator } of world.users.values()) secrets.set(delegator, 'delegator');
}, TIMEOUT_MILLISECONDS);

afterAll(async () => {
  await world?.close();
  ears.close();
  rmSync(data, { recursive: true, force: true });
});

async function attempt(run: Run, step: Step): Promise<void> {
  try {
    const kept = await play(run, step);
    if (step.as !== undefined) run.kept.set(step.as, kept);
    outcomes.set(step.step, 'ok');
  } catch (error) {
    outcomes.set(step.step, error instanceof Error ? error.message : 'thrown');
  }
}

/** An event of somebody whose key is not here stays where it is, however fast the others are recorded. */
async function waitInVain(): Promise<void> {
  const nobody = { id: 'did:act:nobody.example/agent', role: 'PAYER_AGENT' } as const;
  await world.bank.store.transact((tx) =>
    writeEvent(tx, {
      event_type: 'act:commerce:decision-logged',
      at: world.now(),
      subject: ['dec_1'],
      correlation: { intent_id: 'int_1' },
      participants: [nobody],
      event_body: {},
    }),
  );
}

/** A fault that quotes a secret: the key service’s client puts what it was given into its message. */
async function breakSomething(run: Run): Promise<void> {
  const { bank } = world;
  const { read } = bank.store;
  Object.assign(bank.store, {
    read: { ...read, get: () => Promise.reject(new Error(`cannot bind ${WORDS}`)) },
  });
  await attempt(run, {
    do: 'send',
    step: 'while the store is broken',
    to: 'bank',
    path: '/confirmations/x',
    json: {},
  });
  await attempt(run, {
    do: 'pay',
    step: 'paid while it is broken',
    at: 'office',
    items: { PAPER: 1 },
    under: 'mandate',
  });
  Object.assign(bank.store, { read });
}

/** Every one-time code that leaves the bank. */
function watchCodes(): void {
  const messages = world.bank.messages as Map<string, string>;
  const set = messages.set.bind(messages);
  messages.set = (to, code) => {
    secrets.set(code, 'one-time code');
    return set(to, code);
  };
}

function privateKeys(): string[] {
  return readdirSync(data, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => [...readFileSync(join(data, name), 'utf8').matchAll(/"d":\s*"([^"]+)"/g)])
    .map((match) => String(match[1]));
}

function jsonOf(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** Six digits are a code where they stand alone: within a span's id or a time they are chance. */
function holds(text: string, secret: string): boolean {
  if (/^\d+$/.test(secret)) return new RegExp(`(?<![\\w.])${secret}(?!\\w)`).test(text);
  return text.includes(secret) || text.includes(encodeURIComponent(secret));
}

/** The kinds of secrets that a text holds, in plain or as an address writes them. */
function found(text: string, more: readonly RegExp[] = []): string[] {
  const hits = [...secrets].filter(([secret]) => holds(text, secret));
  return [
    ...hits.map(([secret, kind]) => `${kind} ${secret.slice(0, 6)}…`),
    ...more.filter((one) => one.test(text)).map(String),
  ];
}

/** A signed statement about a refusal may go with it: then it is looked into. */
function openedProblem(body: string): string {
  const { refusal, ...problem } = jsonOf(body);
  const parts = typeof refusal === 'string' ? refusal.split('.').slice(0, 2) : [];
  return JSON.stringify([problem, ...parts.map((part) => Buffer.from(part, 'base64url').toString())]);
}

describe('canaries', () => {
  test('were carried through all that works and all that is refused', async () => {
    for (const step of MUST_WORK) expect([step, outcomes.get(step)]).toEqual([step, 'ok']);
    expect(new Set(secrets.values())).toEqual(
      new Set(['planted', 'one-time code', 'scanned code', 'private key', 'delegator']),
    );
    const rows = await world.bank.store.read.all('SELECT iac FROM iac_mandates');
    expect(JSON.stringify(rows)).toContain(SAID_RAW);
    const codes = new Set(ears.problems.map((body) => jsonOf(body).code));
    for (const code of [
      'amount_over_total_limit',
      'confirmation_code_wrong',
      'enrolment_refused',
      'internal',
    ]) {
      expect(codes).toContain(code);
    }
  });

  test('would be found', () => {
    for (const [secret] of secrets) {
      expect(found(`{"said":"x ${secret}."}`)).not.toEqual([]);
      expect(found(`/x?${encodeURIComponent(secret)}`)).not.toEqual([]);
    }
    const statement = Buffer.from(JSON.stringify({ evidence: WORDS })).toString('base64url');
    expect(found(openedProblem(JSON.stringify({ refusal: `e30.${statement}.x` })))).not.toEqual([]);
    const token = `${Buffer.from('{"alg":"ES256"}').toString('base64url')}.e30.c2ln`;
    for (const text of [token, token.slice(0, 10)])
      expect(found(`told "${text}"`, [TOKEN_TEXT])).not.toEqual([]);
    expect(found('nothing at all, and the digest 9keyJ4q', [TOKEN_TEXT])).toEqual([]);
  });

  test('OA-PRV-05 are in no span', () => {
    const spans = ears.spans();
    expect(spans.length).toBeGreaterThan(200);
    expect(spans.flatMap((span) => found(span, [TOKEN_TEXT]))).toEqual([]);
  });

  test('OA-PRV-05 are in no metric', () => {
    expect(metrics.size).toBeGreaterThan(3);
    expect(found(JSON.stringify([...metrics]), [TOKEN_TEXT])).toEqual([]);
  });

  test('OA-PRV-05 are in no log line', () => {
    expect(ears.logLines.length).toBeGreaterThan(100);
    expect(ears.logLines.filter((line) => line.includes('unexpected error'))).not.toEqual([]);
    expect(ears.logLines.flatMap((line) => found(line, [TOKEN_TEXT]))).toEqual([]);
  });

  test('OA-PRV-05 are in no problem answer', () => {
    expect(ears.problems.length).toBeGreaterThan(10);
    expect(ears.problems.flatMap((body) => found(openedProblem(body), [TOKEN_TEXT]))).toEqual([]);
  });
});

describe('OA-OPS-25 what operators see of the same world', () => {
  test('each payment by its outcome and code', () => {
    const points = metrics.get('openact.payments') ?? [];
    const by = new Map(
      points.map(({ attributes, value }) => [
        String(attributes['openact.code'] ?? attributes['openact.outcome']),
        value,
      ]),
    );
    expect(Object.fromEntries(by)).toMatchObject({
      accepted: 4,
      amount_over_total_limit: 1,
      agent_signature_invalid: 1,
      mandate_revoked: 1,
    });
  });

  test('books that add up', () => {
    const points = metrics.get('openact.ledger.imbalance') ?? [];
    expect(points.map(({ attributes, value }) => [attributes['openact.currency'], value])).toEqual([
      ['CNY', 0],
    ]);
  });

  test('how long each outbox waits', () => {
    const ages = metrics.get('openact.outbox.age') ?? [];
    const by = Object.fromEntries(ages.map(({ attributes, value }) => [attributes['openact.outbox'], value]));
    expect(new Set(Object.keys(by))).toEqual(
      new Set([
        'merchant',
        ...['issuer', 'merchant'].flatMap((role) => [`${role}-events`, `${role}-anchors`]),
      ]),
    );
    expect(by['issuer-events']).toBe(WAIT_SECONDS);
    expect(by['issuer-anchors']).toBe(0);
  });
});
