import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPublicJwk } from '../../src/http/key-file.ts';
import { auditLedger } from '../../src/issuer/index.ts';
import type { PurchaseBundle } from '../../src/protocol/generated/types.ts';
import type { Store } from '../../src/store/index.ts';
import { verifyPurchase } from '../../src/verifier/index.ts';
import type { Evidence } from './buyer.ts';
import type { Run } from './plan.ts';

/** How many deliveries of these sellers the account side has not acknowledged yet. */
export async function openFulfilments(sellers: readonly Store[]): Promise<number> {
  const counts = await Promise.all(
    sellers.map(async ({ read }) => {
      const row = await read.get("SELECT COUNT(*) AS open FROM merchant_outbox WHERE state <> 'DONE'");
      return Number(row?.open);
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** @throws Error when one purchase of the sample is not accepted from its bytes alone */
export async function reverify(run: Run, samples: readonly Evidence[]): Promise<number> {
  const trustListKey = await readPublicJwk(join(run.keys, 'trust-list.pub.json'));
  const trustList = readFileSync(join(run.keys, 'trust-list.jwt'), 'utf8').trim();
  const attestation = readFileSync(join(run.keys, 'agent', 'agent-attestation.jwt'), 'utf8').trim();
  const now = Math.floor(Date.now() / 1000);
  for (const { mandate, statusList, quote, paymentRequest, payment } of samples) {
    const bundle: PurchaseBundle = {
      version: '1',
      trust_list: trustList,
      agent_attestation: attestation,
      enrolment: mandate.payer.enrolment,
      shown: mandate.shown as PurchaseBundle['shown'],
      confirmation: mandate.confirmation,
      mandate: mandate.mandate,
      status_list: statusList,
      quote: quote.quote,
      cart: quote.cart,
      payment_request: paymentRequest,
      receipt: payment.receipt,
      authorization_salt: payment.authorization_salt,
    };
    const bytes = new TextEncoder().encode(JSON.stringify(bundle));
    const { verdict, refusal } = await verifyPurchase(bytes, { trustListKey, now });
    if (verdict !== 'accepted') throw new Error(`a purchase does not verify: ${JSON.stringify(refusal)}`);
  }
  return samples.length;
}

/** @throws Error when the books do not balance or another number of orders was paid and released */
export async function assertBooks(store: Store, expected: number): Promise<void> {
  const audit = await auditLedger(store.read);
  if (!audit.balanced) throw new Error('the ledger does not balance');
  const row = await store.read.get('SELECT COUNT(*) AS paid FROM payments');
  if (Number(row?.paid) !== expected) throw new Error(`${row?.paid} payments instead of ${expected}`);
}
