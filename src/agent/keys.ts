import { jwkThumbprint } from '../protocol/digest/index.ts';
import { ActError } from '../protocol/errors/index.ts';
import type { AgentContext, AgentKey } from './config.ts';

/**
 * The same agent with the key that an authority was given to. A mandate and a tool belong to one key until they end, so
 * after a rotation the former key goes on serving what it was given, and nothing else: what is asked for anew is asked
 * for by the new one.
 *
 * @param jkt absent: nothing was given to any key yet
 * @throws ActError agent_key_mismatch when that key is not held any more
 * @see OA-KEY-22
 */
export async function withKey(context: AgentContext, jkt: string | undefined): Promise<AgentContext> {
  const { formerKeys = [] } = context;
  if (jkt === undefined || jkt === (await jwkThumbprint(context.publicJwk))) return context;
  for (const key of formerKeys) {
    if ((await jwkThumbprint(key.publicJwk)) === jkt) return { ...context, ...ownOf(key) };
  }
  throw new ActError('agent_key_mismatch', { held: formerKeys.length + 1 });
}

function ownOf({ signer, publicJwk, attestation }: AgentKey): AgentKey {
  return { signer, publicJwk, attestation };
}
