import type { AgentConfig } from '../src/agent/index.ts';
import type { MerchantConfig } from '../src/merchant/index.ts';

/** Who takes part in the demonstration, what they sell and what they are called. */
export const IDS = {
  operator: 'did:act:trust.example/list',
  log: 'did:act:trust.example/log',
  handler: 'did:act:trust.example/disputes',
  issuer: 'did:act:bank.example/iac',
  psp: 'did:act:bank.example/psp',
  rail: 'did:act:rail.example/tickets',
  voyage: 'did:act:voyage.example/tickets',
  market: 'did:act:market.example/data',
  archive: 'did:act:archive.example/papers',
  provider: 'did:act:assistant.example/provider',
  agent: 'did:act:assistant.example/agent-007',
} as const;

export const METHOD = 'urn:act:payment:openact-balance';
export const CURRENCY = 'CNY';
export const ACCOUNTS = {
  user: 'acct-user-1',
  rail: 'acct-rail',
  voyage: 'acct-voyage',
  market: 'acct-market',
  archive: 'acct-archive',
} as const;

export interface Addresses {
  readonly trust: string;
  readonly issuer: string;
  readonly rail: string;
  readonly voyage: string;
  readonly agent: string;
  readonly market: string;
  readonly archive: string;
}

/** Seven addresses in a row on loopback; they stand in the trust list, so they are fixed before anything starts. */
export function addressesFrom(firstPort: number): Addresses {
  const at = (offset: number): string => `http://127.0.0.1:${firstPort + offset}`;
  return {
    trust: at(0),
    issuer: at(1),
    rail: at(2),
    voyage: at(3),
    agent: at(4),
    market: at(5),
    archive: at(6),
  };
}

/** The plan of keys, certificates and trust list entries. */
export function trustPlan(addresses: Addresses) {
  const merchant = (id: string, folder: string, url: string) => ({
    id,
    role: 'MERCHANT' as const,
    folder,
    endpoints: { base_url: url, capability_url: `${url}/.well-known/act-payment-capability.json` },
  });
  return {
    operator: IDS.operator,
    entities: [
      {
        id: IDS.issuer,
        role: 'IAC_ISSUER' as const,
        folder: 'bank',
        endpoints: { base_url: addresses.issuer, status_list_url: `${addresses.issuer}/status-lists/1` },
      },
      { id: IDS.psp, role: 'PSP' as const, folder: 'bank', endpoints: { base_url: addresses.issuer } },
      merchant(IDS.rail, 'rail', addresses.rail),
      merchant(IDS.voyage, 'voyage', addresses.voyage),
      merchant(IDS.market, 'market', addresses.market),
      merchant(IDS.archive, 'archive', addresses.archive),
      { id: IDS.provider, role: 'AGENT_PROVIDER' as const, folder: 'provider' },
      { id: IDS.log, role: 'LOG' as const, folder: 'log' },
      { id: IDS.handler, role: 'DISPUTE_HANDLER' as const, folder: 'log' },
    ],
    agents: [{ id: IDS.agent, provider: IDS.provider, folder: 'agent' }],
  };
}

const STOCK = 100_000;

function train(item_id: string, name: string, price: string, deliver_by: string) {
  return { item_id, name, category: 'transport/train', price, currency: CURRENCY, stock: STOCK, deliver_by };
}

/** Bubble tea is paid for with its drinker present, at act:L1. */
function tea(item_id: string, name: string, price: string) {
  return { item_id, name, category: 'food/drink', price, currency: CURRENCY, stock: STOCK };
}

/** Three yuan off, paid for by the merchant itself. */
const TEA_COUPON = { code: 'TEA3', amount: '3.00', currency: CURRENCY };

function methods(addresses: Addresses) {
  const psp = {
    psp_id: IDS.psp,
    endpoint: addresses.issuer,
    method_schema_url: `${addresses.issuer}/openapi.json#/components/schemas/PaymentBody`,
  };
  return [{ method_id: METHOD, psps: [psp] }];
}

/** The railway's own shop: two trains the user may take, and one that is a fen over the cap. */
export function railShop(addresses: Addresses, deliverBy: string): MerchantConfig {
  return {
    merchant: IDS.rail,
    base_url: addresses.rail,
    items: [
      train('G123-2', 'G123 Beijing to Harbin, second class', '553.50', deliverBy),
      train('G125-2', 'G125 Beijing to Harbin, second class', '598.00', deliverBy),
      train('G127-1', 'G127 Beijing to Harbin, first class', '600.01', deliverBy),
      tea('R-TEA', 'Bubble tea at the station kiosk', '17.00'),
    ],
    payee: { account: ACCOUNTS.rail, psp_id: IDS.psp },
    methods: methods(addresses),
  };
}

/** A reseller: cheaper, honest, and not on the user's list. */
export function voyageShop(addresses: Addresses, deliverBy: string): MerchantConfig {
  return {
    merchant: IDS.voyage,
    base_url: addresses.voyage,
    items: [
      train('V-G123-2', 'G123 Beijing to Harbin, second class (resale)', '549.00', deliverBy),
      tea('V-TEA', 'Bubble tea at the travel lounge', '18.00'),
    ],
    coupons: [{ ...TEA_COUPON, label: 'bubble tea coupon' }],
    payee: { account: ACCOUNTS.voyage, psp_id: IDS.psp },
    methods: methods(addresses),
  };
}

/** A seller of data: it has no catalogue, each request has its price. */
export function dataSeller(addresses: Addresses, name: 'market' | 'archive'): MerchantConfig {
  return {
    merchant: IDS[name],
    base_url: addresses[name],
    items: [],
    payee: { account: ACCOUNTS[name], psp_id: IDS.psp },
    methods: methods(addresses),
    confirmation: { first_delay_seconds: 1, max_delay_seconds: 60, max_attempts: 40, poll_milliseconds: 100 },
  };
}

export function assistant(addresses: Addresses, delegator: string): AgentConfig {
  return {
    agent_id: IDS.agent,
    delegator_identity: delegator,
    issuer: IDS.issuer,
    psp_id: IDS.psp,
    payment_methods: [METHOD],
    trust_list_url: `${addresses.trust}/trust-list`,
    merchants: [
      { merchant: IDS.rail, base_url: addresses.rail, names: ['rail', 'railway', '铁路'] },
      { merchant: IDS.voyage, base_url: addresses.voyage, names: ['voyage', 'travel agency', '旅行社'] },
    ],
    categories: [
      { category: 'transport/train', words: ['train', 'rail ticket', '火车', '高铁', '车票'] },
      { category: 'food/drink', words: ['bubble tea', '奶茶'] },
    ],
    coupons: [{ ...TEA_COUPON, merchant: IDS.voyage, category: 'food/drink' }],
    currency: CURRENCY,
    utc_offset_minutes: 480,
    poll_milliseconds: 40,
    tool: { max_amount: '1000.00', validity_seconds: 30 * 86_400 },
  };
}
