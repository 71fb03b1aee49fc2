import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { localStatusOf } from '../../src/issuer/iac/index.ts';
import { revokeMandate } from '../../src/issuer/iac/lifecycle.ts';
import { issuerMigrations } from '../../src/issuer/migrations.ts';
import { createStatusSource, type Psp } from '../../src/issuer/psp/index.ts';
import {
  type Bench,
  booksBalance,
  createBench,
  FUNDED_MINOR,
  fresh,
  outcomeOf,
  PAYEE_ACCOUNT,
  PAYER_ACCOUNT,
  WIDE_MANDATE,
} from '../../src/issuer/psp/testing/bench.ts';
import type { PaymentBody } from '../../src/protocol/generated/types.ts';
import type { Store } from '../../src/store/index.ts';
import { DatabaseLine } from '../../src/store/testing/database-line.ts';
import { postgres } from '../../src/store/testing/engines.ts';
import { openPatiently } from '../../src/store/testing/patient.ts';
import { type Actors, createActors, IDS } from '../../src/verifier/testing/actors.ts';
import type { Changes } from '../../src/verifier/testing/world.ts';

const BUYERS = 50;
const MERCHANT_COMMAND = { iss: IDS.merchant, aud: IDS.psp };

const engine = postgres();
let actors: Actors;
let bench: Bench;
let second: Store;
let services: readonly Psp[];

beforeAll(async () => {
  await engine.start();
  actors = await createActors();
});

afterAll(() => engine.stop());

async function begin(changes: Changes): Promise<void> {
  bench = await createBench(actors, changes, engine);
  second = await openPatiently(bench.location, issuerMigrations);
  services = [bench.psp, bench.service(second)];
}

async function end(): Promise<void> {
  await second.close();
  await bench.close();
}

beforeEach(() => begin(WIDE_MANDATE));
afterEach(end);

const NARROW_MANDATE: Changes = {
  intent: (intent) => {
    WIDE_MANDATE.intent?.(intent);
    intent.max_total_amount = 600;
  },
};

/** Every body at one of the services, by many buyers at once. */
async function payAll(bodies: readonly PaymentBody[]): Promise<Record<string, number>> {
  const waiting = [...bodies.entries()];
  const counts: Record<string, number> = {};
  const buyer = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const [index, body] = next;
      const outcome = await outcomeOf(serviceFor(index).pay(body));
      counts[outcome] = (counts[outcome] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: BUYERS }, buyer));
  return counts;
}

function serviceFor(index: number): Psp {
  return services[index % services.length] ?? bench.psp;
}

async function spentMinor(): Promise<bigint> {
  return FUNDED_MINOR - (await bench.balance(PAYER_ACCOUNT));
}

describe('two services on one database', () => {
  test('stop together at exactly ⌊cap / amount⌋ (PSD-PAY-DEL-12, OA-LDG-21, P6)', async () => {
    await end();
    await begin(NARROW_MANDATE);
    const bodies = await Promise.all(Array.from({ length: 200 }, () => bench.payment({ amount: '29.90' })));
    expect(await payAll(bodies)).toEqual({ ok: 20, amount_over_total_limit: 180 });
    expect(await bench.balance(PAYEE_ACCOUNT)).toBe(20n * 2_990n);
    expect(await booksBalance(bench)).toBe(true);
  });

  test('100 calls for one order, which uses the mandate up: one debit, the same answer (OA-RPL-02, P14)', async () => {
    await end();
    await begin(NARROW_MANDATE);
    const body = await bench.payment();
    const bodies = await Promise.all(Array.from({ length: 100 }, () => bench.requestAgain(body, {})));
    const answers = await Promise.all(bodies.map((one, index) => serviceFor(index).pay(one)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await spentMinor()).toBe(55_350n);
    expect(await booksBalance(bench)).toBe(true);
  });

  test('one request id at both: one payment, the rest are replays (PSD-PAY-DEL-05, OA-RPL-01, P1)', async () => {
    const requestId = fresh('req');
    const body = await bench.payment({ requestId });
    expect(await payAll(Array.from({ length: 20 }, () => body))).toEqual({ ok: 1, request_duplicate: 19 });
    const id = fresh('req');
    const orders = await Promise.all(Array.from({ length: 20 }, () => bench.payment({ requestId: id })));
    expect(await payAll(orders)).toEqual({ ok: 1, request_id_reused: 19 });
    expect(await spentMinor()).toBe(2n * 55_350n);
  });

  test('one command at both is used once (OA-CMD-02)', async () => {
    const { trade_no: target } = await bench.psp.pay(await bench.payment());
    const command = await bench.command({ target }, actors.agent.signer);
    const outcomes = await Promise.all(services.map((service) => outcomeOf(service.query(command))));
    expect(outcomes.sort()).toEqual(['command_duplicate', 'ok']);
  });

  test('refunds that meet: never more than was paid, the same refund once, and closed when it is all (OA-RFD-01, P13)', async () => {
    const { trade_no: target } = await bench.psp.pay(await bench.payment({ amount: '9.00' }));
    const refund = async (refundId: string, amount: string) =>
      bench.command(
        {
          ...MERCHANT_COMMAND,
          action: 'payment.refund',
          target,
          params: { amount, currency: 'CNY', refund_id: refundId },
        },
        actors.merchant.signer,
      );
    const commands = await Promise.all(['r1', 'r2', 'r3', 'r3', 'r4'].map((id) => refund(id, '3.00')));
    const outcomes = await Promise.all(
      commands.map((command, index) => outcomeOf(serviceFor(index).refund(target, command))),
    );
    const refunded = await second.read.all('SELECT refund_id FROM refunds');
    expect(refunded).toHaveLength(3);
    expect(outcomes.filter((outcome) => outcome !== 'ok')).toEqual(
      outcomes.filter((outcome) => outcome === 'refund_over_captured'),
    );
    const trade = await second.read.get('SELECT state, refunded_minor FROM payments');
    expect({ ...trade }).toEqual({ state: 'TRADE_CLOSED', refunded_minor: 900n });
    expect(await spentMinor()).toBe(0n);
  });

  test('the same delivery confirmed at both: both are told the same (PSD-PAY-A402-20)', async () => {
    const { trade_no: target } = await bench.psp.pay(await bench.payment());
    const confirm = () =>
      bench.command({ ...MERCHANT_COMMAND, action: 'fulfilment.confirm', target }, actors.merchant.signer);
    const commands = [await confirm(), await confirm(), await confirm(), await confirm()];
    const answers = await Promise.all(
      commands.map((command, index) => serviceFor(index).confirmFulfilment(target, command)),
    );
    expect(new Set(answers.map(({ state }) => state))).toEqual(new Set(['WAIT_BUYER_RECEIPT']));
  });
});

describe('a commit whose answer was lost', () => {
  test('is found by a query, and by asking for the order again (OA-QRY-01, OA-RPL-02, OA-LDG-01)', async () => {
    const line = new DatabaseLine(bench.location);
    await line.open();
    const distant = await openPatiently(line.by(bench.location), issuerMigrations);
    const requestId = fresh('req');
    const body = await bench.payment({ requestId });
    const service = bench.service(distant);
    line.fate = 'lose commit answers';
    expect(await outcomeOf(service.pay(body))).toBe('store_unavailable');
    const command = await bench.command({ target: requestId }, actors.agent.signer);
    const answer = await bench.psp.query(command);
    expect(await bench.psp.pay(await bench.requestAgain(body, {}))).toEqual(answer);
    expect(await spentMinor()).toBe(55_350n);
    line.fate = 'pass';
    expect(await outcomeOf(service.pay(await bench.payment()))).toBe('ok');
    await distant.close();
    await line.close();
  });

  test('a query waits for a payment that is about to commit (OA-QRY-02)', async () => {
    const requestId = fresh('req');
    const holder = await connect();
    await holder.query('BEGIN');
    await holder.query('SELECT 1 FROM accounts WHERE account_id = $1 FOR UPDATE', [PAYEE_ACCOUNT]);
    const paying = bench.psp.pay(await bench.payment({ requestId }));
    await waiters(holder, 1);
    const query = serviceFor(1).query(await bench.command({ target: requestId }, actors.agent.signer));
    await waiters(holder, 2);
    await holder.query('COMMIT');
    await holder.end();
    expect(await query).toEqual(await paying);
  });
});

async function connect(): Promise<Client> {
  const client = new Client({ connectionString: bench.location });
  await client.connect();
  return client;
}

/** Waits until so many connections wait for a lock. */
async function waiters(client: Client, count: number): Promise<void> {
  const waiting = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'";
  const look = async () => {
    // Within a transaction the server shows for ever who was connected when it was asked first.
    await client.query('SELECT pg_stat_clear_snapshot()');
    return (await client.query(waiting)).rowCount;
  };
  await expect.poll(look, { timeout: 60_000 }).toBe(count);
}

describe('a revocation that races a charge', () => {
  const MANDATE = 'dlg-1';
  let issuer: Store;
  let psp: Psp;

  beforeEach(async () => {
    issuer = await openPatiently(bench.location, issuerMigrations);
    const status = createStatusSource({ localIssuer: IDS.issuer, local: localStatusOf });
    psp = bench.service(second, { status });
    await issuer.transact(async (tx) => {
      await tx.run('INSERT INTO iac_status_lists (number, allotted, version) VALUES (1, 1, 0)');
      await tx.run(
        `INSERT INTO iac_mandates (delegation_id, content_digest, iac, psp_id, delegator, agent_id, agent_jkt,
           agent_jwk, confirmation_id, starts_at, ends_at, state, revision, status_list, status_index)
         VALUES ($1, 'd', '{}', $2, $3, $4, $5, $6, 'c', 0, $7, 'ISSUED', 0, 1, 7)`,
        [
          MANDATE,
          IDS.psp,
          IDS.delegator,
          IDS.agent,
          actors.agent.jkt,
          JSON.stringify(actors.agent.publicJwk),
          bench.now + 1_000,
        ],
      );
    });
  });

  afterEach(() => issuer.close());

  function revoke(): Promise<unknown> {
    const request = {
      delegationId: MANDATE,
      by: 'delegator',
      issuerId: 'did:act:bank.example/iac',
      now: bench.now,
    } as const;
    return issuer.transact((tx) => revokeMandate(tx, request));
  }

  test.each([
    ['COMMIT', 'mandate_revoked'],
    ['ROLLBACK', 'ok'],
  ])(
    'a charge waits for a revocation that is under way: %s, %s (ADD-IAC-LCM-11, P8)',
    async (how, outcome) => {
      const revoker = await connect();
      await revoker.query('BEGIN');
      await revoker.query("UPDATE iac_mandates SET state = 'REVOKED' WHERE delegation_id = $1", [MANDATE]);
      const charge = outcomeOf(psp.pay(await bench.payment()));
      await waiters(revoker, 1);
      await revoker.query(how);
      await revoker.end();
      expect(await charge).toBe(outcome);
    },
  );

  test('no charge is committed after a revocation, and the revocation is not refused (P8, OA-LDG-22)', async () => {
    const bodies = await Promise.all(Array.from({ length: 60 }, () => bench.payment({ amount: '1.00' })));
    const charges = bodies.map((body) => outcomeOf(psp.pay(body)));
    await Promise.race(charges);
    await revoke();
    const outcomes = new Set(await Promise.all(charges));
    expect(outcomes).toContain('ok');
    expect(await outcomeOf(psp.pay(await bench.payment()))).toBe('mandate_revoked');
    const late = await issuer.read.all(
      `SELECT p.trade_no FROM payments p, iac_mandates m
       WHERE m.delegation_id = $1 AND pg_xact_commit_timestamp(p.xmin) > pg_xact_commit_timestamp(m.xmin)`,
      [MANDATE],
    );
    expect(late).toEqual([]);
    expect(await booksBalance(bench)).toBe(true);
  });
});
