/** From a scenario's world to what the real servers are configured with. */
import type { AgentConfig } from '../../src/agent/index.ts';
import type { MerchantConfig } from '../../src/merchant/index.ts';
import { formatUtcSeconds } from '../../src/protocol/time/index.ts';
import type { ProvisionPlan } from '../../src/trust/index.ts';
import type { WorldPlan } from '../format.ts';

export const METHOD = 'urn:act:payment:openact-balance';
export const OPERATOR = 'did:act:trust.example/list';
export const ISSUER = 'did:act:bank.example/iac';
export const PSP = 'did:act:bank.example/psp';
export const LOG = 'did:act:trust.example/log';
export const HANDLER = 'did:act:trust.example/disputes';
export const CREDIT = 'did:act:credit.example/service';
export const SUBJECT = 'did:act:credit.example/ann';
const PROVIDER = 'did:act:assistant.example/provider';

const DEFAULT_STOCK = 1_000;
const DAY_SECONDS = 86_400;
const TOOL = { max_amount: '2000.00', validity_seconds: 30 * DAY_SECONDS };

/** A scenario asks far more often in one minute of its standing clock than anybody may. */
const INTENTS_PER_MINUTE = 600;

/** No scenario is about a slow seller, and on a busy machine each may be one. */
const SELLER_MILLISECONDS = 60_000;

/** Retries come at the next poll: the clock stands still. */
const CONFIRMATION = {
  first_delay_seconds: 1,
  max_delay_seconds: 60,
  max_attempts: 40,
  poll_milliseconds: 50,
};

export const shopId = (name: string): string => `did:act:${name}.example/shop`;
export const bankId = (name: string): string => `did:act:${name}.example/bank`;
export const agentId = (name: string): string => `did:act:assistant.example/${name}`;
/** Of every account, price and limit of a world. */
export const currencyOf = ({ currency = 'CNY' }: WorldPlan): string => currency;
export const accountOf = (owner: string): string => `acct-${owner}`;
export const isShop = ({ shops = {} }: WorldPlan, name: string): boolean => Object.hasOwn(shops, name);

export function agentNames({ agents }: WorldPlan): string[] {
  return Object.keys(agents ?? { assistant: {} });
}

/** Everybody who sells, with or without a catalogue. */
export function sellerNames({ shops = {}, sellers = {} }: WorldPlan): string[] {
  return [...Object.keys(shops), ...Object.keys(sellers)];
}

export type Addresses = { readonly trust: string; readonly bank: string; readonly log: string } & Readonly<
  Record<string, string>
>;

/** How many ports in a row a world needs. */
export const portsOf = (plan: WorldPlan): number => 3 + sellerNames(plan).length + partnerNames(plan).length;

export const partnerNames = ({ partners = {} }: WorldPlan): string[] => Object.keys(partners);

export function addressesOf(plan: WorldPlan, firstPort: number): Addresses {
  const at = (offset: number): string => `http://127.0.0.1:${firstPort + offset}`;
  const sellers = [...sellerNames(plan), ...partnerNames(plan)].map((name, index) => [name, at(index + 2)]);
  return { ...Object.fromEntries(sellers), log: at(sellers.length + 2), trust: at(0), bank: at(1) };
}

export function trustPlan(plan: WorldPlan, addresses: Addresses): ProvisionPlan {
  const { bank } = addresses;
  return {
    operator: OPERATOR,
    entities: [
      {
        id: ISSUER,
        role: 'IAC_ISSUER',
        folder: 'bank',
        endpoints: { base_url: bank, status_list_url: `${bank}/status-lists/1` },
      },
      { id: PSP, role: 'PSP', folder: 'bank', endpoints: { base_url: bank } },
      ...sellerNames(plan).map((name) =>
        merchantEntity(name, addresses[name] ?? '', plan.shops?.[name]?.names?.[0]),
      ),
      ...(plan.listed ?? []).flatMap((folder) =>
        (['IAC_ISSUER', 'PSP'] as const).map((role) => ({ id: bankId(folder), role, folder })),
      ),
      ...partnerNames(plan).flatMap((folder) =>
        (['IAC_ISSUER', 'PSP'] as const).map((role) => ({
          id: bankId(folder),
          role,
          folder,
          endpoints: { base_url: addresses[folder] ?? '' },
        })),
      ),
      { id: PROVIDER, role: 'AGENT_PROVIDER', folder: 'provider' },
      { id: LOG, role: 'LOG' as const, folder: 'log' },
      { id: HANDLER, role: 'DISPUTE_HANDLER' as const, folder: 'log' },
      ...(plan.credited ? [{ id: CREDIT, role: 'CREDIT_SERVICE' as const, folder: 'credit' }] : []),
    ],
    agents: agentNames(plan).map((name) => ({ id: agentId(name), provider: PROVIDER, folder: name })),
  };
}

function merchantEntity(name: string, url: string, called?: string) {
  const capability_url = `${url}/.well-known/act-payment-capability.json`;
  return {
    id: shopId(name),
    role: 'MERCHANT' as const,
    folder: name,
    ...(called === undefined ? {} : { name: called }),
    endpoints: { base_url: url, capability_url },
  };
}

function sellerConfig(addresses: Addresses, name: string, keptBy?: string): MerchantConfig {
  const endpoint = (keptBy === undefined ? undefined : addresses[keptBy]) ?? addresses.bank;
  const pspId = keptBy === undefined ? PSP : bankId(keptBy);
  const psp = {
    psp_id: pspId,
    endpoint,
    method_schema_url: `${endpoint}/openapi.json#/components/schemas/PaymentBody`,
  };
  return {
    merchant: shopId(name),
    base_url: addresses[name] ?? '',
    items: [],
    payee: { account: accountOf(name), psp_id: pspId },
    methods: [{ method_id: METHOD, psps: [psp] }],
    intents_per_minute: INTENTS_PER_MINUTE,
    confirmation: CONFIRMATION,
  };
}

export { sellerConfig as dataSellerConfig };

export function shopConfig(plan: WorldPlan, addresses: Addresses, name: string, now: number): MerchantConfig {
  const shop = plan.shops?.[name];
  if (shop === undefined) throw new Error(`the world has no shop ${name}`);
  const currency = currencyOf(plan);
  const coupons = Object.entries(shop.coupons ?? {});
  return {
    ...sellerConfig(addresses, name, shop.keptBy),
    items: Object.entries(shop.items).map(([item_id, item]) => ({
      item_id,
      name: item.name,
      category: item.category,
      price: item.price,
      currency,
      stock: item.stock ?? DEFAULT_STOCK,
      ...(item.deliveryDays === undefined
        ? {}
        : { deliver_by: formatUtcSeconds(now + item.deliveryDays * DAY_SECONDS) }),
    })),
    coupons: coupons.map(([code, amount]) => ({ code, amount, currency })),
    ...(shop.blocks === undefined ? {} : { blocked_agents: shop.blocks.map(agentId) }),
    ...(shop.callsPerMinute === undefined ? {} : { intents_per_minute: shop.callsPerMinute }),
    ...(shop.quoteSeconds === undefined ? {} : { quote_lifetime_seconds: shop.quoteSeconds }),
    ...(shop.settlement === undefined ? {} : { settlement: shop.settlement }),
  };
}

export function agentConfig(plan: WorldPlan, addresses: Addresses, name: string): AgentConfig {
  const shops = Object.entries(plan.shops ?? {});
  const currency = currencyOf(plan);
  const { coupons: held = {}, autonomy, confirmAbove } = plan.agents?.[name] ?? {};
  const coupons = Object.entries(held);
  return {
    ...(autonomy === undefined ? {} : { autonomy_level: autonomy }),
    ...(confirmAbove === undefined ? {} : { confirm_above: confirmAbove }),
    agent_id: agentId(name),
    issuer: ISSUER,
    psp_id: PSP,
    payment_methods: [METHOD],
    trust_list_url: `${addresses.trust}/trust-list`,
    merchants: shops.map(([shop, { names = [] }]) => ({
      merchant: shopId(shop),
      base_url: addresses[shop] ?? '',
      names: [shop, ...names],
    })),
    categories: Object.entries(plan.words ?? {}).map(([category, words]) => ({ category, words })),
    coupons: coupons.map(([code, { shop, amount }]) => ({
      code,
      amount,
      merchant: shopId(shop),
      currency,
    })),
    currency,
    utc_offset_minutes: 480,
    poll_milliseconds: 20,
    merchant_deadline_milliseconds: SELLER_MILLISECONDS,
    max_queries: 50,
    tool: TOOL,
  };
}
