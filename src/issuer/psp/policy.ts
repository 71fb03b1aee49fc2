/** What this payment service allows; everything here has a default. */
export interface PspPolicy {
  /** How long a receipt is taken as a proof of payment, in seconds. */
  readonly receiptLifetimeSeconds: number;
  /** How long a signed refusal is meant to be kept, in seconds. */
  readonly refusalLifetimeSeconds: number;
  /** The most that one payment tool may be bound for, in minor units of a currency that is not named below. */
  readonly toolMaxAmountMinor: bigint;
  /** The same by currency: so many yen are worth another thing than so many fen. */
  readonly toolMaxAmountMinorOf: Readonly<Record<string, bigint>>;
  /** The longest that a payment tool may be valid, in seconds. */
  readonly toolMaxLifetimeSeconds: number;
  /** After this long without a complaint a delivered order counts as received, in seconds. */
  readonly receiptOfGoodsSeconds: number;
  /** Held money goes back when nothing was delivered after this long, or by the quote's own deliver_by, in seconds. */
  readonly fulfilmentSeconds: number;
  /** How long an answer of another payment service is waited for before it is asked again, in seconds. */
  readonly interconnectPatienceSeconds: number;
  /** How long a payer code can be scanned, in seconds. */
  readonly payerCodeSeconds: number;
}

const DAY_SECONDS = 86_400;

export const DEFAULT_POLICY: PspPolicy = {
  receiptLifetimeSeconds: 30 * DAY_SECONDS,
  refusalLifetimeSeconds: DAY_SECONDS,
  toolMaxAmountMinor: 5_000_000n,
  toolMaxAmountMinorOf: {},
  toolMaxLifetimeSeconds: 366 * DAY_SECONDS,
  receiptOfGoodsSeconds: 7 * DAY_SECONDS,
  fulfilmentSeconds: 15 * DAY_SECONDS,
  interconnectPatienceSeconds: 30,
  payerCodeSeconds: 60,
};
