/** Held money, money that is paid back, and what is delivered on access: whoever has a part in it dies at each commit. */
import { escrowAccount } from '../../src/issuer/psp/accounts.ts';
import {
  type Bench,
  booksBalance,
  createBench,
  PAYEE_ACCOUNT,
  PAYER_ACCOUNT,
} from '../../src/issuer/psp/testing/bench.ts';
import type { CommandClaims } from '../../src/protocol/generated/types.ts';
import { createActors, DAY_SECONDS, IDS, WORLD_NOW } from '../../src/verifier/testing/actors.ts';
import { put } from '../../src/verifier/testing/changes.ts';
import { ORDER_NO } from '../../src/verifier/testing/claims.ts';
import type { Changes } from '../../src/verifier/testing/world.ts';
import { createWitnesses, disputeWorld } from '../disputes/world.ts';
import { createA402World, SHOP, SUB } from '../e2e/a402-world.ts';
import { everyDeath, type Stage } from './dying.ts';

const actors = await createActors();
const witnesses = await createWitnesses(actors);

/** A payment service with one payment, and what is done about it until it is done. */
async function trade(
  held: boolean,
  work: (bench: Bench, tradeNo: string) => Promise<() => Promise<unknown>>,
): Promise<Stage> {
  const bench = await createBench(actors);
  const escrow = await bench.store.transact((tx) => escrowAccount(tx, 'CNY', bench.now));
  const quote = held ? { settlement: 'ESCROW' as const } : {};
  const paid = await bench.psp.pay(await bench.payment({ outTradeNo: ORDER_NO, quote }));
  const done = await work(bench, paid.trade_no);
  const accounts = [PAYER_ACCOUNT, PAYEE_ACCOUNT, escrow, 'compensation:CNY'];
  const act = async () => {
    const answer = withoutTradeNo(await done());
    const row = await bench.store.read.get('SELECT state, refunded_minor FROM payments');
    const balances = await Promise.all(accounts.map((account) => bench.balance(account)));
    return [answer, row, balances, await booksBalance(bench)];
  };
  return {
    store: bench.store,
    act,
    again: act,
    async restart() {
      bench.psp = bench.service(bench.store);
    },
    close: () => bench.close(),
  };
}

/** Each of these services gives its trade a number of its own. */
function withoutTradeNo(answer: unknown): unknown {
  const { trade_no: _, ...rest } = { ...(answer as object) } as { readonly trade_no?: string };
  return rest;
}

function byMerchant(bench: Bench, claims: Partial<CommandClaims>): Promise<string> {
  return bench.command({ iss: IDS.merchant, ...claims }, actors.merchant.signer);
}

async function deliver(bench: Bench, target: string): Promise<unknown> {
  return bench.psp.confirmFulfilment(
    target,
    await byMerchant(bench, { action: 'fulfilment.confirm', target }),
  );
}

async function receive(bench: Bench, target: string): Promise<unknown> {
  return bench.psp.confirmReceipt(
    target,
    await bench.command({ action: 'trade.receive', target }, actors.agent.signer),
  );
}

async function refundPart(bench: Bench, target: string): Promise<void> {
  const params = { amount: '100.00', currency: 'CNY', refund_id: 'refund-1' };
  await bench.psp.refund(target, await byMerchant(bench, { action: 'payment.refund', target, params }));
}

/** Shown evidence that the payment lay outside the mandate. */
async function stolen(bench: Bench, tradeNo: string): Promise<() => Promise<unknown>> {
  bench.now = WORLD_NOW + 2 * 3_600;
  const receipt = put<object>({ trade_no: tradeNo }) as NonNullable<Changes['receipt']>;
  const { bytes } = await disputeWorld(actors, witnesses, { purchase: { receipt, statuses: { 5: 1 } } });
  return () => bench.psp.compensate(bytes);
}

/** Who dies while an agent buys on access. */
async function onAccess(dying: 'agent' | 'seller' | 'bank'): Promise<Stage> {
  const world = await createA402World();
  world.handler.answer = () => Response.json({ trend: 'up' });
  const { shopStore, agentStore, issuer } = world;
  const stores = { agent: agentStore, seller: shopStore, bank: issuer.store };
  const { [dying]: store, ...others } = stores;
  const buy = async () => {
    const response = await world.buy(`${SHOP}/market/trend`, { purchaseId: 'once' });
    const balances = await Promise.all([`sub:${SUB}`, 'acct-user', 'acct-rail'].map(world.balance));
    const bought = await agentStore.read.all("SELECT state FROM agent_a402_purchases WHERE state <> 'OPEN'");
    const sold = await shopStore.read.all("SELECT state FROM a402_orders WHERE state <> 'OFFERED'");
    return [response.status, await response.json(), balances, bought, sold];
  };
  return {
    store,
    others: Object.values(others),
    // A bill that nobody has kept is followed by another, a request that may not have been sent by one for the same
    // bill, and each showing of a proof has a proof of the holder of its own.
    apart: ['a402_orders', 'a402_holder_proofs', 'record_outbox', 'agent_a402_purchases'],
    act: buy,
    async restart() {
      if (dying === 'seller') world.restartSeller();
      if (dying === 'bank') {
        Object.assign(issuer, { issuer: issuer.restart() });
        await issuer.issuer.start();
      }
      // Whoever waited for an answer of the dead has given up.
      world.restartBuyer();
      // A delivery that died is taken over when its lease has run out.
      issuer.time.now += 30;
    },
    again: buy,
    close: () => world.close(),
  };
}

everyDeath({
  'held money is released to the seller': () =>
    trade(true, async (bench, tradeNo) => {
      await refundPart(bench, tradeNo);
      await deliver(bench, tradeNo);
      return () => receive(bench, tradeNo);
    }),
  'goods count as received': () =>
    trade(true, async (bench, tradeNo) => {
      await deliver(bench, tradeNo);
      bench.now += 7 * DAY_SECONDS;
      return async () => void (await bench.psp.finishReceived());
    }),
  'nothing was delivered in time, and what is held goes back': () =>
    trade(true, async (bench, tradeNo) => {
      await refundPart(bench, tradeNo);
      bench.now += 7 * DAY_SECONDS;
      return async () => void (await bench.psp.returnUndelivered());
    }),
  'a delivery is confirmed for held money': () =>
    trade(true, async (bench, tradeNo) => () => deliver(bench, tradeNo)),
  'a stolen payment is compensated': () => trade(false, stolen),
  'a stolen payment that is still held is compensated': () => trade(true, stolen),
  'a stolen payment of which something was given back, and the goods were delivered, is compensated': () =>
    trade(true, async (bench, tradeNo) => {
      await refundPart(bench, tradeNo);
      await deliver(bench, tradeNo);
      return stolen(bench, tradeNo);
    }),
  'an agent buys on access, and dies': () => onAccess('agent'),
  'an agent buys on access from a seller that dies': () => onAccess('seller'),
  'an agent buys on access with a payment service that dies': () => onAccess('bank'),
});
