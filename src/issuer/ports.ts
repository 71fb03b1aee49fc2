import type { HttpClient, Logger, RateLimit } from '../http/index.ts';
import type { ConfirmationClaims } from '../protocol/generated/types.ts';
import type { Signer } from '../protocol/jws/index.ts';
import type { Clock, Random, Trace } from '../protocol/ports.ts';
import type { AnchorSink } from '../records/index.ts';
import type { Store } from '../store/index.ts';
import type { PinnedKeys, TrustList } from '../verifier/index.ts';
import type { CodeDelivery } from './confirmation/index.ts';
import type { UserLogin } from './devices/index.ts';
import type { Interconnection, Ledger, PspPolicy, RiskDecision, StatusSource } from './psp/index.ts';
import type { ControlProofs } from './signing/index.ts';

/** The account side and its mandate issuer. */
export interface IssuerSide {
  /** Identifier in the role IAC_ISSUER: audience of devices, confirmations and mandate requests. */
  readonly id: string;
  /** Public address of this server, without a slash at the end. */
  readonly baseUrl: string;
  /** The issuer-mandate key (EKU.mandate) and the issuer-status key (EKU.status); local, or a key service. */
  readonly mandateSigner: Signer;
  readonly statusSigner: Signer;
  /** Keeps a proof of each use of the mandate key; by default there is none. */
  readonly controlProofs?: ControlProofs;
  /** The key for records of its events (EKU.record); without it they wait in the outbox. */
  readonly recordSigner?: Signer;
  /** Keys for records that this one has replaced, for events that waited meanwhile. */
  readonly formerRecordSigners?: readonly Signer[];
  /** The payment services that mandates may be made out to; they may belong to other institutions. */
  readonly psps: readonly string[];
  /** The platform's own login; by default the table of one-time codes. */
  readonly userLogin?: UserLogin;
  readonly confirmationMethods?: readonly ConfirmationClaims['method'][];
  /** How one-time codes reach a delegator; without it nobody confirms by OTP. */
  readonly codeDelivery?: CodeDelivery;
  /** Whether this issuer grants full autonomy (a2p2:L5). */
  readonly fullAutonomy?: boolean;
  /** How long a question waits for the delegator. */
  readonly confirmationSeconds?: number;
}

/** The payment service on the same server. */
export interface PaymentSide {
  readonly id: string;
  /** The PSP-receipt key (EKU.receipt). */
  readonly receiptSigner: Signer;
  /** As that of the issuer, for payments. */
  readonly recordSigner?: Signer;
  readonly formerRecordSigners?: readonly Signer[];
  /** The platform's risk engine; by default limits, tools and balances decide alone. */
  readonly risk?: RiskDecision;
  /** Where the state of mandates is read; by default own ones from their rows, others from their issuer's signed list. */
  readonly status?: StatusSource;
  /** The platform's own books; by default the double-entry tables of this package. */
  readonly ledger?: Ledger;
  readonly policy?: Partial<PspPolicy>;
  /** The pinned keys of the trust list, which files of evidence are judged by; without them nothing is compensated. */
  readonly trustListKey?: PinnedKeys;
  /** The way to the status lists of other issuers, and to other payment services; without it neither is reached. */
  readonly http?: HttpClient;
  /** The way to merchants, who are told what was paid to them; without it they hear of it from the agent alone. */
  readonly merchants?: HttpClient;
  /** Whom this service clears with, and the key that signs its instructions (EKU.command). */
  readonly clearing?: Omit<Interconnection, 'http'>;
  /** The first digits of the payer codes that this service gives. */
  readonly payerCodePrefixes?: readonly string[];
}

export interface IssuerPorts {
  /** Opened with `issuerMigrations`. */
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly trust: { current(now: number): Promise<TrustList> };
  readonly log: Logger;
  readonly trace?: Trace;
  /** Counted for each agent, device and merchant that has signed; absent: nobody is counted. */
  readonly callerLimit?: RateLimit;
  readonly issuer: IssuerSide;
  readonly psp?: PaymentSide;
  /** The way into the anchor log; without it records are kept and wait for one. */
  readonly anchors?: AnchorSink;
}
