/** An account holder with a bound tool and a merchant that quotes: everything up to a payment at act:L1. */
import { digestOfJws, digestOfObject } from '../../protocol/digest/index.ts';
import type {
  ConfirmationClaims,
  InstantPaymentBody,
  PaymentRequestClaims,
  QuoteClaims,
} from '../../protocol/generated/types.ts';
import type { Signer } from '../../protocol/jws/index.ts';
import { readMessage, signMessage } from '../../protocol/messages/index.ts';
import { newId } from '../../protocol/ports.ts';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import { DAY_SECONDS, IDS, WORLD_NOW } from '../../verifier/testing/actors.ts';
import { cart, quoteClaims } from '../../verifier/testing/claims.ts';
import { asJson } from '../json.ts';
import { findAccount, fundAccount, openAccount } from '../psp/index.ts';
import {
  type Answer,
  answer,
  attestation,
  command,
  createTestWorld,
  enrol,
  get,
  inbox,
  post,
  random,
  type TestDevice,
  type TestWorld,
  type TestWorldOptions,
} from './world.ts';

export const PAYER = 'acct-payer';
export const SHOP = 'acct-shop';

export interface InstantWorld {
  readonly world: TestWorld;
  readonly device: TestDevice;
  readonly toolRef: string;
  close(): Promise<void>;
}

/** 100.00 CNY in the account; a tool for 20.00 a payment. */
export async function createInstantWorld(options: TestWorldOptions = {}): Promise<InstantWorld> {
  const world = await createTestWorld(options);
  const device = await enrol(world, world.actors.device);
  const common = { currency: 'CNY', now: WORLD_NOW };
  await world.store.transact(async (tx) => {
    await openAccount(tx, { ...common, accountId: PAYER, owner: device.delegator, kind: 'user' });
    await openAccount(tx, { ...common, accountId: SHOP, owner: IDS.merchant, kind: 'merchant' });
    const money = { currency: 'CNY', minor: 10_000n };
    await fundAccount(tx, { accountId: PAYER, money, transferId: 'funding-1', now: WORLD_NOW });
  });
  return { world, device, toolRef: await bindTool(world, device), close: () => world.close() };
}

/** Asks for a tool; the user is not asked yet. */
export async function askForTool(
  world: TestWorld,
  device: TestDevice,
  target: string,
  max = '20.00',
): Promise<Answer> {
  const limits = {
    currency: 'CNY',
    max_amount: max,
    valid_until: formatUtcSeconds(world.time.now + DAY_SECONDS),
  };
  const signed = await command(world, world.actors.agent.signer, {
    iss: IDS.agent,
    aud: IDS.psp,
    action: 'tool.request',
    target,
    params: { digest: await digestOfObject(asJson(limits)) },
  });
  return post(world, '/tools', {
    delegator_identity: device.delegator,
    limits,
    agent_attestation: await attestation(world),
    command: signed,
  });
}

export async function bindTool(world: TestWorld, device: TestDevice, max = '20.00'): Promise<string> {
  const target = newId(random, 'treq');
  const agent = world.actors.agent.signer;
  const asked = await askForTool(world, device, target, max);
  await answer(world, device, asked.body.confirmation_id);
  const read = { iss: IDS.agent, aud: IDS.psp, action: 'tool.read', target } as const;
  return (await get(world, `/tools/${target}`, await command(world, agent, read))).body.payment_tool_ref;
}

export interface InstantOrder {
  readonly quote?: Partial<QuoteClaims>;
  readonly request?: Partial<PaymentRequestClaims>;
  readonly signer?: Signer;
}

/** Bubble tea: 18.00 with a coupon of 3.00. */
export async function paymentBody(
  instant: InstantWorld,
  order: InstantOrder = {},
): Promise<InstantPaymentBody> {
  const { world } = instant;
  const { now } = world.time;
  const exp = order.quote?.exp ?? now + 900;
  const claims: QuoteClaims = {
    ...quoteClaims(await digestOfObject(asJson(cart()))),
    jti: newId(random, 'quo'),
    iat: now,
    out_trade_no: newId(random, 'ord'),
    amount: '18.00',
    discounts: [{ funder: IDS.merchant, amount: '3.00', label: 'coupon' }],
    payer_amount: '15.00',
    categories: ['food/drink'],
    payee: { account: SHOP, psp_id: IDS.psp },
    ...order.quote,
    exp,
    pay_before: formatUtcSeconds(exp),
  };
  const quote = await signMessage('quote', claims, world.actors.merchant.signer);
  return { quote, payment_request: await requestFor(instant, quote, order) };
}

export async function requestFor(
  { world, toolRef }: InstantWorld,
  quote: string,
  { request, signer }: InstantOrder = {},
): Promise<string> {
  const { claims } = readMessage('quote', quote);
  return signMessage(
    'paymentRequest',
    {
      iss: IDS.agent,
      aud: IDS.psp,
      jti: newId(random, 'req'),
      iat: world.time.now,
      level: 'act:L1',
      quote_digest: await digestOfJws(quote),
      out_trade_no: claims.out_trade_no,
      amount: claims.amount,
      payer_amount: claims.payer_amount,
      currency: claims.currency,
      method_id: IDS.method,
      payment_tool_ref: toolRef,
      intent_id: 'intent-1',
      ...request,
    },
    signer ?? world.actors.agent.signer,
  );
}

export async function open(instant: InstantWorld, order: InstantOrder = {}): Promise<Answer> {
  return post(instant.world, '/instant-payments', await paymentBody(instant, order));
}

/** The user decides at the cashier, from what the device shows. */
export function decide(
  { world, device }: InstantWorld,
  confirmationId: string,
  changes: Partial<ConfirmationClaims> = {},
  secret?: string,
): Promise<Answer> {
  return answer(world, device, confirmationId, changes, secret);
}

export async function read({ world }: InstantWorld, target: string, by?: Signer): Promise<Answer> {
  const claims = { iss: IDS.agent, aud: IDS.psp, action: 'payment.read', target } as const;
  const signed = await command(world, by ?? world.actors.agent.signer, claims);
  return get(world, `/instant-payments/${target}`, signed);
}

/** Minor units of payer and shop. */
export async function balances({ world }: InstantWorld): Promise<readonly (bigint | undefined)[]> {
  const found = await Promise.all([PAYER, SHOP].map((id) => findAccount(world.store.read, id)));
  return found.map((account) => account?.balanceMinor);
}

/** What the device's inbox holds. */
export async function waiting({ world, device }: InstantWorld): Promise<Answer['body'][]> {
  return (await inbox(world, device)).body.pending;
}
