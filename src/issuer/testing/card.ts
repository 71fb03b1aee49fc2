/** An AI card: a sub-account of one agent with a key of its own, whose every order the user confirms. */
import { digestOfJws, digestOfObject } from '../../protocol/digest/index.ts';
import type {
  CommandClaims,
  InstantPaymentBody,
  SubAccountRequestBody,
} from '../../protocol/generated/types.ts';
import { readMessage, signMessage } from '../../protocol/messages/index.ts';
import { newId } from '../../protocol/ports.ts';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import { type Actor, DAY_SECONDS, IDS, keyActor } from '../../verifier/testing/actors.ts';
import { asJson } from '../json.ts';
import { type InstantOrder, type InstantWorld, paymentBody } from './instant.ts';
import { type Answer, answer, attestation, command, post, random, type TestWorld } from './world.ts';

export interface Card {
  readonly id: string;
  readonly key: Actor;
}

type Limits = SubAccountRequestBody['limits'];

/** Opens a card for the agent of the world and puts money on it. */
export async function openCard(
  instant: InstantWorld,
  fund = '50.00',
  id = newId(random, 'card'),
): Promise<Card> {
  const key = await keyActor();
  const asked = await askForCard(instant, { id, key });
  if (asked.status !== 202) throw new Error(`no card: ${asked.body.code}`);
  await answer(instant.world, instant.device, asked.body.confirmation_id);
  const card = { id, key };
  await manage(instant, card, 'fund', { params: { amount: fund, currency: 'CNY' } });
  return card;
}

/** Asks for a card; the user is not asked yet. */
export async function askForCard(
  { world, device }: Pick<InstantWorld, 'world' | 'device'>,
  { id, key }: Card,
): Promise<Answer> {
  const limits: Limits = {
    currency: 'CNY',
    max_amount: '100.00',
    valid_until: formatUtcSeconds(world.time.now + DAY_SECONDS),
    confirm_each: true,
  };
  const subject = { limits, sub_account_key: key.publicJwk };
  return post(world, '/sub-accounts', {
    delegator_identity: device.delegator,
    limits,
    agent_attestation: await attestation(world),
    command: await command(world, world.actors.agent.signer, {
      iss: IDS.agent,
      aud: IDS.psp,
      action: 'sub_account.open',
      target: id,
      params: { digest: await digestOfObject(asJson(subject)) },
    }),
    sub_account_key: key.publicJwk,
    key_proof: await keyProof(world, id, key),
  });
}

function keyProof(world: TestWorld, target: string, key: Actor): Promise<string> {
  return command(world, key.signer, { iss: key.jkt, aud: IDS.psp, action: 'sub_account.prove', target });
}

/** A command of the owner's device. */
export async function manage(
  { world, device }: InstantWorld,
  { id }: Card,
  verb: 'fund' | 'freeze' | 'close',
  claims: Partial<CommandClaims> = {},
): Promise<Answer> {
  const action = `sub_account.${verb}` as const;
  const order = { iss: device.deviceId, aud: IDS.psp, action, target: id, ...claims };
  return post(world, `/sub-accounts/${id}/${verb}`, { command: await command(world, device.signer, order) });
}

export async function unfreeze(instant: InstantWorld, { id }: Card, key: Actor): Promise<Answer> {
  const { world, device } = instant;
  const digest = await digestOfObject(asJson(key.publicJwk));
  const order = { iss: device.deviceId, aud: IDS.psp, action: 'sub_account.unfreeze', target: id } as const;
  return post(world, `/sub-accounts/${id}/unfreeze`, {
    command: await command(world, device.signer, { ...order, params: { digest } }),
    sub_account_key: key.publicJwk,
    key_proof: await keyProof(world, id, key),
  });
}

/** An order paid from the card: the request, and the proof of the card's key. */
export async function cardBody(
  instant: InstantWorld,
  card: Card,
  amount: string,
  { key = card.key, ...order }: InstantOrder & { readonly key?: Actor } = {},
): Promise<InstantPaymentBody> {
  const whole = { amount, discounts: [], payer_amount: amount };
  const body = await paymentBody(
    { ...instant, toolRef: card.id },
    { ...order, quote: { ...whole, ...order.quote } },
  );
  return { ...body, sub_account_proof: await proofOf(instant, card, key, body.payment_request) };
}

async function proofOf({ world }: InstantWorld, { id }: Card, key: Actor, request: string): Promise<string> {
  const claims: CommandClaims = {
    iss: id,
    aud: IDS.psp,
    jti: newId(random, 'cmd'),
    iat: world.time.now,
    action: 'sub_account.pay',
    target: readMessage('paymentRequest', request).claims.jti,
    params: { digest: await digestOfJws(request) },
  };
  return signMessage('command', claims, key.signer);
}
