import type { HttpClient } from '../../http/index.ts';
import type { PublicJwk } from '../../protocol/digest/index.ts';
import type { ConfirmationClaims, MandateClaims, Shown } from '../../protocol/generated/types.ts';
import type { Signer } from '../../protocol/jws/index.ts';
import type { Money } from '../../protocol/money/index.ts';
import type { Clock, Random, Trace } from '../../protocol/ports.ts';
import type { Queries, Store, Transaction } from '../../store/index.ts';
import type { LiveStatus, PinnedKeys, TrustList } from '../../verifier/index.ts';
import type { Account } from './accounts.ts';
import type { Interconnection } from './interconnect/config.ts';
import type { Transfer } from './ledger.ts';
import type { PspPolicy } from './policy.ts';

/** What a payment is about, for whoever decides on risk. */
export interface RiskQuestion {
  readonly agentId: string;
  readonly delegator: string;
  readonly merchant: string;
  readonly outTradeNo: string;
  readonly amount: Money;
  readonly categories: readonly string[];
  /** Unix seconds. */
  readonly now: number;
}

/**
 * The risk engine of the platform. Asked once for each request whose agent signature verifies, before mandate and
 * quote are judged: an answer is an opinion, and asking must not change anything. A failure fails the payment.
 *
 * @see OA-RSK-01
 */
export interface RiskDecision {
  decide(question: RiskQuestion): Promise<'allow' | 'refuse'>;
}

/** For a payment service without a risk engine: limits, tools and balances decide alone. */
export const limitsDecide: RiskDecision = { decide: async () => 'allow' };

/** The status of a mandate, and the moment (Unix seconds) from which on the answer is too old to be used. */
export interface StatusAnswer {
  readonly status: LiveStatus;
  readonly usableBefore: number;
}

/** What a status is asked for with. */
export interface StatusContext {
  readonly now: number;
  readonly trustList: TrustList;
  /** Whether the issuer that the mandate names has signed it: for nobody else's word does this service call others. */
  readonly isGenuine: () => Promise<boolean>;
}

/** Where this service learns whether a mandate is still good (ADD-IAC-LCM-11, ADD-IAC-LCM-13). */
export interface StatusSource {
  /** The live status, before the transaction. Silence is `unavailable`, never an old answer. */
  ask(mandate: MandateClaims, queries: Queries, context: StatusContext): Promise<StatusAnswer>;
  /** The status inside the charging transaction: the issuer's own row, or the answer had before, if not too old. */
  recheck(mandate: MandateClaims, tx: Queries, known: StatusAnswer, now: number): Promise<LiveStatus>;
}

/** Finds the device that gives a command about its owner's account. */
export interface DeviceDirectory {
  find(
    queries: Queries,
    deviceId: string,
    /** Unix seconds: one whose enrolment has ended by then is not found. */
    now: number,
  ): Promise<{ readonly publicJwk: PublicJwk; readonly delegator: string } | undefined>;
}

/** Where the trust list comes from. @throws ActError trust_list_* */
export interface TrustListSource {
  current(now: number): Promise<TrustList>;
}

/**
 * The books. The double-entry tables of this module by default; a platform may put its own core ledger here, as long
 * as `post` takes part in the transaction and refuses with balance_insufficient.
 */
export interface Ledger {
  account(queries: Queries, accountId: string): Promise<Account | undefined>;
  post(tx: Queries, transfer: Transfer): Promise<void>;
  /** Several that belong together: two such transactions never wait for each other. */
  postTogether(tx: Queries, transfers: readonly Transfer[]): Promise<void>;
  /** As `post` where nothing in the transaction looks at the balances any more: they may be moved at its very end. */
  postLast(tx: Transaction, transfer: Transfer): Promise<void>;
  /** The account, opened if need be, that holds money of ESCROW trades; it belongs to no merchant. */
  escrowAccount(tx: Queries, currency: string, now: number): Promise<string>;
  /** The service's own account for one purpose (what it owes a partner, what it gives away), opened if need be. */
  houseAccount(tx: Queries, purpose: string, currency: string, now: number): Promise<string>;
}

/** A payment that a user is to confirm. */
export interface CashierQuestion {
  readonly paymentId: string;
  /** Whose account pays: the principal of the tool. */
  readonly delegator: string;
  readonly agentId: string;
  readonly agentJkt: string;
  readonly agentJwk: PublicJwk;
  readonly requestDigest: string;
  readonly payment: NonNullable<Shown['payment']>;
  /** Unix seconds: an answer from this moment on would come too late. */
  readonly notAfter: number;
}

/** A question that is not asked before `insert` has run in the transaction that writes what hangs on it. */
export interface PreparedQuestion {
  readonly confirmationId: string;
  /** Unix seconds. */
  readonly expiresAt: number;
  /** @throws ActError too_many_requests */
  insert(tx: Transaction, now: number): Promise<void>;
}

/** What the user decided, with verified evidence. */
export interface CashierDecision {
  /** The payment_id. */
  readonly subjectId: string;
  readonly outcome: 'APPROVED' | 'DENIED';
  readonly method: ConfirmationClaims['method'];
  readonly channel: ConfirmationClaims['channel'];
  /** Unix seconds. */
  readonly confirmedAt: number;
  readonly evidenceDigest: string;
  readonly now: number;
}

/** What follows from a decision: inside the transaction that stores it, and after its commit. */
export interface CashierConsequence {
  apply(tx: Transaction): Promise<void>;
  committed(): Promise<void>;
  /** What follows instead when the transaction was refused; without it the decision is not taken. */
  insteadOf?(error: unknown): CashierConsequence | undefined;
}

export interface CashierEvidence {
  readonly shown: Shown;
  /** act-confirmation+jwt, and act-enrolment+jwt of the device that gave it. */
  readonly confirmation: string;
  readonly enrolment: string;
}

/**
 * Where the user confirms single payments (act:L1). It shows what it is given, verifies the user and the device, and
 * tells what was decided exactly once.
 *
 * @see PSD-PAY-INS-07, PSD-PAY-INS-08
 */
export interface Cashier {
  ask(question: CashierQuestion, now: number): Promise<PreparedQuestion>;
  /** undefined while nobody has decided. */
  evidence(queries: Queries, confirmationId: string, now: number): Promise<CashierEvidence | undefined>;
  /** Registers who acts on decisions. */
  onDecision(prepare: (decision: CashierDecision) => Promise<CashierConsequence>): void;
}

/** What the payment service takes from outside. */
export interface PspConfig {
  /** This service's identifier: audience of every message that comes in, issuer of receipts and refusals. */
  readonly pspId: string;
  /** Opened with `pspMigrations` and `commandLogMigrations`. */
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly trust: TrustListSource;
  /** The PSP-receipt key with its x5c (EKU.receipt); asked only after the commit. */
  readonly receiptSigner: Signer;
  readonly status: StatusSource;
  readonly risk: RiskDecision;
  /** What files of evidence are judged by; without it nothing is compensated. */
  readonly trustListKey?: PinnedKeys;
  readonly devices: DeviceDirectory;
  /** Without it there are no payments at act:L1. */
  readonly cashier?: Cashier;
  readonly ledger?: Ledger;
  readonly policy?: Partial<PspPolicy>;
  /** Without it only accounts that are kept here are paid, and nobody else's instructions are taken. */
  readonly interconnection?: Interconnection;
  /** The first digits of the payer codes that this service gives; without any it gives none. */
  readonly payerCodePrefixes?: readonly string[];
  /** The way to merchants, who are told what was paid to them; without it they hear of it from the agent alone. */
  readonly merchants?: HttpClient;
  readonly trace?: Trace;
  /** Counted for each sender that has signed; absent: nobody is counted. */
  readonly callerLimit?: { take(caller: string): void };
}
