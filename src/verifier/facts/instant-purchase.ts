import { digestOfObject } from '../../protocol/digest/index.ts';
import type { InstantPurchaseBundle } from '../../protocol/generated/types.ts';
import { validateInstantPurchaseBundle } from '../../protocol/generated/validators.js';
import { parseStrict } from '../../protocol/json/index.ts';
import { JSON_MAX_DEPTH } from '../../protocol/limits.ts';
import { assertSchema } from '../../protocol/messages/schema.ts';
import { trustListOf } from '../trust/trust-list.ts';
import { type ConfirmationFacts, readConfirmation } from './confirmation.ts';
import { type InstantFacts, instantFacts } from './instant.ts';
import {
  type AttestationFacts,
  type EnrolmentFacts,
  readAttestation,
  readEnrolment,
} from './key-statements.ts';
import type { OnParty } from './party.ts';
import { readRequest } from './payment.ts';
import { BUNDLE_MAX_BYTES, clearingOf, type PurchaseContext, receiptFacts } from './purchase.ts';
import { readQuote } from './quote.ts';
import { type OnReceipt, readReceipt } from './receipt.ts';
import type { TrustContext } from './signer.ts';
import { assertReader, readTrustList, type TrustListFacts } from './trust-list.ts';

/** Everything one purchase at act:L1 is judged by. Times in Unix seconds. */
export interface InstantPurchaseFacts extends OnParty {
  readonly now: number;
  readonly trust: TrustListFacts;
  readonly attestation: AttestationFacts;
  readonly enrolment: EnrolmentFacts;
  readonly confirmation: ConfirmationFacts;
  /** Its `now` is the receipt's paid_at. */
  readonly payment: InstantFacts;
  readonly receipt: OnReceipt;
  /** What the receipt's authorization_digest has to be. */
  readonly authorizationDigest: string;
}

function readBundle(bytes: Uint8Array): InstantPurchaseBundle {
  return assertSchema(
    validateInstantPurchaseBundle,
    parseStrict(bytes, { maxBytes: BUNDLE_MAX_BYTES, maxDepth: JSON_MAX_DEPTH }),
  );
}

/** The service had the confirmation when it charged, so device and confirmation are judged at that moment. */
async function readEvidence(
  bundle: InstantPurchaseBundle,
  trust: TrustContext,
  payment: InstantFacts,
): Promise<Pick<InstantPurchaseFacts, 'enrolment' | 'confirmation'>> {
  const { now, request, agentJkt } = payment;
  const enrolment = readEnrolment(bundle.enrolment, trust, now);
  const { sub, device_id: deviceId, cnf } = enrolment.claims;
  const confirmation = await readConfirmation(
    { confirmation: bundle.confirmation, shown: bundle.shown, subjectDigest: request.digest, agentJkt },
    { now, audience: bundle.shown.issuer, deviceKey: cnf.jwk, deviceId, delegator: sub },
  );
  return { enrolment, confirmation };
}

/** @throws json_*, schema_mismatch, jws_*, x509_malformed, amount_* */
export async function readInstantPurchase(
  bytes: Uint8Array,
  context: PurchaseContext,
): Promise<InstantPurchaseFacts> {
  assertReader(context);
  const { now, trustListKey } = context;
  const bundle = readBundle(bytes);
  const list = await readTrustList(bundle.trust_list, trustListKey, now, undefined);
  // Read before it is judged; the checks judge it first.
  const trust: TrustContext = { trustList: trustListOf(list.claims, []), now };
  const [quote, request, receipt] = await Promise.all([
    readQuote(bundle.quote, trust, bundle.cart),
    readRequest(bundle.payment_request),
    readReceipt(bundle.receipt, trust),
  ]);
  const attestation = readAttestation(bundle.agent_attestation, trust, receipt.paidAt);
  const payment = await instantFacts({
    now: receipt.paidAt,
    audience: request.claims.aud,
    agentKey: attestation.claims.cnf.jwk,
    request,
    quote,
    subAccountProof: undefined,
    state: clearingOf(receipt),
  });
  const { enrolment, confirmation } = await readEvidence(bundle, trust, payment);
  return {
    now,
    trust: list,
    party: {
      agentId: payment.agentId,
      delegator: confirmation.claims.sub,
      issuer: bundle.shown.issuer,
    },
    attestation,
    enrolment,
    confirmation,
    payment,
    receipt: receiptFacts(receipt, payment),
    authorizationDigest: await digestOfObject({
      salt: bundle.authorization_salt,
      confirmation_digest: confirmation.digest,
    }),
  };
}
