import { expectJson, RemoteProblem } from '../../http/index.ts';
import { traced } from '../../http/traced.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { CommandClaims, ValidationAnswer } from '../../protocol/generated/types.ts';
import { validateValidationAnswer } from '../../protocol/generated/validators.js';
import { signMessage } from '../../protocol/messages/index.ts';
import { newOrderedId } from '../../store/index.ts';
import type { SellerContext } from './context.ts';

/**
 * Asks the payment service whether a proof of payment stands at this moment: only it knows of refunds and revocation.
 *
 * @throws ActError payment_proof_invalid; issuer_not_trusted, peer_unreachable, peer_answer_invalid
 * @see PSD-PAY-A402-07
 */
export async function validateProof(
  context: SellerContext,
  proof: { readonly pspId: string; readonly tradeNo: string; readonly digest: string },
): Promise<ValidationAnswer> {
  const { merchant } = context.config;
  const step = { from: merchant, to: proof.pspId, message: 'payment.validate', signer: merchant };
  return traced(context.trace, step, async () => {
    const answer = await ask(context, proof);
    if (answer.trade_no !== proof.tradeNo || answer.receipt_digest !== proof.digest) {
      throw new ActError('peer_answer_invalid', { member: 'trade_no' });
    }
    return answer;
  });
}

async function ask(
  context: SellerContext,
  { pspId, tradeNo, digest }: { readonly pspId: string; readonly tradeNo: string; readonly digest: string },
): Promise<ValidationAnswer> {
  const now = context.clock();
  const base = (await context.trust.current(now)).entry(pspId, 'PSP')?.endpoints?.base_url;
  if (base === undefined) throw new ActError('issuer_not_trusted', { entity: pspId, role: 'PSP' });
  const claims: CommandClaims = {
    iss: context.config.merchant,
    aud: pspId,
    jti: newOrderedId(context.random, 'cmd', now),
    iat: now,
    action: 'payment.validate',
    target: tradeNo,
    params: { digest },
  };
  const command = await signMessage('command', claims, context.signer);
  try {
    const answer = await context.http.post(`${base}/payments/validate`, { command });
    return expectJson(validateValidationAnswer, answer);
  } catch (error) {
    // Whatever else it objects to is between the two services, and says nothing about the buyer's proof.
    if (!(error instanceof RemoteProblem) || error.code === 'payment_proof_invalid') throw error;
    throw new ActError('peer_answer_invalid', { problem: error.code });
  }
}
