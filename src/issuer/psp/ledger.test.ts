import fc from 'fast-check';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Actors, createActors } from '../../verifier/testing/actors.ts';
import { auditLedger, legsBetween, openAccount, postTransfer, reversalOf } from './index.ts';
import {
  type Bench,
  createBench,
  FUNDED_MINOR,
  outcomeOf,
  PAYEE_ACCOUNT,
  PAYER_ACCOUNT,
} from './testing/bench.ts';

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

let transfers = 0;

function post(from: string, to: string, minor: bigint, transferId = `t-${transfers++}`, currency = 'CNY') {
  return bench.store.transact((tx) =>
    postTransfer(tx, {
      transferId,
      kind: 'payment',
      reference: 'r',
      currency,
      legs: legsBetween(from, to, minor),
      now: bench.now,
    }),
  );
}

describe('double entry (OA-LDG-02, OA-LDG-03)', () => {
  test('money goes from one account to another, never below zero (PSD-PAY-DEL-17)', async () => {
    await post(PAYER_ACCOUNT, PAYEE_ACCOUNT, 100n);
    expect(await outcomeOf(post(PAYEE_ACCOUNT, PAYER_ACCOUNT, 101n))).toBe('balance_insufficient');
    await post(PAYEE_ACCOUNT, PAYER_ACCOUNT, 100n);
    expect(await bench.balance(PAYER_ACCOUNT)).toBe(FUNDED_MINOR);
  });

  test('not between currencies, not into nowhere, not twice', async () => {
    expect(await outcomeOf(post(PAYER_ACCOUNT, PAYEE_ACCOUNT, 1n, 'usd', 'USD'))).toBe(
      'balance_insufficient',
    );
    expect(await outcomeOf(post(PAYER_ACCOUNT, 'acct-none', 1n))).toBe('balance_insufficient');
    await post(PAYER_ACCOUNT, PAYEE_ACCOUNT, 1n, 'once');
    expect(await outcomeOf(post(PAYER_ACCOUNT, PAYEE_ACCOUNT, 1n, 'once'))).toBe('store_unavailable');
    expect(await bench.balance(PAYEE_ACCOUNT)).toBe(1n);
  });

  test('legs that do not add up are a fault of the program and post nothing', async () => {
    const lopsided = bench.store.transact((tx) =>
      postTransfer(tx, {
        transferId: 'lopsided',
        kind: 'payment',
        reference: 'r',
        currency: 'CNY',
        legs: [{ accountId: PAYER_ACCOUNT, direction: 'debit', minor: 1n }],
        now: bench.now,
      }),
    );
    await expect(lopsided).rejects.toMatchObject({ code: 'internal' });
    expect((await auditLedger(bench.store.read)).balanced).toBe(true);
  });

  test('entries cannot be changed or removed; a correction is a new transfer', async () => {
    await post(PAYER_ACCOUNT, PAYEE_ACCOUNT, 70n, 'wrong');
    for (const change of [
      'UPDATE entries SET amount_minor = 1',
      'DELETE FROM entries',
      'DELETE FROM transfers',
    ]) {
      expect(await outcomeOf(bench.store.transact((tx) => tx.run(change)))).toBe('store_unavailable');
    }
    await bench.store.transact(async (tx) =>
      postTransfer(tx, {
        transferId: 'right',
        kind: 'correction',
        reference: 'wrong',
        currency: 'CNY',
        legs: await reversalOf(tx, 'wrong'),
        now: bench.now,
      }),
    );
    expect(await bench.balance(PAYER_ACCOUNT)).toBe(FUNDED_MINOR);
    await expect(reversalOf(bench.store.read, 'never')).rejects.toMatchObject({ code: 'internal' });
  });

  test('the audit names an account whose balance was touched', async () => {
    expect(await auditLedger(bench.store.read)).toMatchObject({ balanced: true, wrongAccounts: [] });
    await bench.store.transact((tx) =>
      tx.run('UPDATE accounts SET balance_minor = balance_minor + 1 WHERE account_id = $1', [PAYER_ACCOUNT]),
    );
    expect(await auditLedger(bench.store.read)).toMatchObject({
      balanced: false,
      wrongAccounts: [PAYER_ACCOUNT],
    });
  });

  test('whatever is posted, the books balance and no money is made', async () => {
    const names = [PAYER_ACCOUNT, PAYEE_ACCOUNT, 'acct-voyage'];
    const account = fc.constantFrom(...names);
    const steps = fc.array(fc.tuple(account, account, fc.bigInt(0n, FUNDED_MINOR)), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        for (const [from, to, minor] of all) if (from !== to) await outcomeOf(post(from, to, minor));
        const balances = await Promise.all(names.map((name) => bench.balance(name)));
        return (
          balances.every((balance) => balance >= 0n) &&
          balances.reduce((sum, balance) => sum + balance, 0n) === FUNDED_MINOR &&
          (await auditLedger(bench.store.read)).balanced
        );
      }),
      { numRuns: 25 },
    );
    expect((await auditLedger(bench.store.read)).balanced).toBe(true);
  });

  test('an account is opened once', async () => {
    const account = {
      accountId: 'acct-new',
      owner: 'did:act:x.example/y',
      kind: 'user',
      currency: 'CNY',
      now: 1,
    } as const;
    await bench.store.transact((tx) => openAccount(tx, account));
    await bench.store.transact((tx) => openAccount(tx, account));
    const taken = bench.store.transact((tx) => openAccount(tx, { ...account, owner: 'did:act:x.example/z' }));
    expect(await outcomeOf(taken)).toBe('internal');
    const unknown = bench.store.transact((tx) =>
      openAccount(tx, { ...account, accountId: 'b', currency: 'XXX' }),
    );
    expect(await outcomeOf(unknown)).toBe('currency_unknown');
  });
});
