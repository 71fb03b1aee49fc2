import { randomBytes, randomUUID } from 'node:crypto';
import { base64url, digestOfText } from '../../forge/bytes.ts';
import { EKU } from '../../forge/certificate.ts';
import { digestOf } from '../../forge/drafts.ts';
import { isObject, type JsonObject } from '../../forge/json.ts';
import { type Forgery, makeJws, type Signer } from '../../forge/jws.ts';
import { type Cast, METHOD_ID, now as realNow, SUITE_IDS, utc } from '../../live/cast.ts';
import { type Answer, Caller, must, mustSucceed } from '../../live/http.ts';
import { mustBeCertified, type Opened, openMessage } from '../../live/read.ts';
import { mustFit, ownFits } from '../../live/schemas.ts';
import type { Notes } from '../../run/case.ts';
import type { Control } from '../account/control.ts';
import type { Counter } from './counter.ts';
import type { Item, MerchantSettings } from './settings.ts';

/** What a case changes about one signed message. */
export interface Spoilt {
  readonly claims?: JsonObject;
  readonly signer?: Signer;
  readonly forge?: Forgery;
}

export interface QuoteSpoils {
  readonly attestation?: Spoilt;
  readonly order?: JsonObject;
  readonly command?: Spoilt;
  /** After everything else: the text that is sent. */
  readonly text?: (body: JsonObject) => string;
  /** The command covers this order instead of the one that is sent. */
  readonly covers?: JsonObject;
}

export interface ReleaseSpoils {
  readonly receipt?: Spoilt;
  readonly command?: Spoilt;
  readonly path?: string;
  /** The command covers another receipt. */
  readonly covers?: string;
}

/** A quote of the subject that was looked at. */
export interface Quoted extends Opened {
  readonly orderNo: string;
  readonly cart: JsonObject;
}

export const id = (kind: string): string => `${kind}-${randomUUID()}`;

const DAY = 86_400;

/** A buyer with its payment service, in front of the merchant that is judged. */
export class Shop {
  readonly cast: Cast;
  readonly counter: Counter;
  readonly settings: MerchantSettings;
  readonly control: Control;
  readonly caller: Caller;
  /** Milliseconds for one answer. */
  readonly patience: number;
  /** Whether the last thing that was done was a good purchase: then the next control need not be made. */
  isProven: boolean;

  constructor(cast: Cast, counter: Counter, settings: MerchantSettings, control: Control, patience: number) {
    this.cast = cast;
    this.counter = counter;
    this.settings = settings;
    this.control = control;
    this.patience = patience;
    this.caller = new Caller(settings.url, patience);
    this.isProven = false;
  }

  /** Unix seconds, by the subject's clock. */
  now(): number {
    return realNow() + this.control.ahead;
  }

  get item(): Item {
    return this.settings.items[0];
  }

  /** Signs a message of the suite. Only what a case spoils may break its schema. */
  sign(typ: string, schema: string, claims: JsonObject, by: Signer, spoilt: Spoilt = {}): string {
    ownFits(schema, claims);
    const { claims: changes = {}, signer = by, forge = {} } = spoilt;
    return makeJws(typ, { ...claims, ...changes }, signer, forge).compact;
  }

  attestation(spoilt: Spoilt = {}, agent?: Signer, agentId?: string): string {
    const claims = this.cast.attestationClaims(this.now(), agent, agentId);
    return this.sign('act-agent+jwt', 'agent-attestation.json', claims, this.cast.provider.signer, spoilt);
  }

  command(action: string, target: string, params: JsonObject, spoilt: Spoilt = {}): string {
    const claims = {
      iss: SUITE_IDS.agent,
      aud: this.settings.id,
      jti: id('cmd'),
      iat: this.now(),
      action,
      target,
      ...(Object.keys(params).length === 0 ? {} : { params }),
    };
    return this.sign('act-command+jwt', 'command.json', claims, this.cast.agent, spoilt);
  }

  order(changes: JsonObject = {}): JsonObject {
    const { item_id, price, currency } = this.item;
    return { lines: [{ item_id, quantity: 1 }], currency, expected_amount: price, ...changes };
  }

  async askQuote(spoils: QuoteSpoils, notes: Notes): Promise<Answer> {
    const order = this.order(spoils.order);
    const digest = digestOf(spoils.covers ?? order);
    const body = {
      agent_attestation: this.attestation(spoils.attestation),
      order,
      command: this.command('quote.request', this.settings.id, { digest }, spoils.command),
    };
    if (Object.keys(spoils).length === 0) ownFits('http/quote-request.json', body);
    return this.caller.call(
      '/quotes',
      { text: spoils.text?.(body) ?? JSON.stringify(body), method: 'POST' },
      notes,
    );
  }

  /** A good quote, held to everything that can be told from its bytes. @throws SubjectFault */
  async quote(notes: Notes, order?: JsonObject): Promise<Quoted> {
    const answer = await this.askQuote(order === undefined ? {} : { order }, notes);
    mustSucceed(answer, 201, 'http/quote-answer.json');
    return this.openQuote(answer.body.quote, answer.body.cart);
  }

  openQuote(compact: unknown, cart: unknown): Quoted {
    const opened = openMessage(compact, 'act-quote+jwt', 'quote.json');
    mustBeCertified(opened, this.counter.certified(EKU.quote));
    return { ...opened, orderNo: String(opened.claims.out_trade_no), cart: isObject(cart) ? cart : {} };
  }

  /** The seller's receipt for a quote, as the suite's payment service signs it. */
  receipt({ claims, digest }: Opened, spoilt: Spoilt = {}, by: Signer = this.cast.psp.signer): string {
    const at = this.now();
    const receipt = {
      iss: SUITE_IDS.psp,
      jti: id('rcp'),
      iat: at,
      exp: at + DAY,
      aud: this.settings.id,
      trade_no: id('trd'),
      out_trade_no: claims.out_trade_no ?? '',
      merchant: this.settings.id,
      state: 'WAIT_SELLER_FULFILLMENT',
      amount: claims.amount ?? '',
      payer_amount: claims.payer_amount ?? '',
      currency: claims.currency ?? '',
      payee: claims.payee ?? {},
      quote_digest: digest,
      request_digest: digestOfText(id('request')),
      agent_jkt: this.cast.agent.key.jkt,
      authorization_digest: base64url(randomBytes(32)),
      paid_at: utc(at),
      ...(claims.resource_id === undefined ? {} : { resource_id: claims.resource_id }),
    };
    const compact = this.sign('act-receipt+jwt', 'receipt.json', receipt, by, spoilt);
    const said: JsonObject = { ...receipt, ...spoilt.claims };
    this.counter.trades.set(String(said.trade_no), {
      trade_no: String(said.trade_no),
      out_trade_no: String(said.out_trade_no),
      receipt_digest: digestOfText(compact),
      payer_amount: String(said.payer_amount),
      currency: String(said.currency),
      refunded: false,
    });
    return compact;
  }

  askRelease(quoted: Quoted, receipt: string, spoils: ReleaseSpoils, notes: Notes): Promise<Answer> {
    const digest = digestOfText(spoils.covers ?? receipt);
    const command = this.command('order.release', quoted.orderNo, { digest }, spoils.command);
    const body = { receipt, command };
    return this.caller.call(
      `/orders/${encodeURIComponent(spoils.path ?? quoted.orderNo)}/release`,
      { body },
      notes,
    );
  }

  /** What the payment service tells the merchant. */
  tell(receipt: string, notes: Notes): Promise<Answer> {
    return this.caller.call('/payment-results', { body: { receipt } }, notes);
  }

  /** Goods for a quote. @throws SubjectFault when a paid order is not released */
  async release(quoted: Quoted, receipt: string, notes: Notes): Promise<JsonObject> {
    const answer = await this.askRelease(quoted, receipt, {}, notes);
    mustSucceed(answer, 200, 'http/release-answer.json');
    must(answer.body.out_trade_no === quoted.orderNo, 'The goods are of another order.');
    must(answer.body.goods.length > 0, 'A paid order was released without goods.');
    return answer.body;
  }

  /** What the agent that placed it reads about an order. */
  async read(quoted: Quoted, notes: Notes): Promise<JsonObject> {
    const command = this.command('order.read', quoted.orderNo, {});
    const headers = { authorization: `ACT-Command ${command}` };
    const answer = await this.caller.call(
      `/orders/${encodeURIComponent(quoted.orderNo)}`,
      { headers },
      notes,
    );
    mustSucceed(answer, 200);
    must(answer.body?.out_trade_no === quoted.orderNo, 'Another order was shown.');
    return answer.body;
  }

  /** A whole good purchase. @throws SubjectFault */
  async purchase(notes: Notes): Promise<void> {
    const quoted = await this.quote(notes);
    await this.release(quoted, this.receipt(quoted), notes);
  }

  /** What the catalogue says is left of the item; undefined where it says nothing. */
  async stock(notes: Notes, itemId: string = this.item.item_id): Promise<number | undefined> {
    const answer = await this.caller.call('/catalogue', {}, notes);
    mustSucceed(answer, 200);
    mustFit('http/catalogue.json', answer.body, 'The catalogue');
    const items = answer.body.items as readonly { item_id: string; stock?: number }[];
    return items.find((item) => item.item_id === itemId)?.stock;
  }
}

export { METHOD_ID };
