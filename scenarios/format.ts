/** The form of a scenario: a world, the run that has to succeed, and what has to be refused. All of it is data. */
import type { Code } from '../src/protocol/errors/index.ts';
import type {
  CommandClaims,
  ConfirmationClaims,
  DisputeRequestBody,
} from '../src/protocol/generated/types.ts';
import type { AutonomyLevel } from '../src/verifier/index.ts';

export interface Scenario {
  /** Begins with the number of its case: 01-bubble-tea. */
  readonly name: string;
  readonly title: string;
  readonly world: WorldPlan;
  /** Each engine gets a world of its own. SQLite where it is left out. */
  readonly engines?: readonly Engine[];
  /** Played once, before anything else. */
  readonly setup?: readonly Step[];
  /**
   * The positive run. It begins the scenario and is repeated after every refused step, so that a world which refuses
   * everything passes nothing. A refused step may name a nearer one, never none.
   */
  readonly twin: readonly Step[];
  readonly steps: readonly Step[];
}

export type Engine = 'sqlite' | 'postgres';

/** Accounts are named as their owners are. Amounts are decimal strings in CNY. */
export interface WorldPlan {
  /** Each has an account, and a device that is a process of its own. */
  readonly users: Readonly<Record<string, UserPlan>>;
  readonly shops?: Readonly<Record<string, ShopPlan>>;
  /** Sellers of data: every request costs `price`. What is below `/data/slow` takes them a moment, `/data/huge` is too big. */
  readonly sellers?: Readonly<Record<string, { readonly price: string }>>;
  /** An `assistant` without coupons where it is left out. */
  readonly agents?: Readonly<Record<string, AgentPlan>>;
  /** The words that people use for a category. */
  readonly words?: Readonly<Record<string, readonly string[]>>;
  /** Banks that the trust list names too and that have no server; their keys are in a folder of this name. */
  readonly listed?: readonly string[];
  /**
   * Banks with servers of their own, which keep shops' accounts; the bank clears with them, and they with it. With
   * `clears: false` they do not clear with the bank, with `agreed: false` neither does.
   */
  readonly partners?: Readonly<Record<string, PartnerPlan>>;
  /** The first digits of the payer codes of `bank` and of partners; who is not named gives none. */
  readonly payerCodes?: Readonly<Record<string, readonly string[]>>;
  /** What the bank takes off for its users where a partner keeps the account, by name: how much, from which order on. */
  readonly promotions?: Readonly<Record<string, { readonly amount: string; readonly from: string }>>;
  /** The bank tells shops of payments by itself, and not only their buyers. */
  readonly tells?: true;
  /** The trust service associates credit too, of one subject. */
  readonly credited?: true;
  /** The ways to confirm that the bank takes; all of them where it is left out. */
  readonly methods?: readonly Method[];
}

export interface PartnerPlan {
  readonly clears?: false;
  readonly agreed?: false;
}

export interface UserPlan {
  readonly balance: string;
  /** `stranger`: has an account, but the device was never enrolled. */
  readonly device?: 'enrolled' | 'stranger';
  /** The payment password. */
  readonly password?: string;
}

export interface ShopPlan {
  /** What people call it; the trust list has the first of them. */
  readonly names?: readonly string[];
  /** Agents that it does not deal with. */
  readonly blocks?: readonly string[];
  /** How often anybody may ask in a minute; more often than any scenario does, where it is left out. */
  readonly callsPerMinute?: number;
  readonly items: Readonly<Record<string, ItemPlan>>;
  readonly coupons?: Readonly<Record<string, string>>;
  /** How long a quote can be paid, in seconds. */
  readonly quoteSeconds?: number;
  /** The partner, or the listed bank, that keeps its account; the bank where it is left out. */
  readonly keptBy?: string;
  /** How its orders are settled; DIRECT where it is left out. Held money is in the account `escrow:CNY`. */
  readonly settlement?: 'ESCROW' | 'GRATUITY';
}

export interface ItemPlan {
  readonly name: string;
  readonly category: string;
  readonly price: string;
  /** 1000 where it is left out. */
  readonly stock?: number;
  /** Days from the beginning of the scenario. */
  readonly deliveryDays?: number;
}

export interface AgentPlan {
  /** Coupons that its user holds, by code. */
  readonly coupons?: Readonly<Record<string, { readonly shop: string; readonly amount: string }>>;
  /** Asked into every mandate: the autonomy level, and the amount above which the user confirms. */
  readonly autonomy?: AutonomyLevel;
  readonly confirmAbove?: string;
}

type Method = ConfirmationClaims['method'];

/**
 * What the user does with the question on the device: says yes by face, where it is left out. One-time codes and the
 * password are the right ones unless `secret` is another; glasses are worn and heard unless `glasses` says otherwise.
 */
export interface Decision {
  readonly user?: string;
  readonly decide?: 'APPROVE' | 'DENY';
  readonly method?: Method;
  readonly channel?: ConfirmationClaims['channel'];
  readonly secret?: string;
  readonly glasses?: { readonly silentSeconds?: number; readonly wearer?: 'MATCHED' | 'NOT_MATCHED' };
}

/** Common to every step. */
interface Named {
  /** What a reader is told. */
  readonly step: string;
  readonly expect?: Expected;
  /** Of a refused step: its own positive run. */
  readonly twin?: readonly Step[];
  /** What makes this step's world different, and what makes it as before: both stand between the positive runs. */
  readonly before?: readonly Step[];
  readonly after?: readonly Step[];
  /** Keeps what came back; later steps name a member of it as `$as.member`. */
  readonly as?: string;
  /** The only user or agent where it is left out. */
  readonly user?: string;
  readonly agent?: string;
}

/**
 * What has to come of a step. Whatever is not named must not have happened: a step without `moved` moved nothing, and a
 * refused one moved no money, made no trade, took nothing off a shelf and left no instrument behind.
 */
export interface Expected {
  readonly refused?: Code;
  /** Of a refused `buy`: whether the agent stopped by itself, or somebody it asked refused. */
  readonly by?: 'agent' | 'bank';
  /** Balances: signed differences by account. */
  readonly moved?: Readonly<Record<string, string>>;
  /** Stock on hand: signed differences by item. */
  readonly stock?: Readonly<Record<string, number>>;
  /** New trades by the state they came to. */
  readonly trades?: Readonly<Record<string, number>>;
  /** Trades that were there before, by the state they came to. */
  readonly changed?: Readonly<Record<string, number>>;
  /** New payment tools and sub-accounts. */
  readonly instruments?: number;
  /** Members of what came back. */
  readonly answer?: Readonly<Record<string, unknown>>;
  /** Of steps taken together: how many ended as `ok` and with each code. */
  readonly outcomes?: Readonly<Record<string, number>>;
  /** Where chance decides: one of these, instead of `moved`, `stock` and `trades`. */
  readonly either?: readonly Pick<Expected, 'moved' | 'stock' | 'trades'>[];
}

/** Claims, header or key that differ from the honest message: a forger's work, or a hijacked agent's. */
export interface Forgery {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  /** `stranger` is a fresh key that nobody vouches for; else the folder and file of a real one. */
  readonly key?: 'stranger' | `${string}/${string}`;
  /** The certificates of this key instead of the own ones. */
  readonly certificate?: `${string}/${string}`;
  /** Certificates of an own making for the key, its own first: the real authority of merchants has signed the last. */
  readonly chain?: readonly CertificatePlan[];
  /** Instead of signing: this text, or the name of a kept one. */
  readonly text?: string;
}

/** What a certificate says that it should not. Nothing: it is as it should be, the first for a signer, the rest for authorities. */
export interface CertificatePlan {
  readonly from?: string;
  readonly until?: string;
  readonly uses?: 'signing' | 'certifying';
  readonly isAuthority?: boolean;
  /** `stranger`: by a key that is not the authority's. `itself`: by its own key, as a root. */
  readonly signedBy?: 'stranger' | 'itself';
  readonly hash?: 'SHA-384';
  /** An extension that nobody knows, as critical. */
  readonly critical?: string;
  /** Only for names below this one. */
  readonly constrainedTo?: string;
}

export type Step =
  | BuyStep
  | DelegateStep
  | BindStep
  | MandateStep
  | PayStep
  | TogetherStep
  | CommandStep
  | AnswerStep
  | AdvanceStep
  | PriceStep
  | ForgetStep
  | CardStep
  | UnfreezeStep
  | FetchStep
  | ProofStep
  | EnrolStep
  | SendStep
  | StandstillStep
  | PublishStep
  | AnswersStep
  | ReleaseStep
  | JudgeStep
  | BankStep
  | RestartStep
  | RecordsStep
  | EvidenceStep
  | DisputeStep
  | SubmitStep
  | FindingStep
  | CompensateStep
  | AnchorStep
  | AuditStep
  | VerifyStep
  | WalletStep
  | TapStep
  | RecomputeStep
  | RestoreStep
  | LogStep
  | InstructStep
  | ScanStep
  | NetStep
  | VouchStep
  | CreditStep
  | CreditOrderStep
  | KnownStep;

/** The agent's own road, checks and all: at act:L1 from what the user says, else under a mandate of a `delegate` step. */
export interface BuyStep extends Named, Decision {
  readonly do: 'buy';
  readonly say?: string;
  readonly under?: string;
  readonly answers?: Readonly<Record<string, string>>;
}

/** The user says what may be done, answers the agent's questions, and confirms on the device: a mandate and a tool. */
export interface DelegateStep extends Named, Decision {
  readonly do: 'delegate';
  readonly as: string;
  readonly say: string;
  /** The platform hands in a digest of what was said, and keeps this under its reference. */
  readonly keeps?: string;
  readonly answers?: Readonly<Record<string, string>>;
}

/**
 * A mandate with exactly these members, asked for by hand and confirmed on the device. What is not said is taken from a
 * week's mandate over 1000.00 for everything that the shops of the world sell.
 */
export interface MandateStep extends Named, Decision {
  readonly do: 'mandate';
  /** Members of the IAC payload; `ext` is merged one level down. `null` takes a member out. */
  readonly iac?: Readonly<Record<string, unknown>>;
  /** Pins this build of the agent, and a new runtime key. */
  readonly build?: string;
  /** What the agent provider states of the build. */
  readonly stated?: string;
  readonly psp?: string;
  readonly attestation?: Forgery;
  readonly command?: Forgery;
  /** Handed down by the agent of this kept mandate, without asking the user again. */
  readonly below?: string;
  /** Leaves the decision to a later `answer`. */
  readonly asks?: true;
}

/** The agent shows a code for a task of its user to a till, or buys what the till has offered for it. */
export interface WalletStep extends Named, Decision {
  readonly do: 'wallet';
  readonly under: string;
  /** The code whose offer is bought; without it a code is asked for. */
  readonly pays?: string;
}

/**
 * The phone touches a shop's tag, or glasses scan its code: the shop's order comes to the agent, which holds it against
 * what the user said or the mandate, and takes it to the cashier.
 */
export interface TapStep extends Named, Decision {
  readonly do: 'tap';
  readonly by: 'TAP' | 'SCAN';
  readonly at: string;
  readonly items: Readonly<Record<string, number>>;
  /** What the user has said, at act:L1; else under a kept mandate. */
  readonly say?: string;
  readonly under?: string;
  /** What is wrong with the order that the tag hands out. */
  readonly quote?: Forgery;
}

/** A payment tool for an agent, without a purchase. */
export interface BindStep extends Named, Decision {
  readonly do: 'bind';
  readonly limit: string;
  readonly currency?: string;
  /** Somebody else than the user. */
  readonly delegator?: string;
  /** Leaves the decision to a later `answer`. */
  readonly asks?: true;
}

/**
 * What a hijacked agent can do: order and pay with its real keys and none of its own checks. Under a mandate, or at
 * act:L1 with a tool and the user's decision.
 */
export interface PayStep extends Named, Decision {
  readonly do: 'pay';
  readonly at: string;
  /** Quantities by item. */
  readonly items: Readonly<Record<string, number>>;
  /** What the agent says it expects to pay; the catalogue's sum where it is left out. */
  readonly expected?: string;
  readonly coupon?: string;
  readonly under?: string;
  /** At act:L1: the kept tool; or the sub-account that pays. */
  readonly with?: string;
  readonly quote?: Forgery;
  readonly request?: Forgery;
  readonly mandate?: Forgery;
  /** By somebody else who has the agent's key: nothing of it is recorded by the agent. */
  readonly stolen?: true;
  /** `false`: pays and does not fetch the goods. */
  readonly collect?: boolean;
  /** Of a sub-account: whose key proves the request, and whether any does. Its own where it is left out. */
  readonly proof?: 'none' | 'stranger';
  /** What differs from the runtime that the mandate pins; `null`: the request states none. */
  readonly runtime?: { readonly build?: string; readonly user?: string; readonly key?: 'stranger' } | null;
  /** At act:L1: puts the payment before the user and leaves the decision to a later `answer`. */
  readonly asks?: true;
}

/**
 * What a payment service with a real key can say to another one, without having taken anything from anybody: an
 * instruction for a fresh order, honest but for what is said here.
 */
export interface InstructStep extends Named {
  readonly do: 'instruct';
  readonly to: string;
  readonly at: string;
  readonly items: Readonly<Record<string, number>>;
  /** Members of the instruction, and what is wrong with the command. */
  readonly instruction?: Readonly<Record<string, unknown>>;
  readonly command?: Forgery;
  /** What somebody changes after it was signed. */
  readonly onTheWay?: Readonly<Record<string, unknown>>;
}

/** The till of a shop scans a payer code and hands in its offer for it, at the bank that keeps its account. */
export interface ScanStep extends Named {
  readonly do: 'scan';
  readonly at: string;
  readonly items: Readonly<Record<string, number>>;
  /** 18 digits, or a kept code. */
  readonly code: string;
  readonly quote?: Forgery;
}

/**
 * The operator of the bank, about what the two banks owe each other: both sign it for a span, or the bank has paid it by
 * a transfer. A step may also be nothing but the transfer's arrival at the other bank.
 */
export interface NetStep extends Named {
  readonly do: 'net';
  readonly with: string;
  /** The span: so many seconds, which ended a minute ago. */
  readonly seconds?: number;
  readonly agrees?: true;
  readonly paidBy?: string;
  readonly arrives?: string;
}

/** All at once. */
export interface TogetherStep extends Named {
  readonly do: 'together';
  readonly steps: readonly Step[];
}

/** A signed command of a device, an agent or a shop. */
export interface CommandStep extends Named {
  readonly do: 'command';
  /** `device`, `agent`, or the name of a shop, of a partner or `bank`. */
  readonly by?: string;
  /** `bank`, or the name of a shop or a partner. */
  readonly to?: string;
  readonly action: CommandClaims['action'];
  readonly target: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly path: string;
  readonly method?: 'GET' | 'POST';
  readonly forge?: Forgery;
}

/** One answer to the one question that waits. `claims`: what differs from the honest answer. */
export interface AnswerStep extends Named {
  readonly do: 'answer';
  /** Whose question it is, when it is not the answering user's. */
  readonly of?: string;
  /** The kept question of a `pay` or `bind` with `asks`; the last that waits, where it is left out. */
  readonly to?: string;
  readonly secret?: string;
  readonly claims?: Readonly<Record<string, unknown>>;
}

/** Every delivery of a shop, back to what the user wanted: how many there are, how many chains hold, the last one in words. */
export interface RecordsStep extends Named {
  readonly do: 'records';
  readonly at: string;
  /** Asks only whether anything waits to be recorded or anchored. */
  readonly waiting?: true;
}

/** All the evidence of a kept `pay`, collected from the servers that have it: now, since a status list is of its time. */
export interface EvidenceStep extends Named {
  readonly do: 'evidence';
  readonly of: string;
  readonly under?: string;
  readonly intent?: Readonly<Record<string, unknown>>;
  /** What somebody leaves out: records of these events. */
  readonly without?: readonly string[];
  /** The anchors are left out. */
  readonly unanchored?: true;
  /** What somebody changes in the file afterwards. */
  readonly change?: Readonly<Record<string, unknown>>;
}

/** Files a dispute by a record that is in kept evidence. */
export interface DisputeStep extends Named {
  readonly do: 'dispute';
  readonly of: string;
  /** By the record of this event; of the payment, where it is left out. */
  readonly by?: string;
  readonly type?: DisputeRequestBody['type'];
  /** Not the record's own. */
  readonly channel?: string;
  readonly record?: string;
}

/** One side hands in kept evidence. */
export interface SubmitStep extends Named {
  readonly do: 'submit';
  /** A kept dispute. */
  readonly to: string;
  readonly evidence: string;
}

/** Reads a kept dispute: after the time for evidence with what was found, signed. */
export interface FindingStep extends Named {
  readonly do: 'finding';
  readonly of: string;
  /** Asks for a dispute that nobody filed. */
  readonly unknown?: true;
}

/** The payment service is shown a kept finding, and evidence. */
export interface CompensateStep extends Named {
  readonly do: 'compensate';
  readonly on: string;
  readonly evidence: string;
  /** The trade of other kept evidence or of a kept `pay`. */
  readonly trade?: string;
}

/** An anchor of the payment service, or of the agent, over a record that nobody else knows. */
export interface AnchorStep extends Named {
  readonly do: 'anchor';
  readonly by?: 'psp' | 'agent';
  readonly forge?: Forgery;
  /** Of an agent: its provider's statement comes along. */
  readonly statement?: true;
}

/** Somebody recomputes the whole log from what it shows, from a kept audit on, and looks at one channel. */
export interface AuditStep extends Named {
  readonly do: 'audit';
  readonly from?: string;
  readonly channel?: string;
}

/** Verifies one record; one of the bank, where none is named. */
export interface VerifyStep extends Named {
  readonly do: 'verify';
  readonly record?: string;
}

/**
 * Somebody who has no more than a browser has, recomputes the payload hash of the bank's first record; in a process of its own.
 */
export interface RecomputeStep extends Named {
  readonly do: 'recompute';
  /** What the record says that it was hashed with. */
  readonly algorithm: 'SHA-256' | 'SM3';
}

/** The bank's records are backed up and brought back, or what somebody made of them meanwhile. */
export interface RestoreStep extends Named {
  readonly do: 'restore';
  readonly spoilt?: 'damage' | 'rewritten';
}

/** The server of the log of anchors. */
export interface LogStep extends Named {
  readonly do: 'log';
  readonly is: 'down' | 'up';
}

/** A subject applies to be associated with the agent, and confirms what it is shown. Keeps the draft and the credential. */
export interface VouchStep extends Named {
  readonly do: 'vouch';
  readonly application?: Readonly<Record<string, unknown>>;
  readonly forgery?: Forgery;
  /** What another `vouch` kept: the same application once more. */
  readonly again?: string;
  /** Whether the agent's key takes part. */
  readonly control?: false;
  /** Nothing is confirmed. */
  readonly only?: 'apply';
  /** Somebody else's key confirms. */
  readonly with?: `${string}/${string}`;
}

/** A shop asks about the agent's associated credit, under an authorisation of the subject, and judges the answer. */
export interface CreditStep extends Named {
  readonly do: 'credit';
  readonly at: string;
  /** A kept `vouch`. */
  readonly of: string;
  readonly level?: 'CREDENTIAL';
  readonly request?: Readonly<Record<string, unknown>>;
  readonly forgery?: Forgery;
  /** What of the credential is other in the one that is presented. */
  readonly presents?: Readonly<Record<string, unknown>>;
  readonly authorize?: false | Readonly<Record<string, unknown>>;
  /** The subject takes the authorisation back before it is used. */
  readonly revokes?: true;
  /** The bank asks for the shop, so many times a minute. */
  readonly as_platform?: number;
  /** How often it is asked; the last answer counts. */
  readonly times?: number;
  readonly judged?: {
    readonly later?: number;
    readonly expects?: Readonly<Record<string, string>>;
    readonly forgedWith?: `${string}/${string}`;
  };
}

export interface CreditOrderStep extends Named {
  readonly do: 'credit order';
  readonly what: 'suspend' | 'resume' | 'revoke' | 'reassess' | 'revoke the authorisation';
  readonly by: 'subject' | 'service';
  readonly of?: string;
  readonly target?: string;
  readonly reason?: string;
}

/** What the credit service knows, or cannot reach, from now on. */
export interface KnownStep extends Named {
  readonly do: 'known';
  readonly changes: {
    readonly down?: 'assertion' | 'mapping' | undefined;
    readonly versions?: string[];
    readonly bound?: string;
    readonly assertion?: 'valid' | 'invalid';
  };
}

/** The clock of the whole world goes forward. */
export interface AdvanceStep extends Named {
  readonly do: 'advance';
  /** To this time, before `seconds` are added. */
  readonly to?: string;
  readonly seconds?: number;
}

/** What the user does about the last purchase under a mandate: `look` reads it, `change` gives other answers and confirms. */
export interface StandstillStep extends Named, Decision {
  readonly do: 'look' | 'resume' | 'cancel' | 'change';
  readonly under: string;
  readonly answers?: Readonly<Record<string, string>>;
}

/** A shop changes a price. */
export interface PriceStep extends Named {
  readonly do: 'price';
  readonly at: string;
  readonly item: string;
  readonly price: string;
}

/** The agent's own account of what it has paid is wiped: a forged cache. */
export interface ForgetStep extends Named {
  readonly do: 'forget';
}

/** A sub-account of one agent, with a key of its own. */
export interface CardStep extends Named, Decision {
  readonly do: 'card';
  readonly as: string;
  readonly limit: string;
  /** An AI card: the user confirms every order that it pays for. */
  readonly confirmEach?: true;
  /** Put in from the user's account. */
  readonly fund?: string;
  /** Somebody else than the user. */
  readonly delegator?: string;
  /** Not a new key, but the agent's own or that of a kept card. */
  readonly key?: string;
}

/** The user puts a frozen sub-account back into use, under a new key of its agent. Keeps the card with the new key. */
export interface UnfreezeStep extends Named {
  readonly do: 'unfreeze';
  /** A kept card. */
  readonly card: string;
  /** Not a new key, but the one that the card had. */
  readonly key?: 'old';
}

/** The agent fetches what costs money, and pays on the way. */
export interface FetchStep extends Named {
  readonly do: 'fetch';
  readonly at: string;
  readonly path: string;
  readonly under: string;
  readonly from: string;
  readonly times?: number;
  /** The answer gets lost after it was paid for: the proof is kept, unused. */
  readonly lost?: boolean;
  /** What a cheating seller's bill says otherwise: in plain words, and in the quote. */
  readonly bill?: { readonly plain?: Readonly<Record<string, unknown>>; readonly quote?: Forgery };
}

/** Somebody shows a proof of payment that was seen on the wire. */
export interface ProofStep extends Named {
  readonly do: 'proof';
  /** A kept `fetch`. */
  readonly of: string;
  readonly at: string;
  readonly path: string;
  /** As it was sent, where it is left out: else with a new holder's proof by this key. */
  readonly key?: 'agent' | 'stranger';
  readonly holder?: Readonly<Record<string, unknown>>;
  /** Of another trade. */
  readonly trade?: string;
}

/** A device asks to speak for a user. */
export interface EnrolStep extends Named {
  readonly do: 'enrol';
  /** The login that the person shows; the right one of the user where it is left out. */
  readonly login?: string;
}

/** Bytes to a server. */
export interface SendStep extends Named {
  readonly do: 'send';
  /** `bank`, `trust`, or the name of a shop. */
  readonly to: string;
  readonly path: string;
  /** Bytes on the bare connection, in the place of a request. */
  readonly wire?: string;
  readonly method?: string;
  readonly json?: unknown;
  readonly text?: string;
  /** Bytes that are no text. */
  readonly base64?: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The goods of a kept `pay` that did not collect, asked for with its receipt, or with one that is forged. */
export interface ReleaseStep extends Named {
  readonly do: 'release';
  readonly of: string;
  readonly receipt?: Forgery;
}

/**
 * A third party judges a kept `pay` offline, from its messages alone. `change` replaces messages by name: what is
 * signed is signed again with the real key of whoever signed it, what is not has members replaced.
 */
export interface JudgeStep extends Named {
  readonly do: 'judge';
  readonly of: string;
  /** The kept mandate; a purchase at act:L1 has none. */
  readonly under?: string;
  readonly intent?: Readonly<Record<string, unknown>>;
  readonly change?: Readonly<Record<string, Forgery>>;
  /** Members of the payment that the user is said to have seen, by a bank that forges the device and its confirmation. */
  readonly bankSays?: Readonly<Record<string, unknown>>;
}

/** What the bank does by itself, and what befalls it. */
export interface BankStep extends Named {
  readonly do: 'bank';
  /** Risk control suspends this mandate, or lifts its suspension. */
  readonly suspends?: string;
  readonly lifts?: string;
  /** What the risk engine says to every payment from now on. */
  readonly risk?: 'allow' | 'refuse';
  /** Whether the key service that signs receipts answers. */
  readonly keyService?: 'up' | 'down';
  /** Whether its payment service sees what becomes of mandates, or reads a copy in which all of them are Active. */
  readonly status?: 'live' | 'lagging';
  /** How many calls it takes of each caller from now on, and no more; `any`: as many as come. */
  readonly callsOfEach?: number | 'any';
  /** Whether somebody else holds the lock of its database file. */
  readonly database?: 'locked' | 'free';
  /** Tells the shops now what they have not heard of yet. */
  readonly tells?: 'shops';
}

/** A server goes down while a request is on its way to it, and comes up again. */
export interface RestartStep extends Named {
  readonly do: 'restart';
  readonly at: string;
}

/**
 * The trust service hands out another list, and everybody looks again. Without members it is the true list anew, with a
 * higher sequence than before.
 */
export interface PublishStep extends Named {
  readonly do: 'publish';
  /** Times in seconds follow `issued_at` and `next_update` unless they are said. */
  readonly list?: Forgery;
  /** Members of everything that is listed of an entity. */
  readonly entries?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** This entity stands in the list once more. */
  readonly twice?: string;
  /** The certificate of this key is revoked. */
  readonly revokes?: { readonly entity: string; readonly key: `${string}/${string}` };
}

/** From now on a server answers this, whoever asks for the path; without an answer it hangs up. `as before` ends it. */
export interface AnswersStep extends Named {
  readonly do: 'answers';
  readonly at: string;
  readonly path: string;
  readonly with:
    | { readonly status?: number; readonly json?: unknown; readonly text?: string }
    | 'nothing'
    | 'lost'
    | 'as before';
}
