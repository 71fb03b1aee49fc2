import type { Witness } from '../../http/traced.ts';
import { digestOfJws, digestOfObject } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { IntentTransferBody } from '../../protocol/generated/types.ts';
import type { JsonValue } from '../../protocol/json/index.ts';
import { consumeCommand } from '../../store/index.ts';
import { agentCommand } from '../command.ts';
import type { MerchantContext } from '../deps.ts';
import { attestedAgent } from './attested.ts';

/** Who asks. */
export interface Caller {
  readonly agentId: string;
  /** Thumbprint of the key that it proved; absent: it only says who it is. */
  readonly jkt?: string;
}

/**
 * Finds out who sent an intent: an agent that proves its key with a command over the whole body, or somebody who
 * only gives a name. One half of a proof is no proof and is refused.
 *
 * @throws ActError command_missing, command_*, command_duplicate and the codes of verifyAttestation
 * @see CID-INT-XFR-18
 */
export async function callerOf(
  deps: MerchantContext,
  body: IntentTransferBody,
  command: string | undefined,
  witness: Witness,
): Promise<Caller> {
  const { agent_id: agentId, agent_attestation: attestation } = body;
  if (attestation === undefined && command === undefined) return { agentId };
  if (attestation === undefined || command === undefined) throw new ActError('command_missing');
  const now = deps.clock();
  const agent = await attestedAgent(deps, attestation, now, witness);
  if (agent.agentId !== agentId) throw new ActError('command_not_permitted', { rule: 'sender' });
  const { merchant } = deps.config;
  const { iss, jti } = await agentCommand(
    command,
    {
      audience: merchant,
      action: 'intent.transfer',
      target: merchant,
      issuer: agentId,
      publicJwk: agent.jwk,
      digest: await digestOfObject(body as unknown as JsonValue),
    },
    now,
    witness,
  );
  deps.callerLimit?.take(agentId);
  const digest = await digestOfJws(command);
  await deps.store.transact((tx) => consumeCommand(tx, { iss, jti, digest, now }));
  return { agentId, jkt: agent.jkt };
}
