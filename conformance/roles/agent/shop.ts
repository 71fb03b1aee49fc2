import { randomBytes } from 'node:crypto';
import { base64url, digestOfText } from '../../forge/bytes.ts';
import { digestOf } from '../../forge/drafts.ts';
import type { JsonObject } from '../../forge/json.ts';
import { now, utc } from '../../live/cast.ts';
import { openWithoutSchema } from '../../live/read.ts';
import { mustFit, ownFits } from '../../live/schemas.ts';
import type { Asked, Reply } from '../../live/server.ts';
import { SubjectFault } from '../../run/case.ts';
import { IDS } from './players.ts';
import { body, commandIn, newId, problem, reply, type Scene, type TillOffer } from './scene.ts';

/** The two sellers that an agent meets. Everything that a case spoils is spoilt at the first of them. */

export type Seller = 'shop' | 'other';

const DAY = 86_400;
const MINUTES_15 = 900;
export const CATEGORY = 'goods/tickets';
export const DATA_CATEGORY = 'data/figures';
export const ITEM = { item_id: 'ticket-100', name: 'Ticket T-100', price: '100.00' } as const;
/** What the other seller asks for the same. */
const OTHER_PRICE = '104.00';
const FIGURE_PRICE = '0.50';
const NO_BODY = digestOfText('');
const NEGOTIATION = '/act/payment/negotiate';

export function answerAsSeller(scene: Scene, who: Seller, asked: Asked): Reply {
  const { method } = asked;
  const [path = ''] = asked.path.split('?');
  const [, first, second = '', third] = path.split('/');
  if (method === 'GET' && path === '/.well-known/agent-card.json') return card(scene, who);
  if (method === 'GET' && path === '/.well-known/act-payment-capability.json') return capability(scene, who);
  if (method === 'POST' && path === NEGOTIATION) return negotiate(scene, who, asked);
  if (method === 'GET' && path === '/catalogue')
    return reply({ merchant: IDS[who], items: itemsOf(scene, who) });
  if (method === 'POST' && path === '/intents') return intents(scene, who, asked);
  if (method === 'POST' && path === '/quotes') return quoteFor(scene, who, asked);
  if (method === 'GET' && first === 'figures') return figures(scene, who, asked);
  if (method === 'GET' && first === 'orders' && third === 'quote')
    return offerAgain(scene, who, asked, decodeURIComponent(second));
  if (method === 'POST' && first === 'orders' && third === 'release')
    return release(scene, who, asked, decodeURIComponent(second));
  if (method === 'POST' && first === 'orders' && third === 'cancel')
    return cancel(scene, who, asked, decodeURIComponent(second));
  return problem('not_found', 'OA-HTTP-01', 404);
}

/** Only the first seller is ever hostile. */
function spoilsOf(scene: Scene, who: Seller): Scene['spoils'] {
  return who === 'shop' ? scene.spoils : {};
}

function card(scene: Scene, who: Seller): Reply {
  const url = `${scene.addresses[who]}/.well-known/act-payment-capability.json`;
  const honest: JsonObject = {
    agent_id: IDS[who],
    capabilities: { 'act:payment:negotiation': { mode: 'one-way', capability_url: url } },
  };
  ownFits('http/agent-card.json', honest);
  return reply(spoilsOf(scene, who).card?.(honest) ?? honest);
}

function capabilityFile(scene: Scene, who: Seller): JsonObject {
  const { bank } = scene.addresses;
  const psp = { psp_id: IDS.psp, endpoint: bank, method_schema_url: `${bank}/method.json` };
  const file: JsonObject = {
    version: '1.0',
    role: 'payee',
    agent_id: IDS[who],
    supported_methods: [{ method_id: IDS.method, psps: [psp] }],
  };
  ownFits('http/capability.json', file);
  return file;
}

/** The card of a seller that negotiates each purchase. */
export function twoWayCard(scene: Scene): JsonObject {
  const endpoint = `${scene.addresses.shop}${NEGOTIATION}`;
  const declared = { mode: 'two-way', negotiation_endpoint: endpoint };
  return { agent_id: IDS.shop, capabilities: { 'act:payment:negotiation': declared } };
}

function negotiate(scene: Scene, who: Seller, asked: Asked): Reply {
  scene.negotiations.push(body(asked, 'http/negotiation-request.json'));
  const { bank } = scene.addresses;
  const honest: JsonObject = {
    supported_methods: [
      { method_id: IDS.method, psp_id: IDS.psp, endpoint: bank, method_schema_url: `${bank}/method.json` },
    ],
  };
  ownFits('http/negotiation-answer.json', honest);
  return reply(spoilsOf(scene, who).negotiated?.(honest) ?? honest);
}

function capability(scene: Scene, who: Seller): Reply {
  const honest = capabilityFile(scene, who);
  return reply(spoilsOf(scene, who).capability?.(honest) ?? honest);
}

function itemsOf(scene: Scene, who: Seller): JsonObject[] {
  const honest: JsonObject[] = [
    {
      ...ITEM,
      price: who === 'shop' ? ITEM.price : OTHER_PRICE,
      category: CATEGORY,
      currency: 'CNY',
      stock: 100,
      deliver_by: utc(now() + DAY),
    },
  ];
  return spoilsOf(scene, who).items?.(honest) ?? honest;
}

function intents(scene: Scene, who: Seller, asked: Asked): Reply {
  const said = body(asked, 'http/intent-transfer.json');
  const target = IDS[who];
  scene.command(commandIn(asked), { aud: target, action: 'intent.transfer', target }, digestOf(said));
  scene.intents.push({ who, body: said });
  return reply({ request_id: said.request_id, candidates: itemsOf(scene, who) });
}

interface Offer {
  readonly claims: JsonObject;
  readonly cart?: JsonObject;
}

function sign(scene: Scene, who: Seller, { claims }: Offer, isThin = false): string {
  const { players } = scene;
  const { signer, thin } = players[who];
  const spoilt = spoilsOf(scene, who).quote ?? {};
  return players.sign('act-quote+jwt', 'quote.json', claims, isThin ? thin : signer, spoilt);
}

function claimsOf(scene: Scene, who: Seller, amount: string, more: JsonObject): JsonObject {
  const at = now();
  return {
    iss: IDS[who],
    jti: newId('quo'),
    iat: at,
    exp: at + MINUTES_15,
    aud: scene.players.agent.id,
    out_trade_no: newId('ord'),
    amount,
    discounts: [],
    payer_amount: amount,
    currency: 'CNY',
    categories: [CATEGORY],
    payee: { account: `acct-${who}`, psp_id: IDS.psp },
    accepted: [{ method_id: IDS.method, psp_id: IDS.psp }],
    pay_before: utc(at + MINUTES_15),
    ...more,
  };
}

function quoteFor(scene: Scene, who: Seller, asked: Asked): Reply {
  const request = body(asked, 'http/quote-request.json');
  const order = request.order as JsonObject;
  const merchant = IDS[who];
  const expected = { aud: merchant, action: 'quote.request', target: merchant };
  scene.command(request.command, expected, digestOf(order));
  if (request.agent_attestation !== scene.errand.agent_attestation)
    throw new SubjectFault('The attestation of an order is not that of the agent.');
  scene.orders.push({ who, order });
  const known = scene.quotes.get(String(order.request_id));
  if (order.request_id !== undefined && known !== undefined) return reply(known.answer, 201);
  const [line] = order.lines as unknown as readonly [{ item_id: string; quantity: number }];
  const price = who === 'shop' ? ITEM.price : OTHER_PRICE;
  const amount = (Number(price) * line.quantity).toFixed(2);
  const sold = {
    item_id: line.item_id,
    name: ITEM.name,
    category: CATEGORY,
    quantity: line.quantity,
    unit_price: price,
    amount,
  };
  const lines = [spoilsOf(scene, who).lines?.(sold) ?? sold];
  const honest: JsonObject = scene.players.said({ salt: base64url(randomBytes(16)), lines });
  ownFits('cart.json', honest);
  const cart = spoilsOf(scene, who).cart?.(structuredClone(honest)) ?? honest;
  const claims = claimsOf(scene, who, amount, {
    cart_digest: digestOf(honest),
    deliver_by: utc(now() + DAY),
  });
  const quote = sign(scene, who, { claims });
  const answer = { quote, cart };
  scene.quotes.set(String(order.request_id ?? newId('quo')), {
    opened: openWithoutSchema(quote, 'act-quote+jwt'),
    answer,
  });
  return reply(answer, 201);
}

/** What a till offers to whoever has shown it a code: one ticket, unless a case says otherwise. */
export function offerAtTill(
  scene: Scene,
  { by = 'shop', claims = {}, spoilt = {}, cart: other }: TillOffer,
): string {
  const { players } = scene;
  const { amount = ITEM.price, categories = [CATEGORY] } = claims as {
    amount?: string;
    categories?: string[];
  };
  const line = { ...{ item_id: ITEM.item_id, name: ITEM.name, quantity: 1 }, unit_price: amount, amount };
  const cart: JsonObject = players.said({
    salt: base64url(randomBytes(16)),
    lines: [{ ...line, category: categories[0] ?? CATEGORY }] as unknown as JsonObject[],
  });
  ownFits('cart.json', cart);
  const whole = claimsOf(scene, by, ITEM.price, {
    cart_digest: digestOf(cart),
    deliver_by: utc(now() + DAY),
    ...claims,
  });
  const quote = players.sign('act-quote+jwt', 'quote.json', whole, players[by].signer, spoilt);
  const opened = openWithoutSchema(quote, 'act-quote+jwt');
  scene.quotes.set(newId('till'), {
    opened,
    answer: { quote, cart: other?.(structuredClone(cart)) ?? cart },
  });
  return quote;
}

/** The offer again, with its cart, for the agent that it is made out to. @throws SubjectFault */
function offerAgain(scene: Scene, who: Seller, asked: Asked, number: string): Reply {
  scene.command(commandIn(asked), { aud: IDS[who], action: 'order.read', target: number });
  const offer = [...scene.quotes.values()].find(({ opened }) => opened.claims.out_trade_no === number);
  if (offer === undefined) throw new SubjectFault(`An order ${number} was never offered.`);
  return reply(offer.answer);
}

function orderNo(scene: Scene, number: string): void {
  const known = [...scene.quotes.values()].some(({ opened }) => opened.claims.out_trade_no === number);
  if (!known) throw new SubjectFault(`An order ${number} was never quoted.`);
}

function release(scene: Scene, who: Seller, asked: Asked, number: string): Reply {
  const { receipt, command } = body(asked, 'http/release.json');
  orderNo(scene, number);
  const expected = { aud: IDS[who], action: 'order.release', target: number };
  scene.command(command, expected, digestOfText(String(receipt)));
  const paid = scene.paid.get(number);
  if (paid === undefined || paid.seller_receipt !== receipt)
    throw new SubjectFault('Goods are asked for against another receipt.');
  scene.released.push(number);
  return reply({
    out_trade_no: number,
    trade_no: paid.trade_no,
    state: 'WAIT_SELLER_FULFILLMENT',
    goods: [{ item_id: ITEM.item_id, code: `code-${number}` }],
  });
}

function cancel(scene: Scene, who: Seller, asked: Asked, number: string): Reply {
  const { command } = body(asked, 'http/command.json');
  orderNo(scene, number);
  scene.command(command, { aud: IDS[who], action: 'order.cancel', target: number });
  scene.cancelled.push(number);
  return reply({ out_trade_no: number, state: 'CLOSED' });
}

/** What one request for figures costs, and what a bill for it is of. */
function figures(scene: Scene, who: Seller, asked: Asked): Reply {
  const uri = `${scene.addresses[who]}${asked.path}`;
  const proof = asked.headers['payment-proof'];
  if (typeof proof === 'string') return deliver(scene, uri, proof);
  if (asked.headers['act-agent'] !== scene.players.agent.id)
    throw new SubjectFault('The request does not say in Act-Agent who asks.');
  const resource = digestOf({ method: 'GET', uri, body_digest: NO_BODY });
  const claims = claimsOf(scene, who, FIGURE_PRICE, {
    resource_id: resource,
    categories: [DATA_CATEGORY],
    cart_digest: digestOf({ salt: base64url(randomBytes(16)), lines: [] }),
  });
  const quote = sign(scene, who, { claims }, true);
  scene.quotes.set(newId('bill'), {
    opened: openWithoutSchema(quote, 'act-quote+jwt'),
    answer: { quote },
  });
  const { out_trade_no, amount, currency, pay_before } = claims;
  const bill: JsonObject = {
    protocol: {
      method_id: IDS.method,
      out_trade_no: out_trade_no ?? '',
      amount: amount ?? '',
      currency: currency ?? '',
      resource_id: resource,
      pay_before: pay_before ?? '',
      seller_unique_id: IDS[who],
      buyer_unique_id: scene.players.agent.id,
    },
    method: { quote, psp_id: IDS.psp },
  };
  ownFits('a402/payment-needed.json', bill);
  const said = scene.players.said(spoilsOf(scene, who).bill?.(structuredClone(bill)) ?? bill);
  return {
    ...reply({ message: 'This costs money.' }, 402),
    headers: { 'Payment-Needed': base64url(Buffer.from(JSON.stringify(said))) },
  };
}

/** @throws SubjectFault for a proof that no seller would take */
function deliver(scene: Scene, uri: string, text: string): Reply {
  const proof: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  mustFit('a402/payment-proof.json', proof, 'Payment-Proof');
  const { protocol, method } = proof as { readonly protocol: JsonObject; readonly method: JsonObject };
  const holder = scene.openOwn(method.holder_proof, 'act-holder+jwt', 'holder-proof.json');
  const due: JsonObject = {
    htm: 'GET',
    htu: uri,
    body_digest: NO_BODY,
    ath: digestOfText(String(protocol.payment_proof)),
  };
  for (const [member, value] of Object.entries(due))
    if (holder.claims[member] !== value) throw new SubjectFault(`A holder's proof with another ${member}.`);
  const paid = [...scene.paid.values()].find((answer) => answer.trade_no === protocol.trade_no);
  if (paid?.seller_receipt !== protocol.payment_proof)
    throw new SubjectFault('A proof of a payment that was not made.');
  scene.deliveries.push(uri);
  const validation = {
    protocol: {
      status: 'PAYMENT_VALIDATED',
      resource_id: digestOf({ method: 'GET', uri, body_digest: NO_BODY }),
      trade_no: paid?.trade_no ?? '',
      out_trade_no: paid?.out_trade_no ?? '',
    },
    method: { state: 'WAIT_BUYER_RECEIPT', stored: false },
  };
  ownFits('a402/payment-validation.json', validation);
  const header = base64url(Buffer.from(JSON.stringify(validation)));
  return { ...reply({ figures: [1, 2, 3] }), headers: { 'Payment-Validation': header } };
}
