import { jwkThumbprint, type PublicJwk, statedJwkFrom } from '../../protocol/digest/index.ts';
import type { CommandClaims, PaymentRequestClaims } from '../../protocol/generated/types.ts';
import type { DecodedJws } from '../../protocol/jws/index.ts';
import { digestOfMessage, readMessage } from '../../protocol/messages/read.ts';
import { type Money, parseAmount } from '../../protocol/money/index.ts';
import type { MandateFacts } from './mandate.ts';
import type { QuoteFacts } from './quote.ts';

export interface RequestFacts {
  readonly compact: string;
  readonly claims: PaymentRequestClaims;
  readonly digest: string;
  readonly decoded: DecodedJws;
  /** Gross: what limits count. */
  readonly amount: Money;
  readonly payerAmount: Money;
}

/** What the live status of a mandate can be: `unknown` = the issuer has no such mandate, `unavailable` = no answer. */
export type LiveStatus = 'Active' | 'Suspended' | 'Revoked' | 'unavailable' | 'unknown';

/** A payment tool as its PSP keeps it. Amounts in minor units of `currency`, time in Unix seconds. */
export interface ToolState {
  readonly state: 'ACTIVE' | 'REVOKED' | 'EXPIRED';
  readonly agent_id: string;
  readonly delegator: string;
  readonly currency: string;
  readonly maxAmountMinor: bigint;
  readonly validUntil: number;
  readonly merchants?: readonly string[];
  /** The user confirms every order that it pays for. */
  readonly confirmEach?: true;
  /** The tool is a sub-account: money of its own, and a key of its own that proves each payment. */
  readonly subAccount?: SubAccountState;
}

export interface SubAccountState {
  readonly state: 'ACTIVE' | 'FROZEN' | 'CLOSED';
  /** The last key of the sub-account; dead unless the state is ACTIVE. */
  readonly key: PublicJwk;
}

/** The proof of a payment by a key beside the agent's own: that of a sub-account, or of the runtime. */
export interface RequestProof {
  readonly claims: CommandClaims;
  readonly decoded: DecodedJws;
}

/** PSP-confirmed use of a mandate so far: amounts in minor units of the mandate's currency. */
export interface Usage {
  readonly spentMinor: bigint;
  readonly heldMinor: bigint;
  readonly count: number;
}

/** What the PSP knows of a mandate above the one that pays. */
export interface AncestorState {
  readonly status: LiveStatus;
  readonly usage: Usage;
}

/** What only the PSP's store can say. A part that is left out becomes an obligation, never a pass. */
export interface PaymentState {
  readonly replay: 'new' | 'duplicate' | 'reused';
  readonly status: LiveStatus;
  readonly usage: Usage;
  /** null = there is no such tool. */
  readonly tool: ToolState | null;
  /** The entity whose account the payee account is; null = there is no such account here. */
  readonly payeeOwner: string | null;
  /** The payment services with which this one clears: they keep the payee's account and know whose it is. */
  readonly partners?: readonly string[];
  /** Minor units, of the account behind the tool. */
  readonly balanceMinor: bigint;
  readonly risk: 'allow' | 'refuse';
  /** Of the mandates above the one that pays, in the order of the chain. */
  readonly above: readonly AncestorState[];
}

/** A payment state as far as it is known. */
export type KnownState = Partial<Omit<PaymentState, 'above'>> & {
  readonly above?: readonly Partial<AncestorState>[];
};

/** Whether this payment service is known to clear with another one; nothing known is no. */
export function clearsWith({ partners = [] }: KnownState, pspId: string): boolean {
  return partners.includes(pspId);
}

export interface OnRequest {
  readonly request: RequestFacts;
}

export interface OnState {
  readonly state: KnownState;
}

/** undefined: the request pays from no sub-account. */
export interface OnSubAccount extends OnState {
  readonly subAccountProof: RequestProof | undefined;
}

/** undefined: no runtime proved the request. */
export interface OnRuntime {
  readonly runtimeProof: RequestProof | undefined;
}

/** Everything a payment is judged by. `now` in Unix seconds, `audience` is the PSP's identifier. */
export interface PaymentFacts extends OnRequest, OnSubAccount, OnRuntime {
  readonly now: number;
  readonly audience: string;
  readonly agentKey: PublicJwk;
  readonly agentJkt: string;
  /** The `iss` of the request. */
  readonly agentId: string;
  readonly mandate: MandateFacts;
  readonly chain: readonly MandateFacts[];
  readonly quote: QuoteFacts;
}

/** @throws as `readMessage`, `parseAmount` */
export async function readRequest(compact: string): Promise<RequestFacts> {
  const message = readMessage('paymentRequest', compact);
  const { claims, decoded } = message;
  return {
    compact,
    claims,
    digest: await digestOfMessage(message),
    decoded,
    amount: parseAmount(claims.amount, claims.currency),
    payerAmount: parseAmount(claims.payer_amount, claims.currency),
  };
}

/** @throws as `readMessage` */
export function readRequestProof(compact: string | undefined): RequestProof | undefined {
  if (compact === undefined) return undefined;
  const { claims, decoded } = readMessage('command', compact);
  return { claims, decoded };
}

export interface PaymentParts {
  readonly now: number;
  readonly audience: string;
  readonly agentKey: PublicJwk;
  readonly request: RequestFacts;
  readonly mandate: MandateFacts;
  readonly chain: readonly MandateFacts[];
  readonly quote: QuoteFacts;
  readonly subAccountProof: RequestProof | undefined;
  readonly runtimeProof: RequestProof | undefined;
  readonly state: KnownState;
}

/** @throws schema_mismatch when the agent key is none; TypeError for a private one, or none at all */
export async function paymentFacts(parts: PaymentParts): Promise<PaymentFacts> {
  const agentKey = statedJwkFrom(parts.agentKey, 'key of the agent');
  const agentJkt = await jwkThumbprint(agentKey);
  return { ...parts, agentKey, agentJkt, agentId: parts.request.claims.iss };
}
