import type { HttpClient, Logger, RateLimit, TrustSource } from '../http/index.ts';
import type { Signer } from '../protocol/jws/index.ts';
import type { Clock, Random, Trace } from '../protocol/ports.ts';
import type { AnchorSink } from '../records/index.ts';
import type { Store } from '../store/index.ts';
import type { MerchantConfig, MerchantSettings } from './config.ts';

/** What a merchant takes from outside; nothing else in these files reads time, randomness or the network. */
export interface MerchantDeps {
  readonly config: MerchantConfig;
  /** Opened with `merchantMigrations`. */
  readonly store: Store;
  /** The merchant's key: quotes and commands, certificate in `x5c`. */
  readonly signer: Signer;
  /** The key for records of deliveries (EKU.record); without it they wait in the outbox. */
  readonly recordSigner?: Signer;
  /** Keys for records that this one has replaced, for deliveries that waited meanwhile. */
  readonly formerRecordSigners?: readonly Signer[];
  /** The way into the anchor log; without it records are kept and wait for one. */
  readonly anchors?: AnchorSink;
  readonly trust: TrustSource;
  /** May reach the payment services' addresses in the trust list. */
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
  readonly trace: Trace;
  /** Counted for each agent that has signed; absent: nobody is counted. */
  readonly callerLimit?: RateLimit;
}

/** The same with every member of the configuration, as the parts of a merchant pass it on. */
export type MerchantContext = Omit<MerchantDeps, 'config'> & { readonly config: MerchantSettings };
