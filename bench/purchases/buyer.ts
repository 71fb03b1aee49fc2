import { CURRENCY, IDS, METHOD } from '../../demo/plan.ts';
import { nodeRandom } from '../../src/http/node-random.ts';
import type {
  PaymentAnswer,
  QuoteAnswer,
  QuoteClaims,
  ReleaseAnswer,
} from '../../src/protocol/generated/types.ts';
import { newOrderedId } from '../../src/store/index.ts';
import { type PreparedMandate, type Run, type Shop, STATUS_LIST } from './plan.ts';
import { claimsOf, digestOf, objectDigest, type Wire, type WireSigner } from './wire.ts';

/** The evidence of one purchase, as far as the buyer holds it. */
export interface Evidence {
  readonly mandate: PreparedMandate;
  readonly statusList: string;
  readonly quote: QuoteAnswer;
  readonly paymentRequest: string;
  readonly payment: PaymentAnswer;
}

const seconds = (): number => Math.floor(Date.now() / 1000);
const random = nodeRandom();
/** As our agent makes them. */
const id = (prefix: string): string => newOrderedId(random, prefix, seconds());

/** Buys as an agent does, and leaves out only its own judgement of what comes back. */
export class Buyer {
  private readonly run: Run;
  private readonly attestation: string;
  private readonly signer: WireSigner;
  private readonly wire: Wire;

  constructor(run: Run, attestation: string, signer: WireSigner, wire: Wire) {
    this.run = run;
    this.attestation = attestation;
    this.signer = signer;
    this.wire = wire;
  }

  /** Quote, payment, release. With `keep` the status list is fetched before the payment, and the evidence is kept. */
  async buy(mandate: PreparedMandate, shop: Shop, keep: boolean): Promise<Evidence | undefined> {
    const quote = await this.order(shop);
    const statusList = keep
      ? await this.wire.text(this.run.addresses.issuer, `/status-lists/${STATUS_LIST}`)
      : '';
    const { paymentRequest, payment } = await this.pay(mandate, quote.quote);
    await this.release(shop, payment);
    return keep ? { mandate, statusList, quote, paymentRequest, payment } : undefined;
  }

  private order(shop: Shop): Promise<QuoteAnswer> {
    const order = {
      lines: [{ item_id: shop.itemId, quantity: 1 }],
      currency: CURRENCY,
      expected_amount: shop.price,
      request_id: id('qr'),
    };
    const command = this.command(shop.merchant, 'quote.request', shop.merchant, objectDigest(order));
    const body = { agent_attestation: this.attestation, order, command };
    return this.wire.post<QuoteAnswer>(shop.url, '/quotes', body);
  }

  /** Pays a quote, wherever it comes from. */
  async pay(mandate: PreparedMandate, quote: string) {
    const claims = claimsOf<QuoteClaims>(quote);
    const paymentRequest = this.signer.sign('act-payment-request+jwt', {
      iss: IDS.agent,
      aud: IDS.psp,
      jti: id('req'),
      iat: seconds(),
      level: 'act:L2',
      quote_digest: digestOf(quote),
      out_trade_no: claims.out_trade_no,
      amount: claims.amount,
      payer_amount: claims.payer_amount,
      currency: claims.currency,
      method_id: METHOD,
      payment_tool_ref: mandate.payer.paymentToolRef,
      delegation_id: mandate.delegationId,
      mandate_digest: digestOf(mandate.mandate),
    });
    const body = { payment_request: paymentRequest, mandate: mandate.mandate, quote };
    const payment = await this.wire.post<PaymentAnswer>(this.run.addresses.issuer, '/payments', body);
    return { paymentRequest, payment };
  }

  private release(shop: Shop, { seller_receipt, out_trade_no }: PaymentAnswer): Promise<ReleaseAnswer> {
    const command = this.command(shop.merchant, 'order.release', out_trade_no, digestOf(seller_receipt));
    const body = { receipt: seller_receipt, command };
    return this.wire.post<ReleaseAnswer>(shop.url, `/orders/${out_trade_no}/release`, body);
  }

  private command(aud: string, action: string, target: string, digest: string): string {
    const claims = {
      iss: IDS.agent,
      aud,
      jti: id('cmd'),
      iat: seconds(),
      action,
      target,
      params: { digest },
    };
    return this.signer.sign('act-command+jwt', claims);
  }
}
