import type { HttpClient } from '../../../http/index.ts';
import type { Signer } from '../../../protocol/jws/index.ts';
import type { Money } from '../../../protocol/money/index.ts';

/** Another payment service with which this one clears, by agreement outside this protocol. */
export interface Partner {
  /** Its entry in the trust list says where it is reached and what its signatures are worth. */
  readonly pspId: string;
  /** The first digits of the payer codes that its wallets show: a code that is scanned here is passed on by them. */
  readonly payerCodePrefixes?: readonly string[];
}

/** What this service takes off for its own users, out of its own money. Amounts in minor units, times in Unix seconds. */
export interface Promotion {
  readonly promotionId: string;
  readonly currency: string;
  readonly amountMinor: bigint;
  /** Orders below it get nothing. */
  readonly minAmountMinor: bigint;
  /** What all its discounts together may cost. */
  readonly budgetMinor: bigint;
  readonly validUntil: number;
}

/**
 * Where money between services really arrives: an account at a central bank, say. Looked at before a debtor's word that
 * it has paid is believed.
 */
export interface Arrivals {
  has(payment: {
    /** The payment service that says it has paid. */
    readonly from: string;
    readonly money: Money;
    /** The transfer that it names. */
    readonly evidenceRef: string;
  }): Promise<boolean>;
}

/** The way to other payment services. */
export interface Interconnection {
  /** Signs what this service instructs others to do (EKU.command). */
  readonly commandSigner: Signer;
  readonly http: HttpClient;
  readonly partners: readonly Partner[];
  readonly promotions?: readonly Promotion[];
  /** By default what the operator has written down to have come in. */
  readonly arrivals?: Arrivals;
}

/** Whom this service clears with; without configuration nobody (OA-ICN-01). */
export function partnersOf(interconnection: Interconnection | undefined): readonly string[] {
  return (interconnection?.partners ?? []).map(({ pspId }) => pspId);
}
