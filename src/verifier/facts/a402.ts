import { digestOfJws, jwkThumbprint } from '../../protocol/digest/index.ts';
import type { HolderProofClaims } from '../../protocol/generated/types.ts';
import type { DecodedJws } from '../../protocol/jws/index.ts';
import { readMessage } from '../../protocol/messages/read.ts';
import { assertMembers, assertTexts } from './own.ts';
import { assertExpected, type ExpectedOrder, type OnReceipt, readExpected, readReceipt } from './receipt.ts';
import { sentObject } from './sent.ts';
import { assertContext, type TrustContext } from './signer.ts';

/** The request that a proof of payment came with, as its server sees it. */
export interface AskedRequest {
  readonly method: string;
  readonly uri: string;
  /** `bodyDigestOf` of `openact/protocol`. */
  readonly body_digest: string;
  /** The fingerprint of these three: `fingerprintOf` of `openact/protocol`. */
  readonly resource_id: string;
}

/** What only the seller's store can say; left out, it becomes an obligation. */
export interface ProofState {
  readonly holderProof: 'new' | 'used';
}

export interface OnProofState {
  readonly state: Partial<ProofState>;
}

export interface HolderFacts {
  readonly claims: HolderProofClaims;
  readonly decoded: DecodedJws;
  /** Thumbprint of the key that the proof names. */
  readonly jkt: string;
}

/** Everything that a payment proof is judged by. `now` in Unix seconds. */
export interface ProofFacts extends OnReceipt, OnProofState {
  readonly tradeNo: string;
  readonly holder: HolderFacts;
  readonly asked: AskedRequest;
  /** Digest of the proof of payment as received. */
  readonly proofDigest: string;
}

export interface ProofInput {
  /** The act-receipt+jwt for the seller. */
  readonly payment_proof: string;
  /** act-holder+jwt */
  readonly holder_proof: string;
  /** Said beside the receipt, in plain. */
  readonly trade_no: string;
}

export interface ProofContext extends TrustContext {
  /** The seller. */
  readonly audience: string;
  /** The order that the receipt names, as the seller knows it. The buyer's key is not of it: the holder proves it. */
  readonly expected: Omit<ExpectedOrder, 'agent_jkt'>;
  readonly asked: AskedRequest;
}

const OF_REQUEST = ['method', 'uri', 'body_digest', 'resource_id'] as const;

/** @throws TypeError, RangeError for a mistake of whoever calls */
function assertSeller(context: ProofContext, state: Partial<ProofState>): void {
  assertContext(context, 'audience');
  assertExpected(context.expected);
  assertTexts('asked', context.asked, OF_REQUEST);
  assertMembers('state', state, ['holderProof']);
}

/** @throws as `readReceipt`, `readMessage`; TypeError, RangeError for a mistake of whoever calls */
export async function readProof(
  input: ProofInput,
  context: ProofContext,
  state: Partial<ProofState>,
): Promise<ProofFacts> {
  assertSeller(context, state);
  const { payment_proof, holder_proof, trade_no } = sentObject(input);
  const receipt = await readReceipt(payment_proof, context);
  const { claims, decoded } = readMessage('holderProof', holder_proof);
  const { now, audience, asked } = context;
  return {
    receipt,
    now,
    audience,
    asked,
    state,
    expected: readExpected({ ...context.expected, agent_jkt: receipt.claims.agent_jkt }),
    tradeNo: trade_no,
    holder: { claims, decoded, jkt: await jwkThumbprint(claims.cnf.jwk) },
    proofDigest: await digestOfJws(payment_proof),
  };
}
