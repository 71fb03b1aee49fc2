/** The side of the agent that leaves part of its mandate to another. @see OA-DLG-08 */
import { expectJson } from '../../http/index.ts';
import { traced } from '../../http/traced.ts';
import { digestOfJws, digestOfObject } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type {
  AssignmentBody,
  AssignmentProof,
  DelegationBody,
  IacPayload,
} from '../../protocol/generated/types.ts';
import { validateIacPayload } from '../../protocol/generated/validators.js';
import type { JsonValue } from '../../protocol/json/index.ts';
import { assertSchema, readMessage } from '../../protocol/messages/index.ts';
import { newId } from '../../protocol/ports.ts';
import { assertAccepted, verifyHandingDown, verifyIac } from '../../verifier/index.ts';
import { signCommand, trustedAddress, trustNow, withText } from '../calls.ts';
import type { AgentContext } from '../config.ts';

/**
 * The terms of a mandate below this one: the same, but for whom it is and what the request narrows. A runtime that the
 * mandate pins stays pinned (OA-DLG-04): what is handed down from such a mandate pays from that runtime only.
 *
 * @param mandate of this agent, act-mandate+jwt
 * @throws ActError mandate_depth_exceeded, mandate_widened, schema_mismatch, and the codes of `verifyIac`
 * @see OA-DLG-03, OA-DLG-04, OA-DLG-11
 */
export async function termsBelow(
  context: AgentContext,
  mandate: string,
  asked: AssignmentBody,
): Promise<IacPayload> {
  const { iac: above } = readMessage('mandate', mandate).claims;
  const { user_confirmation_method: _method, user_confirmation_timestamp: _time, ...same } = above;
  const { agent_id, max_total_amount, validity_end_time, delegation_depth, times_limit, ...goods } = asked;
  const depth = delegation_depth ?? Math.max(0, (above.ext?.openact?.delegation_depth ?? 0) - 1);
  const { delegation_depth: _depth, ...openact } = above.ext?.openact ?? {};
  const below = {
    ...same,
    delegation_id: newId(context.random, 'dlg'),
    agent_id,
    ...given({ max_total_amount, validity_end_time }),
    ext: {
      ...above.ext,
      commerce: { ...above.ext?.commerce, ...withinTotal(above, max_total_amount), ...given(goods) },
      openact: {
        ...openact,
        ...given({ times_limit }),
        ...(depth === 0 ? {} : { delegation_depth: depth }),
        parent_mandate: await digestOfJws(mandate),
      },
    },
  };
  const iac = assertSchema(validateIacPayload, below as unknown as JsonValue);
  assertAccepted(await verifyHandingDown(iac, above));
  assertAccepted(await verifyIac(iac));
  return iac;
}

/** One payment is never allowed more than all together are. */
function withinTotal({ ext }: IacPayload, total: number | undefined): object {
  const single = ext?.commerce?.max_single_amount;
  return total !== undefined && single !== undefined && single > total ? { max_single_amount: total } : {};
}

function given(members: object): object {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

const handed = withText('delegation_id', 'status');

/**
 * Commands the issuer to hand the mandate down on these terms, with the other agent's proof. The same terms once more
 * answer the same mandate; a proof is used once.
 *
 * @param parentId delegation_id of this agent's mandate
 * @throws ActError issuer_not_trusted, peer_*; RemoteProblem with the issuer's code (parent_not_active,
 *   possession_proof_invalid, agent_attestation_*, mandate_widened …)
 * @see OA-DLG-08
 */
export async function handDown(
  context: AgentContext,
  parentId: string,
  iac: IacPayload,
  proof: AssignmentProof,
): Promise<{ readonly delegation_id: string; readonly status: string }> {
  const { agent_id: agentId, issuer } = context.config;
  const step = { from: agentId, to: issuer, message: 'mandate.delegate', signer: agentId };
  return traced(context.trace, step, async () => {
    const { baseUrl } = trustedAddress(await trustNow(context), issuer, 'IAC_ISSUER');
    const delegation = await signCommand(context, {
      aud: issuer,
      action: 'mandate.delegate',
      target: parentId,
      params: { digest: await digestOfObject(iac as unknown as JsonValue) },
    });
    const body: DelegationBody = { iac, ...proof, delegation };
    const url = `${baseUrl}/mandates/${encodeURIComponent(parentId)}/delegations`;
    const { delegation_id, status } = expectJson(handed, await context.http.post(url, body));
    if (delegation_id !== iac.delegation_id)
      throw new ActError('peer_answer_invalid', { member: 'delegation_id' });
    return { delegation_id, status };
  });
}
