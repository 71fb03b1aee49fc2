/** act:L3: the whole life of a sub-account, on a second one that is closed again. */
import {
  type AgentContext,
  createBuyingFetch,
  proveKey,
  readSubAccount,
  requestSubAccount,
  type SubAccountKey,
} from '../src/agent/index.ts';
import type { Exchange } from '../src/http/index.ts';
import { digestOfObject, jwkThumbprint } from '../src/protocol/digest/index.ts';
import type { JsonValue } from '../src/protocol/json/index.ts';
import { generateKeyPair, localSigner, type PrivateJwk } from '../src/protocol/jws/index.ts';
import { newId } from '../src/protocol/ports.ts';
import { formatUtcSeconds } from '../src/protocol/time/index.ts';
import { CURRENCY, IDS } from './plan.ts';
import type { Stage } from './stage.ts';
import type { World } from './world.ts';

const POLL_MILLISECONDS = 50;
const DAY_SECONDS = 86_400;

interface Buyer {
  readonly context: AgentContext;
  readonly mandate: string;
  readonly exchange: Exchange;
}

/** A key for one sub-account and nothing else. */
export async function newKey(): Promise<SubAccountKey & { readonly privateJwk: PrivateJwk }> {
  const { publicJwk, privateJwk } = await generateKeyPair('ES256');
  return {
    publicJwk,
    privateJwk,
    signer: await localSigner(privateJwk, { kid: await jwkThumbprint(publicJwk) }),
  };
}

/** Opened, funded, frozen, put back into use under a new key, closed, and looked at. */
export async function lifeOfAPurse(world: World, stage: Stage, buyer: Buyer): Promise<void> {
  stage.chapter('A purse for small sums: frozen, its key is dead; a new key brings it back');
  const { context } = buyer;
  const old = await newKey();
  const purse = await open(world, context, old);
  await world.device.ask({ do: 'fund', subAccount: purse, amount: '1.00', currency: CURRENCY });
  await command(world, purse, 'freeze');
  await expectRefusal(buyFrom(world, buyer, purse, old), 'sub_account_frozen');
  const fresh = await newKey();
  await unfreeze(world, context, purse, fresh);
  await expectRefusal(buyFrom(world, buyer, purse, old), 'sub_account_key_invalid');
  await buyFrom(world, buyer, purse, fresh);
  await command(world, purse, 'close');
  const { state, balance } = await readSubAccount(context, purse);
  stage.say(`The purse is ${state}; in it is ${balance} ${CURRENCY}, the rest went back to the user.`);
}

async function open(world: World, context: AgentContext, key: SubAccountKey): Promise<string> {
  const subAccountId = newId(context.random, 'sub');
  const valid_until = formatUtcSeconds(context.clock() + DAY_SECONDS);
  const limits = { currency: CURRENCY, max_amount: '0.05', valid_until };
  await world.device.ask({ do: 'watch' });
  await requestSubAccount(context, { subAccountId, delegator: world.delegator, limits, key });
  while ((await readSubAccount(context, subAccountId)).state !== 'ACTIVE')
    await context.sleep(POLL_MILLISECONDS);
  await world.device.ask({ do: 'rest' });
  return subAccountId;
}

/** What only the user may do, on the device. */
function command(world: World, target: string, verb: 'freeze' | 'close') {
  return world.device.ask({
    do: 'command',
    path: `/sub-accounts/${target}/${verb}`,
    claims: { aud: IDS.psp, action: `sub_account.${verb}`, target },
  });
}

/** The agent proves that it holds the new key, and the user says yes to it. */
async function unfreeze(world: World, context: AgentContext, target: string, key: SubAccountKey) {
  const proof = await proveKey(context, target, key);
  const digest = await digestOfObject(key.publicJwk as unknown as JsonValue);
  await world.device.ask({
    do: 'command',
    path: `/sub-accounts/${target}/unfreeze`,
    claims: { aud: IDS.psp, action: 'sub_account.unfreeze', target, params: { digest } },
    with: { ...proof },
  });
}

async function buyFrom(world: World, buyer: Buyer, paymentToolRef: string, key: SubAccountKey) {
  const wallet = { mandate: buyer.mandate, paymentToolRef, subAccountSigner: key.signer };
  const buy = createBuyingFetch(buyer.context, wallet, buyer.exchange);
  const answer = await buy(`${world.addresses.market}/data/prices/${newId(buyer.context.random, 'day')}`);
  await answer.text();
}

async function expectRefusal(work: Promise<void>, expected: string): Promise<void> {
  const code = await work.then(
    () => 'nothing',
    (error: unknown) => (error as { code?: string }).code,
  );
  if (code !== expected) throw new Error(`${expected} was to be refused, and ${code} was`);
}
