/** A seller that signs like a real one and sells whatever a test puts on its shelf. */
import { digestOfObject, encodeBase64url } from '../../protocol/digest/index.ts';
import type { Code } from '../../protocol/errors/index.ts';
import type {
  Cart,
  CatalogueItem,
  IntentTransferBody,
  NegotiationAnswer,
  NegotiationBody,
  PaymentCapability,
  QuoteAnswer,
  QuoteClaims,
  QuoteRequestBody,
  ReleaseBody,
} from '../../protocol/generated/types.ts';
import type { JsonValue } from '../../protocol/json/index.ts';
import { readMessage, signMessage } from '../../protocol/messages/index.ts';
import { newId } from '../../protocol/ports.ts';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import { type Actor, IDS } from '../../verifier/testing/actors.ts';
import { BANK_URL } from './bank.ts';
import { ok, type Reply, refuse } from './reply.ts';
import { random } from './surroundings.ts';

export interface SellerSettings {
  items: CatalogueItem[];
  card: { agent_id: string; capability_url: string };
  /** Set: the seller negotiates in two-way mode, with this answer. */
  negotiated: { endpoint: string; answer: NegotiationAnswer } | undefined;
  /** Answered as they are, in place of the items. */
  candidates: unknown[] | undefined;
  /** What /intents answers instead. */
  intentRefusal: Code | undefined;
  capability: PaymentCapability;
  quote: (claims: QuoteClaims, cart: Cart) => void;
  /** What is sold in place of what was ordered. */
  lines: ((lines: Cart['lines']) => Cart['lines']) | undefined;
}

export interface FakeSeller {
  readonly settings: SellerSettings;
  readonly asked: IntentTransferBody[];
  readonly negotiations: NegotiationBody[];
  readonly ordered: QuoteRequestBody['order'][];
  /** Order numbers that were given up. */
  readonly cancelled: string[];
  readonly quotes: Map<string, unknown>;
  /** Offers that were made at a till or by a tap, by order number. */
  readonly offers: Map<string, QuoteAnswer>;
  readonly released: Map<string, string>;
  handle(method: string, path: string, body: unknown): Promise<Reply>;
}

interface SellerIdentity {
  readonly id: string;
  readonly url: string;
  readonly actor: Actor;
}

export function createSeller(identity: SellerIdentity, time: { readonly now: number }): FakeSeller {
  const capabilityUrl = `${identity.url}/.well-known/act-payment-capability.json`;
  const psp = { psp_id: IDS.psp, endpoint: BANK_URL, method_schema_url: `${BANK_URL}/method.json` };
  const seller: FakeSeller = {
    settings: {
      items: [],
      card: { agent_id: identity.id, capability_url: capabilityUrl },
      capability: {
        version: '1.0',
        role: 'payee',
        agent_id: identity.id,
        supported_methods: [{ method_id: IDS.method, psps: [psp] }],
      },
      negotiated: undefined,
      candidates: undefined,
      intentRefusal: undefined,
      quote: () => {},
      lines: undefined,
    },
    asked: [],
    negotiations: [],
    ordered: [],
    cancelled: [],
    quotes: new Map(),
    offers: new Map(),
    released: new Map(),
    async handle(_method, path, body) {
      const { settings } = seller;
      if (path === '/.well-known/agent-card.json') {
        const { agent_id, capability_url } = settings.card;
        const declared =
          settings.negotiated === undefined
            ? { mode: 'one-way', capability_url }
            : { mode: 'two-way', negotiation_endpoint: settings.negotiated.endpoint };
        return ok({ agent_id, capabilities: { 'act:payment:negotiation': declared } });
      }
      if (path === '/negotiate' && settings.negotiated !== undefined) {
        seller.negotiations.push(body as NegotiationBody);
        return ok(settings.negotiated.answer);
      }
      if (path === '/catalogue') return ok({ merchant: identity.id, items: settings.items });
      if (path.endsWith('/quote')) {
        const offer = seller.offers.get(path.split('/')[2] ?? '');
        return offer === undefined ? refuse('order_unknown') : ok(offer);
      }
      if (path.endsWith('/cancel')) {
        const no = path.split('/')[2] ?? '';
        seller.cancelled.push(no);
        return ok({ out_trade_no: no, state: 'CLOSED' });
      }
      if (path === '/.well-known/act-payment-capability.json') return ok(settings.capability);
      if (path === '/intents') return offers(seller, body as IntentTransferBody);
      if (path === '/quotes') return quote(seller, identity, time, body as QuoteRequestBody);
      if (path.endsWith('/release')) return release(seller, path.split('/')[2] ?? '', body as ReleaseBody);
      return refuse('not_found');
    },
  };
  return seller;
}

function offers(seller: FakeSeller, body: IntentTransferBody): Reply {
  seller.asked.push(body);
  const { items, candidates = items, intentRefusal } = seller.settings;
  if (intentRefusal !== undefined) return refuse(intentRefusal);
  return candidates.length === 0 ? refuse('no_match') : ok({ request_id: body.request_id, candidates });
}

async function quote(
  seller: FakeSeller,
  { id, actor }: SellerIdentity,
  { now }: { readonly now: number },
  { order }: QuoteRequestBody,
): Promise<Reply> {
  seller.ordered.push(order);
  const known = seller.quotes.get(order.request_id ?? '');
  if (known !== undefined) return ok(known, 201);
  const ordered = order.lines.map(({ item_id, quantity }) => {
    const item = seller.settings.items.find((one) => one.item_id === item_id);
    const price = item?.price ?? '0';
    return {
      item_id,
      name: item?.name ?? '',
      category: item?.category ?? '',
      quantity,
      unit_price: price,
      amount: order.expected_amount,
    };
  });
  const cart: Cart = {
    salt: encodeBase64url(random(16)),
    lines: seller.settings.lines?.(ordered) ?? ordered,
  };
  const claims: QuoteClaims = {
    iss: id,
    jti: newId(random, 'quo'),
    iat: now,
    exp: now + 900,
    aud: IDS.agent,
    out_trade_no: newId(random, 'ord'),
    amount: order.expected_amount,
    discounts: [],
    payer_amount: order.expected_amount,
    currency: order.currency,
    categories: cart.lines.map(({ category }) => category),
    payee: { account: 'acct', psp_id: IDS.psp },
    accepted: [{ method_id: IDS.method, psp_id: IDS.psp }],
    pay_before: formatUtcSeconds(now + 900),
    cart_digest: '',
    deliver_by: formatUtcSeconds(now + 3_600),
  };
  seller.settings.quote(claims, cart);
  if (claims.cart_digest === '') claims.cart_digest = await digestOfObject(cart as unknown as JsonValue);
  const answer = { quote: await signMessage('quote', claims, actor.signer), cart };
  seller.quotes.set(order.request_id ?? '', answer);
  return ok(answer, 201);
}

function release(seller: FakeSeller, no: string, { receipt }: ReleaseBody): Reply {
  const { trade_no } = readMessage('receipt', receipt).claims;
  const code = seller.released.get(no) ?? newId(random, 'code');
  seller.released.set(no, code);
  return ok({
    out_trade_no: no,
    trade_no,
    state: 'WAIT_SELLER_FULFILLMENT',
    goods: [{ item_id: 'G123-2', code }],
  });
}
