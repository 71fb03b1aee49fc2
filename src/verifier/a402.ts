import { type Check, type Judgement, judgeNow, type Verified, verify } from './check.ts';
import { check as holderKey } from './checks/a402/holder-key.ts';
import { check as holderProof } from './checks/a402/holder-proof.ts';
import { check as holderRequest } from './checks/a402/holder-request.ts';
import { check as holderSignature } from './checks/a402/holder-signature.ts';
import { check as holderTime } from './checks/a402/holder-time.ts';
import { check as holderUnused } from './checks/a402/holder-unused.ts';
import { check as resource } from './checks/a402/resource.ts';
import { check as trade } from './checks/a402/trade.ts';
import {
  type ProofContext,
  type ProofFacts,
  type ProofInput,
  type ProofState,
  readProof,
} from './facts/a402.ts';
import { receiptChecks } from './receipt.ts';

/** The order in which a Payment-Proof is judged: what was paid, for which request, and who asks. */
export const proofChecks: readonly Check<ProofFacts>[] = [
  ...receiptChecks,
  trade,
  resource,
  holderKey,
  holderSignature,
  holderTime,
  holderProof,
  holderRequest,
  holderUnused,
];

/**
 * Judges the Payment-Proof of a request offline: the receipt against the order that it names, the order against the
 * request, and the sender against the key that paid. Whether the receipt still stands only its payment service can say.
 *
 * @param context.now Unix seconds
 * @param state what the seller's store says; without it the single use of the holder's proof is an obligation
 * @throws TypeError, RangeError for a mistake of whoever calls: a member of the order or of the request that is missing
 * @see PSD-PAY-A402-07, PSD-PAY-A402-09
 */
export function verifyPaymentProof(
  input: ProofInput,
  context: ProofContext,
  state: Partial<ProofState> = {},
): Promise<Verified<ProofFacts>> {
  return verify(proofChecks, () => readProof(input, context, state));
}

/**
 * Judges the single use of a holder's proof once more, inside the transaction that uses it up.
 *
 * @throws TypeError when nothing was looked up: here it cannot be left to anybody
 * @see OA-A402-08
 */
export function recheckHolderProof(state: ProofState): Judgement {
  if (state?.holderProof === undefined) throw new TypeError('holderProof has to be looked up.');
  return judgeNow([holderUnused], { state });
}
