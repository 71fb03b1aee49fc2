import { assertBaseUrl } from '../http/index.ts';
import { ActError } from '../protocol/errors/index.ts';
import type {
  Catalogue,
  MethodAtPsp,
  Payee,
  PaymentCapability,
  QuoteClaims,
} from '../protocol/generated/types.ts';
import { validateCatalogue, validatePaymentCapability } from '../protocol/generated/validators.js';
import { isJsonObject, type JsonObject, type JsonValue, parseStrict } from '../protocol/json/index.ts';
import { assertSchema } from '../protocol/messages/index.ts';
import { currencyDecimals, parseAmount } from '../protocol/money/index.ts';
import { parseUtcSeconds } from '../protocol/time/index.ts';

export type CatalogueItem = Catalogue['items'][number];

/** An item as it is configured: a catalogue item (CID-MER-CAT) with the stock to begin with. */
export type ConfiguredItem = CatalogueItem & { readonly stock: number };

/** A discount that the merchant itself pays for. */
export interface Coupon {
  readonly code: string;
  /** Decimal string in major units. */
  readonly amount: string;
  readonly currency: string;
  readonly label?: string;
}

/** When a payment method is taken. A method without terms always is; one with terms only where one of them fits. */
export interface MethodTerms {
  readonly method_id: string;
  readonly currency: string;
  /** Of the whole order, gross; decimal strings in major units. */
  readonly min_amount?: string;
  readonly max_amount?: string;
}

export interface ConfirmationPolicy {
  /** Wait after the first failure; doubled after each further one. */
  readonly first_delay_seconds: number;
  readonly max_delay_seconds: number;
  /** After so many tries the entry is set aside for people. */
  readonly max_attempts: number;
  /** How often the worker looks when nothing wakes it. */
  readonly poll_milliseconds: number;
}

/** A merchant's configuration with every member. Prices and names follow it; stock is taken from it once. */
export interface MerchantSettings {
  /** did:act:… of the merchant: `iss` of quotes and commands, `aud` of what it receives. */
  readonly merchant: string;
  /** Public address, without a slash at the end. */
  readonly base_url: string;
  readonly items: readonly ConfiguredItem[];
  readonly payee: Payee;
  readonly methods: PaymentCapability['supported_methods'];
  /** From the quote to its pay_before, which is also how long the stock stays locked. */
  readonly quote_lifetime_seconds: number;
  /** How buyers learn what they can pay with: from the file, or by asking for each purchase (CID-PCA-NEG). */
  readonly negotiation: 'one-way' | 'two-way';
  readonly method_terms: readonly MethodTerms[];
  /** Intent transfers, and negotiations, of one agent in one minute (CID-INT-XFR-12). */
  readonly intents_per_minute: number;
  /** The same of all agents together that do not prove who they are; 0: none is answered. */
  readonly anonymous_calls_per_minute: number;
  /** Agents that may neither transfer intents nor order (CID-INT-XFR-11). */
  readonly blocked_agents: readonly string[];
  readonly coupons: readonly Coupon[];
  readonly confirmation: ConfirmationPolicy;
  /** How its orders are settled; a tip jar takes gratuities (OA-ESC-01). */
  readonly settlement: NonNullable<QuoteClaims['settlement']>;
}

type Optional =
  | 'quote_lifetime_seconds'
  | 'negotiation'
  | 'method_terms'
  | 'intents_per_minute'
  | 'anonymous_calls_per_minute'
  | 'blocked_agents'
  | 'coupons'
  | 'confirmation'
  | 'settlement';

/** The configuration as it is written down: what has a default may be left out. */
export type MerchantConfig = Omit<MerchantSettings, Optional> & Partial<Pick<MerchantSettings, Optional>>;

const DEFAULTS: Pick<MerchantSettings, Optional> = {
  quote_lifetime_seconds: 900,
  negotiation: 'one-way',
  method_terms: [],
  intents_per_minute: 60,
  anonymous_calls_per_minute: 600,
  blocked_agents: [],
  coupons: [],
  confirmation: { first_delay_seconds: 1, max_delay_seconds: 300, max_attempts: 40, poll_milliseconds: 500 },
  settlement: 'DIRECT',
};

const MEMBERS: ReadonlySet<string> = new Set([
  ...['merchant', 'base_url', 'items', 'payee', 'methods'],
  ...Object.keys(DEFAULTS),
]);
const CONFIG_LIMITS = { maxBytes: 1_048_576, maxDepth: 16 };
export const QUOTE_LIFETIME_MAX_SECONDS = 86_400;

/**
 * Fills in the defaults and holds the configuration to the schemas of what it is shown as.
 *
 * @throws ActError schema_mismatch, amount_*, currency_unknown
 */
export function merchantSettings(input: MerchantConfig): MerchantSettings {
  const config: MerchantSettings = { ...DEFAULTS, ...input };
  assertSchema(validateCatalogue, { merchant: config.merchant, items: config.items } as unknown as JsonValue);
  assertSchema(validatePaymentCapability, capabilityOf(config) as unknown as JsonValue);
  for (const item of config.items) {
    if (item.stock === undefined) refuse('stock');
    parseAmount(item.price, item.currency);
    if (item.deliver_by !== undefined) parseUtcSeconds(item.deliver_by);
    if (item.price_valid_until !== undefined) parseUtcSeconds(item.price_valid_until);
  }
  if (new Set(config.items.map((item) => item.item_id)).size !== config.items.length) refuse('item_id_twice');
  for (const coupon of config.coupons) {
    parseAmount(coupon.amount, coupon.currency);
    if (coupon.label !== undefined && !isDisplayName(coupon.label)) refuse('coupon_label');
  }
  assertCount(config.quote_lifetime_seconds, 1, QUOTE_LIFETIME_MAX_SECONDS, 'quote_lifetime_seconds');
  assertCount(config.intents_per_minute, 1, 1_000_000, 'intents_per_minute');
  assertCount(config.anonymous_calls_per_minute, 0, 1_000_000, 'anonymous_calls_per_minute');
  assertBaseUrl(config.base_url);
  assertNegotiation(config);
  if (!['DIRECT', 'ESCROW', 'GRATUITY'].includes(config.settlement)) refuse('settlement');
  if (acceptedOf(config).length === 0) refuse('methods');
  assertPayee(config.payee);
  return config;
}

/**
 * Reads the configuration file: strict JSON, no unknown member.
 *
 * @throws ActError json_*, schema_mismatch, amount_*, currency_unknown
 */
export function readMerchantConfig(bytes: Uint8Array): MerchantSettings {
  const value = parseStrict(bytes, CONFIG_LIMITS);
  if (!isJsonObject(value)) return refuse('object');
  assertMembers(value);
  return merchantSettings(value as unknown as MerchantConfig);
}

/** act-payment-capability.json of this merchant (CID-PCA-NEG). */
export function capabilityOf(config: MerchantSettings): PaymentCapability {
  return {
    version: '1.0',
    role: 'payee',
    agent_id: config.merchant,
    supported_methods: [...config.methods],
  };
}

/** The methods and payment services that go into a quote's `accepted`. */
export function acceptedOf(config: MerchantSettings): MethodAtPsp[] {
  return config.methods.flatMap(({ method_id, psps }) => psps.map(({ psp_id }) => ({ method_id, psp_id })));
}

function assertMembers(value: JsonObject): void {
  for (const member of Object.keys(value)) if (!MEMBERS.has(member)) refuse(`unknown_member:${member}`);
  for (const member of ['merchant', 'base_url', 'items', 'payee', 'methods']) {
    if (!(member in value)) refuse(`missing_member:${member}`);
  }
}

function assertCount(value: number, min: number, max: number, member: string): void {
  if (!Number.isSafeInteger(value) || value < min || value > max) refuse(member);
}

function assertNegotiation({ negotiation, method_terms: terms, methods }: MerchantSettings): void {
  if (negotiation !== 'one-way' && negotiation !== 'two-way') refuse('negotiation');
  for (const { method_id: id, currency, min_amount: min, max_amount: max } of terms) {
    if (!methods.some(({ method_id }) => method_id === id)) refuse('method_terms');
    currencyDecimals(currency);
    for (const amount of [min, max]) if (amount !== undefined) parseAmount(amount, currency);
  }
}

function assertPayee(payee: unknown): void {
  const { account, psp_id: pspId } = (payee ?? {}) as Partial<Payee>;
  if (typeof account !== 'string' || typeof pspId !== 'string') refuse('payee');
}

/** As schemas/common.json has it. @see OA-QUO-12 */
const DISPLAY_NAME = /^[^\p{C}\p{Z}](?:[^\p{C}\p{Zl}\p{Zp}]*[^\p{C}\p{Z}])?$/u;
const DISPLAY_NAME_MAX_CHARS = 80;

const isDisplayName = (text: string): boolean =>
  DISPLAY_NAME.test(text) && [...text].length <= DISPLAY_NAME_MAX_CHARS;

function refuse(rule: string): never {
  throw new ActError('schema_mismatch', { rule: `config:${rule}` });
}
