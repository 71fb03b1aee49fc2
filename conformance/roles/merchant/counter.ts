import { randomUUID } from 'node:crypto';
import { EKU } from '../../forge/certificate.ts';
import type { JsonObject } from '../../forge/json.ts';
import type { Signer } from '../../forge/jws.ts';
import { type Cast, type Institution, now, SUITE_IDS, utc } from '../../live/cast.ts';
import { type Certified, certificateOf, mustBeCertified, openMessage } from '../../live/read.ts';
import { mustFit, ownFits } from '../../live/schemas.ts';
import { type Asked, type Reply, SuiteServer } from '../../live/server.ts';
import { SubjectFault } from '../../run/case.ts';
import type { MerchantSettings } from './settings.ts';

const DAY = 86_400;
/** How far from now a command may be dated. */
const COMMAND_SECONDS = 60;

const honestly = (answer: JsonObject): Reply => ({ status: 200, body: JSON.stringify(answer) });

export type Misfit = 'purpose' | 'name' | 'expired' | 'root' | 'revoked';

function misfitsOf(cast: Cast): Readonly<Record<Misfit, Institution>> {
  const { psp, otherPsp } = SUITE_IDS;
  return {
    purpose: cast.institution(psp, 'psp (quotes)', [EKU.quote]),
    name: cast.institution(psp, 'psp (name)', [EKU.receipt], { uri: otherPsp }),
    expired: cast.institution(psp, 'psp (expired)', [EKU.receipt], { notAfter: now() - 60 }),
    root: cast.institution(psp, 'provider (as psp)', [EKU.receipt]),
    revoked: cast.institution(psp, 'psp (revoked)', [EKU.receipt]),
  };
}

/** A payment that the suite's payment service says was made. */
export interface Trade {
  readonly trade_no: string;
  readonly out_trade_no: string;
  readonly receipt_digest: string;
  /** What the payer paid, and so what a refund of the whole gives back. */
  readonly payer_amount: string;
  readonly currency: string;
  /** Taken back: validation is refused from then on. */
  refunded: boolean;
}

/** A command that the merchant gave to the payment service. */
export interface Heard {
  readonly action: string;
  readonly target: string;
}

function listedBesides(misfits: Readonly<Record<Misfit, Institution>>, newcomer?: Institution) {
  const listed = [...Object.values(misfits), ...(newcomer === undefined ? [] : [newcomer])];
  return { chains: listed.map(({ chain }) => chain), revoked: misfits.revoked.chain };
}

/**
 * What the suite plays for a merchant: the trust list and the payment service. What the merchant sends is judged here
 * too, and what is wrong with it is told to the case that runs.
 */
export class Counter {
  readonly trades = new Map<string, Trade>();
  readonly heard: Heard[] = [];
  readonly faults: string[] = [];
  readonly url: string;
  /** Seconds that the subject's clock is ahead. */
  ahead: () => number = () => 0;
  /** The same before a move of it that is under way. */
  aheadSince: () => number = () => 0;
  /** The same when the oldest message was signed that may come in now. */
  aheadOfMail: () => number = () => 0;
  /** How the payment service answers whether a proof stands. */
  vouching: (answer: JsonObject) => Reply = honestly;
  /** How it answers the word of a delivery. */
  confirming: (answer: JsonObject) => Reply = honestly;
  /** Who signs the trust list in the place of its operator, and whom it then names besides; and how often it was read. */
  forgedList: { readonly by: Signer; readonly psp: Institution } | undefined;
  listReads = 0;
  /** Trades of whose delivery it does not hear when it is told for the first time. */
  readonly missing = new Set<string>();
  /** Signers in the name of the payment service whose certificates its entry in the trust list names, and that may not sign receipts. */
  readonly misfits: Readonly<Record<Misfit, Institution>>;
  private readonly cast: Cast;
  private readonly settings: MerchantSettings;
  private server: SuiteServer | undefined;

  constructor(cast: Cast, settings: MerchantSettings) {
    this.cast = cast;
    this.settings = settings;
    this.url = `http://127.0.0.1:${settings.port}`;
    this.misfits = misfitsOf(cast);
  }

  async open(): Promise<void> {
    this.server = await SuiteServer.start(this.settings.port, (asked) => this.answer(asked));
  }

  async close(): Promise<void> {
    await this.server?.close();
  }

  /** The trade of the receipt that was made last. */
  lastTrade(): string {
    return [...this.trades.keys()].at(-1) ?? '';
  }

  /** The commands about one trade, with one action. */
  heardOf(action: string, tradeNo: string): number {
    return this.heard.filter((one) => one.action === action && one.target === tradeNo).length;
  }

  trustList(): string {
    const { id, anchor, chain, url } = this.settings;
    // While the clock is moved it holds before and after.
    const at = now() + this.aheadSince();
    const exp = this.now() + DAY;
    const chains = chain.length === 0 ? {} : { chains: [chain] };
    const times = { iat: at, exp, sequence: at, issued_at: utc(at), next_update: utc(exp) };
    const { cast, forgedList: forged } = this;
    cast.besides = listedBesides(this.misfits, forged?.psp);
    return cast.trustList(
      [{ entity: id, role: 'MERCHANT', anchors: [anchor], base_url: url, ...chains }],
      this.url,
      times,
      forged?.by,
    );
  }

  /** Unix seconds, by the subject's clock. */
  private now(): number {
    return now() + this.ahead();
  }

  /** When the clock was moved, what was signed before and what is signed after are both of their time. */
  private isOfItsTime(iat: number): boolean {
    return iat >= now() + this.aheadOfMail() - COMMAND_SECONDS && iat <= this.now() + COMMAND_SECONDS;
  }

  certified(eku: string): Certified {
    const { id, anchor, chain } = this.settings;
    return { entity: id, anchor: certificateOf(anchor), chains: [chain.map(certificateOf)], eku };
  }

  private async answer(asked: Asked): Promise<Reply> {
    if (asked.method === 'GET' && asked.path === '/trust-list') {
      this.listReads += 1;
      return { status: 200, type: 'application/jwt', body: this.trustList() };
    }
    if (asked.method === 'POST' && asked.path.startsWith('/payments/')) {
      return this.payment(asked);
    }
    return problem('not_found', 'OA-HTTP-01', 404);
  }

  private payment(asked: Asked): Reply {
    let claims: JsonObject;
    try {
      claims = this.command(asked);
    } catch (error) {
      this.faults.push((error as Error).message);
      return problem('command_signature_invalid', 'OA-CMD-06', 401);
    }
    const { action, target } = claims as { readonly action: string; readonly target: string };
    if (action === 'fulfilment.confirm' && this.missing.delete(target)) return { status: 503, body: '{}' };
    const trade = this.trades.get(target);
    if (action === 'payment.refund' && !isWhole(claims.params, trade)) {
      this.faults.push('A refund of another amount than was paid.');
      return problem('refund_over_captured', 'OA-RFD-01', 409);
    }
    this.heard.push({ action, target });
    if (trade === undefined || (action === 'payment.validate' && !this.vouches(trade, claims)))
      return problem('payment_proof_invalid', 'PSD-PAY-A402-07', 403);
    if (action === 'payment.validate') {
      const { trade_no, out_trade_no, receipt_digest, currency } = trade;
      const state = 'WAIT_SELLER_FULFILLMENT';
      const answer = { trade_no, out_trade_no, state, receipt_digest, refunded_total: '0', currency };
      ownFits('http/validation-answer.json', answer);
      return this.vouching(answer);
    }
    const answer = { trade_no: target, state: 'WAIT_BUYER_RECEIPT' };
    return action === 'payment.refund'
      ? honestly({ ...answer, refund_id: 'rfd-1', refunded_total: '0' })
      : this.confirming(answer);
  }

  private vouches(trade: Trade, claims: JsonObject): boolean {
    const params = claims.params as JsonObject | undefined;
    return !trade.refunded && params?.digest === trade.receipt_digest;
  }

  /** @throws SubjectFault for a command that a payment service would not take */
  private command(asked: Asked): JsonObject {
    const body: unknown = JSON.parse(asked.text);
    mustFit('http/command.json', body, `What the merchant posts to ${asked.path}`);
    const opened = openMessage((body as JsonObject).command, 'act-command+jwt', 'command.json');
    mustBeCertified(opened, this.certified(EKU.command));
    const { aud, action, target, iat } = opened.claims;
    if (aud !== SUITE_IDS.psp && aud !== SUITE_IDS.otherPsp)
      throw new SubjectFault(`A command for ${String(aud)}.`);
    if (!this.isOfItsTime(Number(iat))) throw new SubjectFault('A command of another time.');
    const road = `/payments/${encodeURIComponent(String(target))}`;
    const roads: Readonly<Record<string, string>> = {
      'payment.validate': '/payments/validate',
      'fulfilment.confirm': `${road}/fulfilment`,
      'payment.refund': `${road}/refunds`,
    };
    if (roads[String(action)] !== asked.path)
      throw new SubjectFault(`${String(action)} was sent to ${asked.path}.`);
    return opened.claims;
  }
}

const decimal = (text: unknown): string =>
  String(text)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');

/** Whether what is to go back is all that was paid for a trade. */
function isWhole(params: unknown, trade: Trade | undefined): boolean {
  const { amount, currency } = (params ?? {}) as JsonObject;
  return currency === trade?.currency && decimal(amount) === decimal(trade?.payer_amount);
}

export function problem(code: string, requirement: string, status: number): Reply {
  const body = {
    type: `https://openact.example/errors/${code}`,
    title: code,
    status,
    code,
    requirement,
    retryability: 'never',
    valid_next_actions: [],
    instance: randomUUID(),
  };
  ownFits('problem.json', body);
  return { status, type: 'application/problem+json', body: JSON.stringify(body) };
}
