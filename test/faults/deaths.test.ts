import { authorisedTask, createAgentWorld } from '../../src/agent/testing/world.ts';
import { asJson } from '../../src/issuer/json.ts';
import { booksBalance, receiptOf } from '../../src/issuer/psp/testing/bench.ts';
import {
  bankActors,
  CLEARING,
  createTwoServices,
  OTHER_PSP,
} from '../../src/issuer/psp/testing/two-services.ts';
import { manage, openCard } from '../../src/issuer/testing/card.ts';
import * as till from '../../src/issuer/testing/instant.ts';
import * as bank from '../../src/issuer/testing/world.ts';
import * as shop from '../../src/merchant/testing/world.ts';
import { digestOfJws, digestOfObject } from '../../src/protocol/digest/index.ts';
import type { IacPayload } from '../../src/protocol/generated/types.ts';
import { readMessage, signMessage } from '../../src/protocol/messages/index.ts';
import { newId } from '../../src/protocol/ports.ts';
import { sqlite } from '../../src/store/testing/sqlite.ts';
import { createCreditServiceWorld } from '../../src/trust/credit/testing/world.ts';
import { createActors, IDS } from '../../src/verifier/testing/actors.ts';
import { attestationClaims } from '../../src/verifier/testing/claims.ts';
import { everyDeath, type Stage } from './dying.ts';

const stages: Record<string, () => Promise<Stage>> = {
  async 'a user pays at the cashier'() {
    const instant = await till.createInstantWorld();
    const { world } = instant;
    const body = await till.paymentBody(instant);
    const { body: asked } = await bank.post(world, '/instant-payments', body);
    const decided = () => till.decide(instant, asked.confirmation_id);
    return {
      ...bankStage(world),
      act: async () => [
        (await decided()).status,
        (await till.read(instant, asked.payment_id)).body.payment?.state,
      ],
      async again() {
        if ((await till.waiting(instant)).length > 0) await decided();
        return [200, (await till.read(instant, asked.payment_id)).body.payment?.state];
      },
      close: () => instant.close(),
    };
  },
  async 'a payment is given back in part'() {
    const instant = await till.createInstantWorld();
    const { world } = instant;
    const { body: asked } = await till.open(instant);
    await till.decide(instant, asked.confirmation_id);
    const tradeNo = (await till.read(instant, asked.payment_id)).body.payment.trade_no;
    const params = { amount: '4.00', currency: 'CNY', refund_id: 'refund-1' };
    const order = {
      iss: IDS.merchant,
      aud: IDS.psp,
      action: 'payment.refund',
      target: tradeNo,
      params,
    } as const;
    const refund = async () => {
      const command = await bank.command(world, world.actors.merchant.signer, order);
      const { body } = await bank.post(world, `/payments/${tradeNo}/refunds`, { command });
      return [body.refund_id, body.refunded_total, body.state];
    };
    return { ...bankStage(world), act: refund, again: refund, close: () => instant.close() };
  },
  async 'a card with money on it is closed'() {
    const instant = await till.createInstantWorld();
    const card = await openCard(instant, '30.00');
    const shut = async () => {
      const { status, body } = await manage(instant, card, 'close');
      return [status, body.state, body.balance];
    };
    return { ...bankStage(instant.world), act: shut, again: shut, close: () => instant.close() };
  },
  async 'a mandate is revoked with what was handed down'() {
    const world = await bank.createTestWorld();
    const device = await bank.enrol(world, world.actors.device);
    const ext = {
      commerce: { allowed_merchants: [IDS.merchant], max_single_amount: 10 },
      openact: { delegation_depth: 2, times_limit: 3 },
    };
    const rootId = await bank.issue(world, device, { ext } as Partial<IacPayload>);
    for (const _ of [1, 2]) await handDown(world, rootId);
    const revoke = async () => (await bank.lifecycle(world, device, 'revoke', rootId)).status;
    const settled = async () => {
      const status = await revoke();
      return status === 200 || (await bank.readMandate(world, rootId)).body.status;
    };
    return {
      ...bankStage(world),
      act: async () => (await revoke()) === 200,
      again: async () => [true, 'Revoked'].includes(await settled()),
      close: () => world.close(),
    };
  },
  async 'a mandate is confirmed'() {
    const world = await bank.createTestWorld();
    const device = await bank.enrol(world, world.actors.device);
    const iac = await bank.iacFor(device.delegator);
    const asked = await bank.post(world, '/mandates', await bank.mandateBody(world, iac));
    const given = async () => new Set(Object.keys((await bank.readMandate(world, iac.delegation_id)).body));
    return {
      ...bankStage(world),
      act: async () => (await bank.answer(world, device, asked.body.confirmation_id)) && given(),
      async again() {
        const { body } = await bank.inbox(world, device);
        if (body.pending.length > 0) await bank.answer(world, device, asked.body.confirmation_id);
        return given();
      },
      close: () => world.close(),
    };
  },
  async 'an order with a coupon is quoted'() {
    const world = await shop.createMerchantWorld();
    const order = shop.orderOf({
      lines: [{ item_id: 'tea-1', quantity: 1 }],
      expected_amount: '15.00',
      coupon: 'TEA3',
      request_id: 'wish-1',
    });
    const quote = async () => {
      const { status, body } = await shop.post(world, '/quotes', await shop.quoteBody(world, order));
      return [status, body.code, body.quote && readMessage('quote', body.quote).claims.payer_amount];
    };
    return { ...shopStage(world), act: quote, again: quote };
  },
  async 'an order is cancelled'() {
    const world = await shop.createMerchantWorld();
    const { quote } = await shop.quoted(world);
    const target = readMessage('quote', quote).claims.out_trade_no;
    const cancel = async () => {
      const command = await shop.command(world, { action: 'order.cancel', target });
      const { status, body } = await shop.post(world, `/orders/${target}/cancel`, { command });
      return [status, body.state];
    };
    return { ...shopStage(world), act: cancel, again: cancel };
  },
  async 'goods are released'() {
    const world = await shop.createMerchantWorld();
    const { quote } = await shop.quoted(world);
    const receipt = await shop.receiptFor(world, quote);
    const release = async () => {
      const { status, body } = await shop.release(world, quote, receipt);
      return [status, body.goods?.length];
    };
    return { ...shopStage(world), act: release, again: release };
  },
  async 'a shop is told of a payment'() {
    const world = await shop.createMerchantWorld();
    const { quote } = await shop.quoted(world);
    const receipt = await shop.receiptFor(world, quote);
    const tell = async () => (await shop.post(world, '/payment-results', { receipt })).status;
    return { ...shopStage(world), act: tell, again: tell };
  },
  async 'credit is confirmed in the place of a former credential'() {
    const world = await createCreditServiceWorld();
    const former = await world.issue();
    const { body: draft } = await world.apply({ predecessor: former });
    const states = async () => [await world.state(former), await world.state(draft.credential_id)];
    return {
      store: world.store,
      act: async () => (await world.confirm(draft)) && states(),
      restart: async () => {},
      again: async () => (await world.confirm(draft)) && states(),
      close: () => world.close(),
    };
  },
  async 'credit is verified'() {
    const world = await createCreditServiceWorld();
    const id = await world.issue();
    const question = () => world.ask(world.request(id, { level: 'CREDENTIAL' }));
    const ask = async () => (await question()).result;
    return {
      store: world.store,
      // Another question has another id and another record.
      apart: ['credit_requests', 'credit_verifications'],
      act: ask,
      restart: async () => {},
      again: ask,
      close: () => world.close(),
    };
  },
  async 'credit is reassessed and concluded'() {
    const world = await createCreditServiceWorld();
    const id = await world.issue();
    const run = async () => {
      const held = await world.state(id);
      if (held === 'ACTIVE ISSUED') await world.order('reassess', 'service', id, 'REASSESSMENT');
      if ((await world.state(id)).startsWith('SUSPENDED')) await world.order('resume', 'service', id);
      return world.state(id);
    };
    return { store: world.store, act: run, restart: async () => {}, again: run, close: () => world.close() };
  },
  async 'an agent buys'() {
    const world = await createAgentWorld();
    const id = await authorisedTask(world);
    const running = { agent: world.agent };
    const buy = async () => {
      const { status, result } = await running.agent.buy(id, 'once');
      return [status, result?.status, world.bank.paid.size];
    };
    return {
      store: world.store,
      // A decision that led to nothing is taken anew, because prices may have changed; a request that may not have been
      // sent is followed by another for the same quote, which is paid once.
      apart: ['agent_decisions', 'agent_payment_requests', 'record_outbox'],
      act: buy,
      restart: async () => {
        running.agent = world.restart();
      },
      again: buy,
      close: () => world.close(),
    };
  },
};

for (const dying of ['a', 'b'] as const) {
  stages[`a payment into another service is given back, where ${dying} dies`] = () =>
    twoStage(dying, 'refund');
  stages[`two services settle what they owe each other, where ${dying} dies`] = () =>
    twoStage(dying, 'settle');
}

async function twoStage(dying: 'a' | 'b', what: 'refund' | 'settle'): Promise<Stage> {
  const actors = await bankActors(await createActors());
  const two = await createTwoServices(actors, sqlite);
  const { a, b } = two;
  const from = a.now;
  const paid = await a.psp.pay(await two.payment());
  const target = receiptOf(paid.seller_receipt).trade_no;
  const params = { amount: '100.00', currency: 'CNY', refund_id: 'refund-1' };
  const order = { iss: IDS.merchant, aud: OTHER_PSP, action: 'payment.refund', target, params } as const;
  const refund = async () => {
    const { refunded_total, state } = await b.psp.refund(
      target,
      await b.command(order, actors.merchant.signer),
    );
    return [refunded_total, state, await booksBalance(a), await booksBalance(b)];
  };
  const key = { partner: OTHER_PSP, from, until: from + 1_800, currency: 'CNY' };
  const settle = async () => {
    await a.psp.agreeNetting(key);
    const { state } = await a.psp.settleNetting(key, 'transfer-1');
    return [state, await a.balance(CLEARING.atA), await b.balance(CLEARING.atB)];
  };
  if (what === 'settle') two.advance(3_600);
  two.arrived.add('transfer-1');
  const act = what === 'refund' ? refund : settle;
  const [store, other] = dying === 'a' ? [a.store, b.store] : [b.store, a.store];
  return { store, others: [other], act, again: act, restart: async () => {}, close: () => two.close() };
}

function bankStage(world: bank.TestWorld): Pick<Stage, 'store' | 'restart'> {
  return {
    store: world.store,
    async restart() {
      Object.assign(world, { issuer: world.restart() });
      await world.issuer.start();
    },
  };
}

function shopStage(world: shop.MerchantWorld): Pick<Stage, 'store' | 'restart' | 'close'> {
  return {
    store: world.store,
    async restart() {
      Object.assign(world, { merchant: await world.restart() });
    },
    close: () => world.close(),
  };
}

async function handDown(world: bank.TestWorld, parentId: string): Promise<void> {
  const { mandate } = (await bank.readMandate(world, parentId)).body;
  const {
    user_confirmation_method: _m,
    user_confirmation_timestamp: _t,
    ...terms
  } = readMessage('mandate', mandate).claims.iac;
  const iac = {
    ...terms,
    delegation_id: newId(bank.random, 'dlg'),
    agent_id: IDS.otherAgent,
    max_total_amount: 500,
    ext: { ...terms.ext, openact: { times_limit: 2, parent_mandate: await digestOfJws(mandate) } },
  } as IacPayload;
  const { otherAgent, provider, agent } = world.actors;
  const params = { digest: await digestOfObject(asJson(iac)) };
  const claims = {
    ...attestationClaims(world.actors),
    sub: IDS.otherAgent,
    cnf: { jwk: otherAgent.publicJwk },
  };
  const { status, body } = await bank.post(world, `/mandates/${parentId}/delegations`, {
    iac,
    agent_attestation: await signMessage('attestation', claims, provider.signer),
    command: await bank.command(world, otherAgent.signer, {
      iss: IDS.otherAgent,
      action: 'mandate.request',
      target: iac.delegation_id,
      params,
    }),
    delegation: await bank.command(world, agent.signer, {
      iss: IDS.agent,
      action: 'mandate.delegate',
      target: parentId,
      params,
    }),
  });
  if (status !== 201) throw new Error(`not handed down: ${body.code}`);
}

everyDeath(stages);
