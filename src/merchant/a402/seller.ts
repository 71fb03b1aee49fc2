import type { Context, Handler, MiddlewareHandler, Next } from 'hono';
import { answerProblem, commandOf, type Rounds } from '../../http/index.ts';
import { traced, type Witness } from '../../http/traced.ts';
import { A402_HEADERS } from '../../protocol/a402/index.ts';
import { thinSigner } from '../../protocol/a402/thin-signer.ts';
import { ActError } from '../../protocol/errors/index.ts';
import { parseAmount } from '../../protocol/money/index.ts';
import type { AskedRequest } from '../../verifier/index.ts';
import { merchantSettings } from '../config.ts';
import type { MerchantDeps } from '../deps.ts';
import { startWorker } from '../fulfilment/worker.ts';
import { answerDelivered, answerNeeded, answerRefused, isProofRefused, keepFromStores } from './answer.ts';
import { readAsked } from './asked.ts';
import { type A402Offer, makeBill } from './bill.ts';
import type { SellerContext } from './context.ts';
import { deliver } from './deliver.ts';
import { type JudgedProof, judgeProof } from './proof.ts';
import { showBilledRecords } from './records.ts';
import { validateProof } from './validate.ts';

/** Sells requests. `start` begins to confirm deliveries, unless a merchant on the same store does. */
export interface Seller {
  /**
   * Middleware that asks money for every request of a route.
   *
   * @throws ActError amount_*, currency_unknown for a price that is none
   */
  sells(offer: A402Offer): MiddlewareHandler;
  /** Shows what was recorded of an order on access to whoever paid it: for `GET /orders/:no/records`. @see OA-REC-10 */
  readonly records: Handler;
  start(): void;
  close(): Promise<void>;
}

/**
 * A seller that takes payment on access (ACT PSD-PAY-A402):
 *
 *     const seller = createSeller(deps);
 *     app.use('/market/*', seller.sells({ name: 'Market data', price: '0.01', currency: 'CNY', category: 'data/market' }));
 *     app.get('/orders/:no/records', seller.records);
 *     seller.start();
 *
 * @param given.store opened with `merchantMigrations`
 * @throws ActError schema_mismatch, amount_*, currency_unknown for a wrong configuration
 */
export function createSeller(given: MerchantDeps): Seller {
  const context: SellerContext = {
    ...given,
    config: merchantSettings(given.config),
    thinSigner: thinSigner(given.signer),
  };
  let worker: Rounds | undefined;
  return {
    sells(offer) {
      parseAmount(offer.price, offer.currency);
      return (c, next) => sellOne(context, offer, c, next, () => worker?.wake());
    },
    records: (c) => recordsOf(context, c),
    start() {
      worker ??= startWorker(context);
    },
    async close() {
      await worker?.close();
    },
  };
}

async function recordsOf(context: SellerContext, c: Context): Promise<Response> {
  const step = { from: 'agent', to: context.config.merchant, message: 'order.read' };
  try {
    const command = commandOf(c);
    const number = c.req.param('no') ?? '';
    const work = (witness: Witness) => showBilledRecords(context, number, command, witness);
    return c.json(await traced(context.trace, step, work));
  } catch (error) {
    if (!(error instanceof ActError)) throw error;
    return answerProblem(c, error);
  }
}

async function sellOne(
  context: SellerContext,
  offer: A402Offer,
  c: Context,
  next: Next,
  wake: () => void,
): Promise<undefined> {
  try {
    const asked = await readAsked(c, context.config.base_url);
    const header = c.req.header(A402_HEADERS.proof);
    if (header === undefined) return finish(c, await askMoney(context, offer, c, asked));
    return finish(c, await takeProof(context, offer, c, next, asked, header, wake));
  } catch (error) {
    if (!(error instanceof ActError)) throw error;
    return finish(c, answerProblem(c, error));
  }
}

/** After the handler has run, a returned response is not looked at: what it left is replaced, or stays where there is none. */
function finish(c: Context, response: Response | undefined): undefined {
  if (response !== undefined) {
    if (c.finalized) c.res = undefined;
    c.res = response;
  }
  keepFromStores(c);
}

function askMoney(
  context: SellerContext,
  offer: A402Offer,
  c: Context,
  asked: AskedRequest,
): Promise<Response> {
  const buyer = c.req.header(A402_HEADERS.buyer);
  const { merchant } = context.config;
  const step = {
    from: merchant,
    to: buyer ?? 'buyer',
    message: `402 Payment-Needed: ${asked.method} ${new URL(asked.uri).pathname}`,
    signer: buyer === undefined ? null : merchant,
    checks: ['PSD-PAY-A402-02', 'OA-A402-02'],
  };
  return traced(context.trace, step, async () =>
    answerNeeded(c, offer, asked, await makeBill(context, offer, asked, buyer)),
  );
}

async function takeProof(
  context: SellerContext,
  offer: A402Offer,
  c: Context,
  next: Next,
  asked: AskedRequest,
  header: string,
  wake: () => void,
): Promise<Response | undefined> {
  const step = {
    from: 'buyer',
    to: context.config.merchant,
    message: `Payment-Proof: ${asked.method} ${new URL(asked.uri).pathname}`,
  };
  try {
    return await traced(context.trace, step, async (witness) => {
      const proof = await judgeProof(context, asked, header, witness);
      context.callerLimit?.take(proof.order.agentId);
      if (proof.order.state !== 'DELIVERED') await confirmWithPsp(context, proof);
      const delivery = await deliver(context, proof, c, next);
      if (delivery === undefined) return undefined;
      wake();
      return answerDelivered(asked, proof, delivery);
    });
  } catch (error) {
    if (!(error instanceof ActError) || !isProofRefused(error)) throw error;
    return answerRefused(
      c,
      error,
      asked,
      await makeBill(context, offer, asked, c.req.header(A402_HEADERS.buyer)),
    );
  }
}

async function confirmWithPsp(
  context: SellerContext,
  { receipt, receiptDigest: digest }: JudgedProof,
): Promise<void> {
  await validateProof(context, { pspId: receipt.iss, tradeNo: receipt.trade_no, digest });
}
