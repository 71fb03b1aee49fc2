import { digestOfText } from '../../forge/bytes.ts';
import { EKU } from '../../forge/certificate.ts';
import { digestOf } from '../../forge/drafts.ts';
import { isObject, type JsonObject } from '../../forge/json.ts';
import type { Signer } from '../../forge/jws.ts';
import { METHOD_ID, SUITE_IDS, utc } from '../../live/cast.ts';
import { type Answer, must, mustSucceed } from '../../live/http.ts';
import { mustBeCertified, openMessage } from '../../live/read.ts';
import { ownFits } from '../../live/schemas.ts';
import type { Reply } from '../../live/server.ts';
import { type Notes, SubjectFault } from '../../run/case.ts';
import { id, type Spoilt } from '../account/bank.ts';
import type { Message, Order, Till } from './till.ts';

/** What the subject has said to the other service. */
export interface Heard {
  readonly path: string;
  readonly body: JsonObject;
}

/** How the other service, which the suite plays, is spoilt by a case. */
export interface Mood {
  readonly instructed?: (partner: Partner, instruction: JsonObject) => Reply;
  readonly asked?: (partner: Partner, target: string) => Reply;
  readonly refunded?: (partner: Partner, refund: JsonObject) => Reply;
  /** The trades of a span, as the books of this service have them; absent: it keeps none. */
  readonly booked?: () => readonly JsonObject[];
}

const json = (status: number, body: object): Reply => ({ status, body: JSON.stringify(body) });
const SILENCE: Reply = { status: 503, body: '{}' };

/** Another payment service, with which the subject clears: the payer's to the one case, the payee's to the other. */
export class Partner {
  readonly till: Till;
  readonly heard: Heard[] = [];
  /** Seller receipts by the trade number of the subject. */
  readonly receipts = new Map<string, JsonObject>();
  private readonly mood: Mood;

  constructor(till: Till, mood: Mood = {}) {
    this.till = till;
    this.mood = mood;
    till.around.partner = (path, body) => this.answer(path, body);
  }

  get id(): string {
    return SUITE_IDS.otherPsp;
  }

  private get commandSigner(): Signer {
    return this.till.cast.institution(this.id, 'other psp (command)', [EKU.command]).signer;
  }

  /** A command to the subject, as this service. */
  command(action: string, target: string, digest: string | undefined, spoilt: Spoilt = {}): string {
    const claims = {
      iss: this.id,
      aud: this.till.settings.id,
      ...(digest === undefined ? {} : { params: { digest } }),
    };
    return this.till.command(action, target, claims, this.commandSigner, spoilt);
  }

  /** An offer of the suite's shop, whose account the subject keeps. */
  quoteThere(values: JsonObject = {}): Message {
    return this.till.quote({ values });
  }

  /** An offer of the suite's shop, whose account this service keeps. */
  quoteHere(values: JsonObject = {}): Message {
    return this.till.quote({
      values: {
        payee: { account: 'acct-there', psp_id: this.id },
        accepted: [{ method_id: METHOD_ID, psp_id: this.id }],
        ...values,
      },
    });
  }

  /** What the payer's service instructs for an offer of the subject's merchant. */
  instruction(quote: Message, changes: JsonObject = {}): JsonObject {
    const { claims } = quote;
    return {
      trade_no: id('trd'),
      out_trade_no: claims.out_trade_no ?? '',
      merchant: claims.iss ?? '',
      agent_id: claims.aud ?? '',
      agent_jkt: this.till.cast.agent.key.jkt,
      method_id: METHOD_ID,
      amount: claims.payer_amount ?? '',
      currency: claims.currency ?? '',
      quote: quote.compact,
      request_digest: digestOfText(id('request')),
      authorization_digest: digestOfText(id('authorization')),
      ...this.till.written(changes),
    };
  }

  askToPay(
    instruction: JsonObject,
    notes: Notes,
    spoilt: Spoilt & { readonly over?: JsonObject } = {},
  ): Promise<Answer> {
    const { over = instruction, ...command } = spoilt;
    const body = {
      instruction,
      command: this.command('interconnect.pay', String(instruction.trade_no), digestOf(over), command),
    };
    return this.till.post('/interconnect/payments', body, notes);
  }

  askWhatBecame(instruction: JsonObject, notes: Notes): Promise<Answer> {
    const command = this.command('interconnect.query', String(instruction.trade_no), digestOf(instruction));
    return this.till.post('/interconnect/payments/query', { command }, notes);
  }

  /** What is asked for to have a payment go back that the subject has made here. */
  refundOf(instruction: JsonObject, amount: string): JsonObject {
    return {
      trade_no: instruction.trade_no ?? '',
      peer_trade_no: this.receipts.get(String(instruction.trade_no))?.peer_trade_no ?? '',
      merchant: instruction.merchant ?? '',
      out_trade_no: instruction.out_trade_no ?? '',
      refund_id: id('rfd'),
      ...this.till.written({ amount }),
      currency: instruction.currency ?? '',
    };
  }

  askRefund(instruction: JsonObject, amount: string, notes: Notes): Promise<Answer> {
    const refund = this.refundOf(instruction, amount);
    const command = this.command('interconnect.refund', String(refund.trade_no), digestOf(refund));
    return this.till.post('/interconnect/refunds', { refund, command }, notes);
  }

  /** A payment request of the suite's agent to the subject, for an offer whose account is here. */
  paymentAcross(notes: Notes, order: Order = {}, quote: Message = this.quoteHere()) {
    return this.till.payment({ ...order, of: { quote, ...order.of } }, notes);
  }

  private answer(path: string, body: JsonObject): Reply {
    this.heard.push({ path, body });
    if (path === '/interconnect/payments') return this.instructed(body.instruction as JsonObject);
    if (path === '/interconnect/payments/query') {
      const target = String(openMessage(body.command, 'act-command+jwt', 'command.json').claims.target);
      return this.mood.asked?.(this, target) ?? this.known(target);
    }
    if (path === '/interconnect/refunds') {
      const refund = body.refund as JsonObject;
      return this.mood.refunded?.(this, refund) ?? this.refunded(refund);
    }
    if (path === '/interconnect/statements' && this.mood.booked !== undefined) {
      const about = String(openMessage(body.command, 'act-command+jwt', 'command.json').claims.target);
      return this.stated(about, this.mood.booked());
    }
    return SILENCE;
  }

  /** A command of the subject for commands alone, over what it comes with. @throws SubjectFault */
  mustBeCommanded(body: JsonObject, action: string, target: unknown, over: JsonObject): void {
    const opened = openMessage(body.command, 'act-command+jwt', 'command.json');
    mustBeCertified(opened, this.till.around.certified(EKU.command));
    const { claims } = opened;
    must(
      claims.aud === this.id && claims.action === action,
      'The command is for somebody or something else.',
    );
    must(claims.target === target, 'The command names another trade.');
    must(
      isObject(claims.params) && claims.params.digest === digestOf(over),
      'The command covers something else.',
    );
  }

  private instructed(instruction: JsonObject): Reply {
    const own = this.mood.instructed?.(this, instruction);
    return own ?? this.credited(instruction);
  }

  /** Says that the merchant has it, with the receipt for it. */
  credited(instruction: JsonObject, changes: JsonObject = {}): Reply {
    const { claims: quote } = this.read(instruction.quote);
    const at = this.till.now();
    const receipt = {
      iss: this.id,
      jti: id('rcp'),
      iat: at,
      exp: at + 86_400,
      aud: String(instruction.merchant),
      trade_no: id('trd'),
      out_trade_no: String(instruction.out_trade_no),
      merchant: String(instruction.merchant),
      state: 'WAIT_SELLER_FULFILLMENT',
      amount: quote.amount ?? '',
      payer_amount: quote.payer_amount ?? '',
      currency: quote.currency ?? '',
      payee: quote.payee ?? {},
      quote_digest: digestOfText(String(instruction.quote)),
      request_digest: instruction.request_digest ?? '',
      agent_jkt: instruction.agent_jkt ?? '',
      authorization_digest: instruction.authorization_digest ?? '',
      paid_at: utc(at),
      ...changes,
    };
    ownFits('receipt.json', receipt);
    const signed = this.till.sign('act-receipt+jwt', 'receipt.json', receipt, this.till.cast.otherPsp.signer);
    const answer = {
      trade_no: instruction.trade_no ?? '',
      peer_trade_no: receipt.trade_no,
      seller_receipt: signed,
    };
    this.receipts.set(String(instruction.trade_no), answer);
    return json(200, answer);
  }

  private known(tradeNo: string): Reply {
    const known = this.receipts.get(tradeNo);
    return known === undefined ? SILENCE : json(200, known);
  }

  /** Says that the payer has it back. */
  refunded(refund: JsonObject): Reply {
    const done = { ...refund, refunded_at: utc(this.till.now()) };
    const command = this.command('interconnect.refund', String(refund.trade_no), digestOf(done));
    return json(200, { refund: done, command });
  }

  /** Says what was cleared in a span, by its own books. */
  private stated(about: string, trades: readonly JsonObject[]): Reply {
    const [from = '', until = ''] = about.split('/');
    const statement = { psp_id: this.id, from, until, trades: this.till.written([...trades]) };
    const command = this.command('interconnect.reconcile', about, digestOf(statement));
    return json(200, { statement, command });
  }

  private read(compact: unknown): { readonly claims: JsonObject } {
    const [, payload = ''] = String(compact).split('.');
    try {
      return { claims: JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) };
    } catch {
      throw new SubjectFault('The instruction has no quote.');
    }
  }
}

/** A payment of the other service into the shop's account at the subject. @throws SubjectFault */
export async function paidInto(
  partner: Partner,
  notes: Notes,
): Promise<{ readonly instruction: JsonObject; readonly tradeNo: string }> {
  const instruction = partner.instruction(partner.quoteThere());
  const answer = await partner.askToPay(instruction, notes);
  mustSucceed(answer, 200, 'http/interconnect-answer.json');
  must(answer.body.trade_no === instruction.trade_no, 'The answer is about another trade.');
  return { instruction, tradeNo: String(answer.body.peer_trade_no) };
}
