import type { HttpClient, Logger, TrustSource } from '../http/index.ts';
import type { PublicJwk } from '../protocol/digest/index.ts';
import type { Signer } from '../protocol/jws/index.ts';
import type { Clock, Random, Trace } from '../protocol/ports.ts';
import type { Store } from '../store/index.ts';
import type { AutonomyLevel, PinnedKeys } from '../verifier/index.ts';
import { heedingPauses } from './heeding-pauses.ts';
import type { IntentReader, KnownCategory, KnownMerchant } from './intent/reader.ts';
import type { ContextSource } from './intent/reference.ts';
import { ruleReader } from './intent/rule-reader.ts';

/** A seller that the agent may ask for offers. */
export interface MerchantAddress extends KnownMerchant {
  /** Without a slash at the end. */
  readonly base_url: string;
}

/** A payment tool that the user binds once for many tasks; each mandate still sets its own limits. */
export interface StandingTool {
  /** Per payment, a decimal string in the agent's currency. */
  readonly max_amount: string;
  readonly validity_seconds: number;
}

/** A coupon that the user holds: its merchant takes the amount off an order that is worth at least as much. */
export interface HeldCoupon {
  readonly merchant: string;
  readonly code: string;
  /** Decimal string in major units. */
  readonly amount: string;
  readonly currency: string;
  /** Absent: for everything that the merchant sells. */
  readonly category?: string;
}

/** A buyer agent's configuration with every member, in the form of the configuration file. */
export interface AgentSettings {
  /** did:act:… of the agent. */
  readonly agent_id: string;
  /** The user's identity at the account side; absent: each task says it. */
  readonly delegator_identity?: string;
  /** The account side that issues mandates (IAC_ISSUER in the trust list). */
  readonly issuer: string;
  /** The payment service that mandates are made out to (PSP in the trust list). */
  readonly psp_id: string;
  /** Methods this agent can pay with, the best first. */
  readonly payment_methods: readonly string[];
  /** A bound payment tool; absent: one is asked for together with the mandate. */
  readonly payment_tool_ref?: string;
  /** How wide a tool is asked for in `currency`; absent: the narrowest one that the mandate's payments fit through. */
  readonly tool?: StandingTool;
  readonly merchants: readonly MerchantAddress[];
  readonly categories: readonly KnownCategory[];
  /** Redeemed where they make an order cheaper. */
  readonly coupons: readonly HeldCoupon[];
  /** Where the signed trust list is served; the purchase bundle carries it as received. */
  readonly trust_list_url: string;
  readonly currency: string;
  readonly utc_offset_minutes: number;
  /** How long a mandate is asked for when the user does not say; absent: the user is asked. */
  readonly validity_seconds?: number;
  readonly price_deviation_action: 'PAUSE_AND_NOTIFY' | 'AUTO_CANCEL';
  /** Asked into every mandate: how far the agent decides alone. */
  readonly autonomy_level?: AutonomyLevel;
  /**
   * Asked into every mandate, a decimal string in `currency`: what the user confirms at the cashier begins above it. In
   * another currency the user confirms everything.
   */
  readonly confirm_above?: string;
  /** Payment requests for one order, queries not counted. */
  readonly max_attempts: number;
  /** Queries after an unknown outcome, before the purchase is left as UNKNOWN for a later call. */
  readonly max_queries: number;
  /** Between two looks at a pending answer. */
  readonly poll_milliseconds: number;
  /** How long a seller may take to answer an intent transfer. */
  readonly merchant_deadline_milliseconds: number;
}

type Optional =
  | 'coupons'
  | 'price_deviation_action'
  | 'max_attempts'
  | 'max_queries'
  | 'poll_milliseconds'
  | 'merchant_deadline_milliseconds';

/** The configuration as it is written down: what has a default may be left out. */
export type AgentConfig = Omit<AgentSettings, Optional> & Partial<Pick<AgentSettings, Optional>>;

const DEFAULTS: Pick<AgentSettings, Optional> = {
  coupons: [],
  price_deviation_action: 'PAUSE_AND_NOTIFY',
  max_attempts: 5,
  max_queries: 20,
  poll_milliseconds: 200,
  merchant_deadline_milliseconds: 4_000,
};

/** Fills in the defaults. */
export function agentSettings(config: AgentConfig): AgentSettings {
  return { ...DEFAULTS, ...config };
}

/** The runtime that the agent runs in: a key that other builds cannot reach, and the build that its provider states. */
export interface AgentRuntime {
  readonly signer: Signer;
  readonly publicJwk: PublicJwk;
  readonly agentVersionDigest: string;
}

/** A key of the agent, and what its provider says of it. */
export interface AgentKey {
  /** `kid` = its thumbprint. */
  readonly signer: Signer;
  readonly publicJwk: PublicJwk;
  /** act-agent+jwt of the agent provider for this agent and key. */
  readonly attestation: string;
}

/** What an agent takes from outside; its key is the one that everything new is asked for with. */
export interface AgentDeps extends AgentKey {
  readonly config: AgentConfig;
  /** Opened with `agentMigrations`. */
  readonly store: Store;
  /** Keys that were replaced, for the mandates and tools that were given to them. */
  readonly formerKeys?: readonly AgentKey[];
  readonly trust: TrustSource;
  /** The key that the trust list is signed with. */
  readonly trustListKey: PinnedKeys;
  /** May reach the issuer, the payment service, the sellers and the trust list, and nothing else. */
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly random: Random;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly log: Logger;
  readonly trace: Trace;
  /** Pinned in every mandate, where there is one. */
  readonly runtime?: AgentRuntime;
  /** Absent: the rule-based one. */
  readonly reader?: IntentReader;
  /** Where intents in digest form are read from; absent: none is taken. */
  readonly contexts?: ContextSource;
}

/** Fills in what has a default. */
export function agentContext(deps: AgentDeps): AgentContext {
  return {
    ...deps,
    config: agentSettings(deps.config),
    http: heedingPauses(deps.http, deps.sleep),
    reader: deps.reader ?? ruleReader,
  };
}

/** The same with every member, as the parts of an agent pass it on. */
export type AgentContext = Omit<AgentDeps, 'config' | 'reader'> & {
  readonly config: AgentSettings;
  readonly reader: IntentReader;
};
