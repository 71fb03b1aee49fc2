import { digestOfText } from '../../forge/bytes.ts';
import { EKU } from '../../forge/certificate.ts';
import { digestOf, pick } from '../../forge/drafts.ts';
import { isObject, type JsonObject } from '../../forge/json.ts';
import { makeJws, type Signer } from '../../forge/jws.ts';
import { smallestOf } from '../../live/amounts.ts';
import { type Institution, METHOD_ID, SUITE_IDS, utc } from '../../live/cast.ts';
import { type Answer, Caller, must, mustRefuse, mustSucceed } from '../../live/http.ts';
import { mustBeCertified, type Opened, openMessage } from '../../live/read.ts';
import type { ShownRecord } from '../../live/records.ts';
import { ownFits } from '../../live/schemas.ts';
import { type Notes, NotRun, SubjectFault } from '../../run/case.ts';
import { Bank, DAY, id, MINUTE, type Spoilt } from '../account/bank.ts';
import { ACCOUNT_IDS, CATEGORY, STATUS_INDEX_MAX } from '../account/ids.ts';

/** A message of the suite with the claims that it was made of. */
export interface Message {
  readonly claims: JsonObject;
  readonly compact: string;
}

/** How a payment differs from a good one. What is given whole is taken as it is. */
export interface Order {
  readonly iac?: JsonObject;
  /** Members of `ext`, in the place of those of a good mandate. */
  readonly ext?: JsonObject;
  readonly mandate?: Spoilt;
  readonly quote?: Spoilt & { readonly values?: JsonObject; readonly by?: Institution };
  readonly request?: Spoilt & { readonly values?: JsonObject };
  readonly agent?: Signer;
  readonly of?: { readonly mandate?: Message; readonly quote?: Message };
  readonly chain?: readonly Message[];
  /** Pays from this sub-account, with a proof by this key. */
  readonly card?: { readonly id: string; readonly key: Signer };
  readonly proof?: Spoilt;
  /** After everything else: what is sent. */
  readonly body?: (body: JsonObject) => unknown;
}

/** A payment that can be sent. */
export interface Payment {
  readonly body: JsonObject;
  readonly mandate: Message;
  readonly quote: Message;
  readonly request: Message;
}

export interface Paid {
  readonly payment: Payment;
  readonly answer: JsonObject;
  readonly tradeNo: string;
  readonly receipt: Opened;
  readonly sellerReceipt: Opened;
}

/** Of the amounts that cases say, with cents: how many of the smallest these are, in any currency. */
export const hundredths = (said: string): bigint => BigInt(said.replace('.', ''));

/** Cases say amounts with cents; a till writes them in the currency of its accounts. */
export const PRICE = { amount: '1.50', payer_amount: '1.00' } as const;
const ORDER = ['out_trade_no', 'amount', 'payer_amount', 'currency'] as const;

/** Whoever hands something over for a receipt looks at these too. @throws SubjectFault */
function mustBeForWhatWasOffered(receipt: JsonObject, quote: JsonObject): void {
  const [payee, due] = [receipt.payee, quote.payee] as [JsonObject, JsonObject];
  must(
    payee.account === due.account && payee.psp_id === due.psp_id,
    'The receipt is of a payment to another account.',
  );
  must(receipt.resource_id === quote.resource_id, 'The receipt is for another resource.');
}

/** A buyer, two sellers and somebody's mandate issuer in front of the payment service that is judged. */
export class Till extends Bank {
  private nextIndex = Math.floor(Math.random() * STATUS_INDEX_MAX);
  private tool: { readonly ref: string; readonly until: number } | undefined;
  /** A payment whose record was read: cases that only look at one share it. */
  seen: { readonly paid: Paid; readonly record: ShownRecord } | undefined;

  override iac(changes: JsonObject = {}, ext: JsonObject = {}): JsonObject {
    return this.written(super.iac(changes, ext));
  }

  /** So many of the smallest that its currency has: what it says of an account, or that it moved (with a sign). */
  smallest(amount: unknown): bigint {
    const [, sign, size] = /^(-?)(.*)$/.exec(String(amount)) ?? [];
    const of = smallestOf(size, this.settings.currency);
    return sign === '-' ? -of : of;
  }

  get shop(): Institution {
    return this.around.shop;
  }

  /** A mandate of the suite's own issuer, Active in its list until somebody says otherwise. */
  mandate(iac: JsonObject, spoilt: Spoilt = {}, by: Signer = this.around.issuer.signer): Message {
    const seconds = (time: unknown) => Date.parse(String(time)) / 1000;
    this.nextIndex = (this.nextIndex + 1) % STATUS_INDEX_MAX;
    this.around.statuses.delete(this.nextIndex);
    const { openact } = (iac.ext ?? {}) as JsonObject;
    const signer =
      openact === undefined ? by : { ...by, header: { ...by.header, crit: ['openact'], openact: 1 } };
    const at = this.now();
    const claims = {
      iss: ACCOUNT_IDS.issuer,
      jti: iac.delegation_id ?? '',
      iat: at - MINUTE,
      nbf: seconds(iac.validity_start_time),
      exp: seconds(iac.validity_end_time),
      sub: iac.delegator_identity ?? '',
      aud: this.settings.id,
      cnf: { jkt: this.cast.agent.key.jkt },
      status: { status_list: { idx: this.nextIndex, uri: this.around.statusUri } },
      confirmation_digest: digestOfText(id('confirmation')),
      iac: { ...iac, user_confirmation_method: 'FACE', user_confirmation_timestamp: utc(at - 2 * MINUTE) },
      ...spoilt.claims,
    };
    // What a case spoils may break the schema of a mandate; then nothing holds it to it.
    if (Object.keys(spoilt).length === 0) ownFits('mandate.json', claims);
    return {
      claims,
      compact: makeJws('act-mandate+jwt', claims, spoilt.signer ?? signer, spoilt.forge).compact,
    };
  }

  indexOf({ claims }: Message): number {
    return Number(((claims.status as JsonObject).status_list as JsonObject).idx);
  }

  quote({ values = {}, by = this.shop, ...spoilt }: NonNullable<Order['quote']> = {}): Message {
    const at = this.now();
    const exp = at + 10 * MINUTE;
    const [account, otherAccount] = this.settings.payees;
    const claims = {
      iss: by.id,
      jti: id('quo'),
      iat: at - 5,
      exp,
      aud: SUITE_IDS.agent,
      out_trade_no: id('ord'),
      ...PRICE,
      discounts: [{ funder: by.id, amount: '0.50' }],
      currency: this.settings.currency,
      categories: [CATEGORY],
      payee: { account: by === this.around.otherShop ? otherAccount : account, psp_id: this.settings.id },
      accepted: [{ method_id: METHOD_ID, psp_id: this.settings.id }],
      pay_before: utc(exp),
      cart_digest: digestOfText(id('cart')),
      ...values,
    };
    return this.saidAndSigned('act-quote+jwt', 'quote.json', claims, by.signer, spoilt);
  }

  private saidAndSigned(
    typ: string,
    schema: string,
    said: JsonObject,
    by: Signer,
    { claims: spoilt = {}, ...rest }: Spoilt,
  ): Message {
    const [claims, changes] = this.written([said, spoilt] as const);
    const compact = this.sign(typ, schema, claims, by, { ...rest, claims: changes });
    return { claims: { ...claims, ...changes }, compact };
  }

  async request(mandate: Message | undefined, quote: Message, order: Order): Promise<Message> {
    const { values = {}, ...spoilt } = order.request ?? {};
    const iac = (mandate?.claims.iac ?? {}) as JsonObject;
    const level = iac.delegation_mode === 'BOUNDED' ? 'act:L3' : 'act:L2';
    const authority =
      mandate === undefined
        ? { level: 'act:L1', intent_id: id('int') }
        : { level, delegation_id: iac.delegation_id ?? '', mandate_digest: digestOfText(mandate.compact) };
    const claims: JsonObject = {
      iss: SUITE_IDS.agent,
      aud: this.settings.id,
      jti: id('req'),
      iat: this.now(),
      quote_digest: digestOfText(quote.compact),
      ...pick(quote.claims, ...ORDER),
      method_id: METHOD_ID,
      payment_tool_ref: order.card?.id ?? this.tool?.ref ?? '',
      ...authority,
      ...values,
    };
    const by = order.agent ?? this.cast.agent;
    return this.saidAndSigned('act-payment-request+jwt', 'payment-request.json', claims, by, spoilt);
  }

  /** A payment under a mandate, or without one at the cashier. */
  async payment(order: Order, notes: Notes, level: 'mandate' | 'cashier' = 'mandate'): Promise<Payment> {
    if (order.card === undefined) await this.toolRef(notes);
    const iac = (): JsonObject => this.iac(order.iac, order.ext);
    const mandate = order.of?.mandate ?? this.mandate(iac(), order.mandate);
    const quote = order.of?.quote ?? this.quote(order.quote);
    const request = await this.request(level === 'mandate' ? mandate : undefined, quote, order);
    const chain =
      order.chain === undefined ? {} : { mandate_chain: order.chain.map(({ compact }) => compact) };
    const body: JsonObject = {
      payment_request: request.compact,
      quote: quote.compact,
      ...(level === 'mandate' ? { mandate: mandate.compact, ...chain } : {}),
      ...this.proofOf(order, request),
    };
    return { body, mandate, quote, request };
  }

  /** What the key of a sub-account says about one request. */
  private proofOf({ card, proof }: Order, request: Message): JsonObject {
    if (card === undefined) return {};
    const claims = {
      iss: card.id,
      aud: this.settings.id,
      params: { digest: digestOfText(request.compact) },
    };
    const target = String(request.claims.jti);
    return { sub_account_proof: this.command('sub_account.pay', target, claims, card.key, proof) };
  }

  async ask(payment: Payment, notes: Notes, order: Order = {}): Promise<Answer> {
    return this.post('/payments', order.body?.(payment.body) ?? payment.body, notes);
  }

  /** A good payment, held to its answer and both receipts. @throws SubjectFault */
  async pay(notes: Notes, order: Order = {}): Promise<Paid> {
    const payment = await this.payment(order, notes);
    return this.openPaid(payment, await this.ask(payment, notes, order));
  }

  openPaid(payment: Payment, answer: Answer): Paid {
    mustSucceed(answer, 200, 'http/payment-answer.json');
    return this.openAnswer(payment, answer.body);
  }

  openAnswer(payment: Payment, answer: JsonObject): Paid {
    const receipt = this.openReceipt(answer.receipt, payment, SUITE_IDS.agent);
    const sellerReceipt = this.openReceipt(answer.seller_receipt, payment, String(payment.quote.claims.iss));
    must(answer.out_trade_no === payment.quote.claims.out_trade_no, 'The answer is about another order.');
    must(answer.trade_no === receipt.claims.trade_no, 'Answer and receipt have two trade numbers.');
    must(receipt.claims.jti !== sellerReceipt.claims.jti, 'Both receipts have one jti.');
    return { payment, answer, tradeNo: String(answer.trade_no), receipt, sellerReceipt };
  }

  private openReceipt(compact: unknown, { quote, request }: Payment, audience: string): Opened {
    const opened = openMessage(compact, 'act-receipt+jwt', 'receipt.json');
    mustBeCertified(opened, this.around.certified(EKU.receipt));
    const { claims } = opened;
    must(claims.aud === audience, `A receipt is made out to ${String(claims.aud)}.`);
    for (const member of ORDER)
      must(claims[member] === quote.claims[member], `The receipt has another ${member} than the quote.`);
    must(claims.quote_digest === digestOfText(quote.compact), 'The receipt is of another quote.');
    must(claims.request_digest === digestOfText(request.compact), 'The receipt is of another request.');
    must(claims.agent_jkt === this.cast.agent.key.jkt, 'The receipt names another agent key.');
    must(claims.merchant === quote.claims.iss, 'The receipt names another merchant.');
    mustBeForWhatWasOffered(claims, quote.claims);
    must(Number(claims.exp) > this.now(), 'The receipt has run out before anybody could show it.');
    return opened;
  }

  /** What is in the delegator's account, in minor units. */
  async balance(notes: Notes, account: string = this.settings.account): Promise<bigint> {
    const command = this.deviceCommand('account.read', account, { aud: this.settings.id });
    const answer = await this.get(`/accounts/${encodeURIComponent(account)}`, command, notes);
    mustSucceed(answer, 200);
    if (typeof answer.body?.balance !== 'string') throw new SubjectFault('The account shows no balance.');
    return this.smallest(answer.body.balance);
  }

  askQuery(target: string, notes: Notes, by: Signer = this.cast.agent, spoilt: Spoilt = {}): Promise<Answer> {
    const command = this.command('payment.query', target, { aud: this.settings.id }, by, spoilt);
    return this.post('/payments/query', { command }, notes);
  }

  /** Nothing came of a request. @throws SubjectFault */
  async mustBeUnpaid({ request }: Payment, notes: Notes): Promise<void> {
    mustRefuse(await this.askQuery(String(request.claims.jti), notes), 'payment_unknown');
  }

  /** A command of a seller about a trade. */
  sellerCommand(
    action: string,
    target: string,
    params: JsonObject,
    by: Institution = this.shop,
    spoilt: Spoilt = {},
  ) {
    const claims = {
      iss: by.id,
      aud: this.settings.id,
      ...(Object.keys(params).length === 0 ? {} : { params }),
    };
    return this.command(action, target, claims, by.signer, spoilt);
  }

  /**
   * A call of the operator about clearing: a question where nothing is posted.
   *
   * @param token another one than the operator's, or none
   * @throws NotRun where the subject file names no port of the operator; SubjectFault
   */
  async operate(path: string, body: object | undefined, notes: Notes, token?: string): Promise<Answer> {
    const { operator } = this.settings;
    if (operator === undefined) throw new NotRun('The subject file names no port of the operator.');
    const given = token ?? operator.token;
    const headers: Record<string, string> = given === '' ? {} : { authorization: `Bearer ${given}` };
    const call = body === undefined ? { headers } : { headers, body };
    // The token stands in the headers: what is noted is the request without them.
    const answer = await new Caller(operator.url, this.patience).call(path, call);
    notes.exchange({ what: `the operator's ${path}`, sent: body ?? null, received: answer.body });
    return answer;
  }

  /** What an agent asks a tool for. */
  limits(changes: JsonObject = {}): JsonObject {
    return this.written({
      currency: this.settings.currency,
      max_amount: '40.00',
      valid_until: utc(this.now() + 30 * DAY),
      ...changes,
    });
  }

  askTool(
    toolRequestId: string,
    limits: JsonObject,
    notes: Notes,
    spoils: {
      readonly attestation?: Spoilt;
      readonly command?: Spoilt;
      readonly delegator?: string;
      readonly covers?: JsonObject;
      readonly agent?: Signer;
      readonly agentId?: string;
    } = {},
  ): Promise<Answer> {
    const { agent = this.cast.agent, agentId = SUITE_IDS.agent } = spoils;
    const claims = {
      iss: agentId,
      aud: this.settings.id,
      params: { digest: digestOf(spoils.covers ?? limits) },
    };
    const body = {
      delegator_identity: spoils.delegator ?? this.settings.delegator,
      limits,
      agent_attestation: this.attestation(spoils.attestation, agent, agentId),
      command: this.command('tool.request', toolRequestId, claims, agent, spoils.command),
    };
    return this.post('/tools', body, notes);
  }

  askToolRead(
    toolRequestId: string,
    notes: Notes,
    by: Signer = this.cast.agent,
    iss: string = SUITE_IDS.agent,
  ) {
    const command = this.command('tool.read', toolRequestId, { iss, aud: this.settings.id }, by);
    return this.get(`/tools/${encodeURIComponent(toolRequestId)}`, command, notes);
  }

  /** A tool that the delegator has confirmed. @throws SubjectFault */
  async bind(notes: Notes, changes: JsonObject = {}, agent?: { readonly key: Signer; readonly id: string }) {
    const target = id('treq');
    const who = agent === undefined ? {} : { agent: agent.key, agentId: agent.id };
    const asked = await this.askTool(target, this.limits(changes), notes, who);
    mustSucceed(asked, 202);
    await this.approve(asked.body?.confirmation_id, notes);
    const read = await this.askToolRead(target, notes, agent?.key, agent?.id);
    mustSucceed(read, 200);
    if (!isObject(read.body) || typeof read.body.payment_tool_ref !== 'string')
      throw new SubjectFault('A confirmed binding has no payment_tool_ref.');
    return { toolRequestId: target, toolRef: read.body.payment_tool_ref, read };
  }

  /** The tool that good payments use. */
  async toolRef(notes: Notes): Promise<string> {
    // Cases move the clock by days; a tool is bound for thirty.
    if (this.tool === undefined || this.now() > this.tool.until)
      this.tool = { until: this.now() + 15 * DAY, ref: (await this.bind(notes)).toolRef };
    return this.tool.ref;
  }
}
