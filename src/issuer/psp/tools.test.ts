import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import { type Actors, createActors, DAY_SECONDS, IDS } from '../../verifier/testing/actors.ts';
import { DEFAULT_POLICY, openAccount } from './index.ts';
import { type Bench, createBench, fresh, outcomeOf } from './testing/bench.ts';
import { createToolBindings } from './tools.ts';

let actors: Actors;
let bench: Bench;

beforeAll(async () => {
  actors = await createActors();
});

beforeEach(async () => {
  bench = await createBench(actors);
});

afterEach(async () => {
  await bench.close();
});

interface Change {
  readonly delegator?: string;
  readonly currency?: string;
  readonly maxAmount?: string;
  readonly validUntil?: number;
  readonly toolRequestId?: string;
}

async function prepare(change: Change = {}): Promise<string> {
  const toolRequestId = change.toolRequestId ?? fresh('toolreq');
  await bench.store.transact((tx) =>
    bench.psp.toolBindings.prepare(tx, {
      toolRequestId,
      delegator: change.delegator ?? IDS.delegator,
      agentId: IDS.otherAgent,
      agentJkt: actors.otherAgent.jkt,
      agentJwk: actors.otherAgent.publicJwk,
      limits: {
        currency: change.currency ?? 'CNY',
        max_amount: change.maxAmount ?? '600.00',
        valid_until: formatUtcSeconds(change.validUntil ?? bench.now + DAY_SECONDS),
        merchants: [IDS.merchant],
      },
      now: bench.now,
    }),
  );
  return toolRequestId;
}

function activate(toolRequestId: string) {
  return bench.store.transact((tx) => bench.psp.toolBindings.activate(tx, { toolRequestId, now: bench.now }));
}

function decline(toolRequestId: string) {
  return bench.store.transact((tx) => bench.psp.toolBindings.decline(tx, { toolRequestId }));
}

function read(toolRequestId: string) {
  return bench.psp.toolBindings.read(bench.store.read, toolRequestId, bench.now);
}

async function rowsOf(table: string): Promise<number> {
  return (await bench.store.read.all(`SELECT 1 FROM ${table} WHERE agent_id = $1`, [IDS.otherAgent])).length;
}

describe('binding of payment tools', () => {
  test('nothing is usable until the account holder has approved (PSD-PMT-BND-08)', async () => {
    const toolRequestId = await prepare();
    expect(await read(toolRequestId)).toMatchObject({
      status: 'PENDING_CONFIRMATION',
      agentId: IDS.otherAgent,
    });
    expect([await rowsOf('tools'), await rowsOf('agents')]).toEqual([0, 0]);
    const { paymentToolRef } = await activate(toolRequestId);
    expect(await read(toolRequestId)).toMatchObject({ status: 'ACTIVE', paymentToolRef });
    expect([await rowsOf('tools'), await rowsOf('agents')]).toEqual([1, 1]);
  });

  test('a denial leaves nothing usable and cannot be turned round (PSD-PMT-BND-08)', async () => {
    const toolRequestId = await prepare();
    await decline(toolRequestId);
    expect(await outcomeOf(activate(toolRequestId))).toBe('tool_invalid');
    expect(await outcomeOf(decline(toolRequestId))).toBe('tool_invalid');
    expect(await read(toolRequestId)).toMatchObject({ status: 'DENIED' });
    expect([await rowsOf('tools'), await rowsOf('agents')]).toEqual([0, 0]);
  });

  test('one approval makes one tool (P20)', async () => {
    const toolRequestId = await prepare();
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => outcomeOf(activate(toolRequestId))));
    expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(1);
    expect(await rowsOf('tools')).toBe(1);
  });

  test('an approval that comes after the end of the tool makes nothing', async () => {
    const toolRequestId = await prepare({ validUntil: bench.now + 10 });
    bench.now += 10;
    expect(await outcomeOf(activate(toolRequestId))).toBe('tool_invalid');
    expect(await read(toolRequestId)).toMatchObject({ status: 'EXPIRED' });
  });

  test('a binding that fails half-way leaves nothing (PSD-PMT-BND-08)', async () => {
    const toolRequestId = await prepare();
    await bench.store.transact((tx) =>
      tx.run('UPDATE tool_requests SET agent_jwk = $1 WHERE tool_request_id = $2', ['{}', toolRequestId]),
    );
    expect(await outcomeOf(activate(toolRequestId))).toBe('schema_mismatch');
    expect(await rowsOf('tools')).toBe(0);
    expect(await read(toolRequestId)).toMatchObject({ status: 'PENDING_CONFIRMATION' });
  });

  test('failures are told apart: identity, limits (PSD-PMT-BND-01, PSD-PMT-BND-07)', async () => {
    expect(await outcomeOf(prepare({ delegator: 'did:act:bank.example/u-none' }))).toBe(
      'binding_identity_failed',
    );
    expect(await outcomeOf(prepare({ currency: 'USD' }))).toBe('binding_identity_failed');
    expect(await outcomeOf(prepare({ maxAmount: '50000.01' }))).toBe('binding_over_limit');
    expect(await outcomeOf(prepare({ validUntil: bench.now }))).toBe('binding_over_limit');
    expect(await outcomeOf(prepare({ validUntil: bench.now + 367 * DAY_SECONDS }))).toBe(
      'binding_over_limit',
    );
    expect(await outcomeOf(prepare({ maxAmount: '50000.00' }))).toBe('ok');
  });

  test('how much a tool may be bound for is said by currency (PSD-PMT-BND-07)', async () => {
    const asked = (currency: string, max_amount: string) => ({
      toolRequestId: fresh('tlr'),
      delegator: IDS.delegator,
      agentId: IDS.otherAgent,
      agentJkt: actors.otherAgent.jkt,
      agentJwk: actors.otherAgent.publicJwk,
      limits: { currency, max_amount, valid_until: formatUtcSeconds(bench.now + DAY_SECONDS) },
      now: bench.now,
    });
    await bench.store.transact(async (tx) => {
      for (const currency of ['JPY', 'KWD'])
        await openAccount(tx, {
          ...{ accountId: `acct-${currency}`, owner: IDS.delegator, kind: 'user' },
          ...{ currency, now: bench.now },
        });
    });
    const policy = { ...DEFAULT_POLICY, toolMaxAmountMinorOf: { JPY: 1_000_000n, KWD: 2_500_000n } };
    const bindings = createToolBindings({
      random: (count) => crypto.getRandomValues(new Uint8Array(count)),
      policy,
    });
    const bound = (currency: string, amount: string) =>
      outcomeOf(bench.store.transact((tx) => bindings.prepare(tx, asked(currency, amount))));
    expect(await bound('JPY', '1000000')).toBe('ok');
    expect(await bound('JPY', '1000001')).toBe('binding_over_limit');
    expect(await bound('KWD', '2500.00')).toBe('ok');
    expect(await bound('KWD', '2500.01')).toBe('binding_over_limit');
    expect(await bound('CNY', '50000.00')).toBe('ok');
    expect(await bound('CNY', '50000.01')).toBe('binding_over_limit');
  });

  test('its principal revokes it, nobody else does', async () => {
    const toolRequestId = await prepare();
    const { paymentToolRef } = await activate(toolRequestId);
    const revoke = (delegator: string) =>
      bench.store.transact((tx) => bench.psp.toolBindings.revoke(tx, { paymentToolRef, delegator }));
    expect(await outcomeOf(revoke('did:act:bank.example/u-other'))).toBe('tool_invalid');
    expect(await read(toolRequestId)).toMatchObject({ status: 'ACTIVE' });
    expect([await outcomeOf(revoke(IDS.delegator)), await outcomeOf(revoke(IDS.delegator))]).toEqual([
      'ok',
      'ok',
    ]);
    expect(await read(toolRequestId)).toMatchObject({ status: 'REVOKED' });
  });

  test('a request that nobody made is not known', async () => {
    expect(await read('toolreq-none')).toBeUndefined();
  });
});
