import { expectJson, RemoteProblem } from '../../http/index.ts';
import { traced } from '../../http/traced.ts';
import { digestOfJws } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { ReleaseAnswer, ReleaseBody } from '../../protocol/generated/types.ts';
import { validateReleaseAnswer } from '../../protocol/generated/validators.js';
import { readKept } from '../../protocol/messages/index.ts';
import { signCommand } from '../calls.ts';
import type { AgentContext } from '../config.ts';
import { pauseAfter } from '../heeding-pauses.ts';

export interface ReleaseBasis {
  readonly baseUrl: string;
  readonly quote: string;
  readonly tradeNo: string;
  /** The receipt that is made out to the seller. */
  readonly sellerReceipt: string;
}

/**
 * Fetches the goods with the seller's receipt and a proof of the agent's key. Asking again is safe: the seller hands
 * out the goods of an order once and repeats its answer.
 *
 * @throws ActError receipt_order_mismatch, peer_*; RemoteProblem with the seller's code
 */
export async function releaseGoods(context: AgentContext, basis: ReleaseBasis): Promise<ReleaseAnswer> {
  const claims = readKept('quote', basis.quote);
  const { agent_id: agentId } = context.config;
  const step = { from: agentId, to: claims.iss, message: 'order.release', signer: agentId };
  return traced(context.trace, step, async () => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await releaseOnce(context, basis, claims.iss, claims.out_trade_no);
      } catch (error) {
        if (attempt >= context.config.max_attempts || !isWorthAnother(error)) throw error;
        const pause = pauseAfter(context, error);
        if (pause === undefined) throw error;
        await context.sleep(pause);
      }
    }
  });
}

async function releaseOnce(
  context: AgentContext,
  basis: ReleaseBasis,
  merchant: string,
  outTradeNo: string,
): Promise<ReleaseAnswer> {
  const command = await signCommand(context, {
    aud: merchant,
    action: 'order.release',
    target: outTradeNo,
    params: { digest: await digestOfJws(basis.sellerReceipt) },
  });
  const body: ReleaseBody = { receipt: basis.sellerReceipt, command };
  const url = `${basis.baseUrl}/orders/${encodeURIComponent(outTradeNo)}/release`;
  const answer = expectJson(validateReleaseAnswer, await context.http.post(url, body));
  if (answer.out_trade_no !== outTradeNo || answer.trade_no !== basis.tradeNo) {
    throw new ActError('receipt_order_mismatch', { member: 'trade_no' });
  }
  return answer;
}

function isWorthAnother(error: unknown): error is ActError {
  if (!(error instanceof ActError)) return false;
  return error instanceof RemoteProblem
    ? error.problem.status >= 500
    : error.code === 'peer_unreachable' || error.code === 'peer_answer_invalid';
}
