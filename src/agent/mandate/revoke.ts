import { expectJson, RemoteProblem } from '../../http/index.ts';
import { traced } from '../../http/traced.ts';
import { signCommand, trustedAddress, trustNow, withText } from '../calls.ts';
import type { AgentContext } from '../config.ts';

/** The mandate gives no power any more, or never did. */
const OVER: ReadonlySet<string> = new Set([
  ...['mandate_revoked', 'mandate_expired', 'mandate_unknown', 'mandate_transition_illegal'],
]);

const revoked = withText('delegation_id', 'status');

/**
 * Gives a mandate up, because its user has asked for another in its place. Two mandates for one task would let the
 * sum of both be spent.
 *
 * @throws ActError issuer_not_trusted, peer_*; RemoteProblem with the issuer's code
 * @see OA-CART-03
 */
export async function giveUpMandate(context: AgentContext, delegationId: string): Promise<void> {
  const { agent_id: agentId, issuer } = context.config;
  const step = { from: agentId, to: issuer, message: 'mandate.revoke', signer: agentId };
  try {
    await traced(context.trace, step, async () => {
      const { baseUrl } = trustedAddress(await trustNow(context), issuer, 'IAC_ISSUER');
      const command = await signCommand(context, {
        aud: issuer,
        action: 'mandate.revoke',
        target: delegationId,
      });
      const url = `${baseUrl}/mandates/${encodeURIComponent(delegationId)}/revoke`;
      expectJson(revoked, await context.http.post(url, { command }));
    });
  } catch (error) {
    if (!(error instanceof RemoteProblem) || !OVER.has(error.code)) throw error;
  }
}
