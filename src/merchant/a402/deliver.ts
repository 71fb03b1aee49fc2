import type { Context, Next } from 'hono';
import { gather } from '../../http/gathered.ts';
import { sha256Base64url } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import { writeEvent } from '../../records/index.ts';
import { newOrderedId } from '../../store/index.ts';
import { fulfilled } from '../fulfilment/events.ts';
import { enqueueConfirmation, enqueueRefund } from '../fulfilment/outbox.ts';
import type { SellerContext } from './context.ts';
import { useHolderProof } from './holder-proofs.ts';
import {
  type BilledOrder,
  claimDelivery,
  releaseDelivery,
  type StoredResponse,
  storeDelivery,
} from './orders.ts';
import type { JudgedProof } from './proof.ts';

/** What goes back to the buyer, and whether it is the response of an earlier delivery. */
export interface Delivery {
  readonly response: StoredResponse;
  readonly isStored: boolean;
}

/** A handler has this long; then another request with the same proof may take the delivery over. */
const LEASE_SECONDS = 30;
const RESPONSE_MAX_BYTES = 1_048_576;

/**
 * Delivers once: the response is stored, together with the confirmation that is owed to the payment service, before it
 * leaves. The same proof for the same request gets the stored one again. A handler that fails delivers nothing: its
 * answer goes out as it is, and the proof stays good.
 *
 * @returns undefined when the handler failed; its answer is in `c.res`
 * @throws ActError a402_proof_replayed, a402_delivery_running, order_already_released, store_unavailable
 * @see PSD-PAY-A402-08, PSD-PAY-A402-11, PSD-PAY-A402-13, OA-A402-10
 */
export async function deliver(
  context: SellerContext,
  proof: JudgedProof,
  c: Context,
  next: Next,
): Promise<Delivery | undefined> {
  const claimed = await claim(context, proof);
  if (claimed.stored) return { response: claimed.stored, isStored: true };
  try {
    await next();
    if (c.error || c.res.status >= 400) {
      await context.store.transact((tx) => releaseDelivery(tx, claimed));
      return undefined;
    }
    const response = await responseOf(c);
    await store(context, proof, response);
    return { response, isStored: false };
  } catch (error) {
    await context.store.transact((tx) => releaseDelivery(tx, claimed));
    throw error;
  }
}

/**
 * A second payment of what was delivered for another goes back [OA-ORD-23].
 *
 * @returns the order under the lease of this delivery, or with the stored response of an earlier one
 */
async function claim(
  context: SellerContext,
  { order: { outTradeNo }, receipt, holder, holderJwk }: JudgedProof,
): Promise<BilledOrder> {
  const now = context.clock();
  const { iss: pspId, trade_no: tradeNo } = receipt;
  try {
    return await context.store.transact(async (tx) => {
      await useHolderProof(tx, { ...holder, now });
      return claimDelivery(tx, {
        ...{ outTradeNo, pspId, tradeNo, holderJwk, now },
        leaseSeconds: LEASE_SECONDS,
      });
    });
  } catch (error) {
    if (!(error instanceof ActError) || error.code !== 'order_already_released') throw error;
    const outboxId = newOrderedId(context.random, 'out', now);
    await context.store.transact((tx) =>
      enqueueRefund(tx, { outboxId, pspId, tradeNo, outTradeNo, now }, receipt),
    );
    throw error;
  }
}

async function store(context: SellerContext, proof: JudgedProof, response: StoredResponse): Promise<void> {
  const { outTradeNo } = proof.order;
  const { iss: pspId, trade_no: tradeNo } = proof.receipt;
  const now = context.clock();
  const outboxId = newOrderedId(context.random, 'out', now);
  const deliveredDigest = await sha256Base64url(response.body);
  const event = await fulfilled({ ...proof.order, ...proof, deliveredDigest, now });
  await context.store.transact(async (tx) => {
    await storeDelivery(tx, { outTradeNo, pspId, tradeNo, response, now });
    await enqueueConfirmation(tx, { outboxId, pspId, tradeNo, outTradeNo, now });
    await writeEvent(tx, event);
  });
}

/** All of the answer, counted while it is made: one that has no end would fill the memory. */
async function responseOf(c: Context): Promise<StoredResponse> {
  const { status, headers, body } = c.res;
  const gathered = gather(RESPONSE_MAX_BYTES);
  for await (const part of (body ?? []) as AsyncIterable<Uint8Array>) {
    if (!gathered.add(part)) throw new ActError('internal', { rule: 'response_size' });
  }
  return { status, headers: [...headers], body: gathered.whole() };
}
