import { type PublicJwk, publicJwkFrom } from '../../protocol/digest/index.ts';
import type { Queries } from '../../store/index.ts';
import { text } from './row.ts';

export interface AgentKey {
  readonly agentId: string;
  /** RFC 7638 thumbprint of the key. */
  readonly jkt: string;
  readonly publicJwk: PublicJwk;
}

/** Makes an agent's key known; the caller has verified the provider's statement and the possession of the key. */
export async function registerAgent(tx: Queries, key: AgentKey, now: number): Promise<void> {
  await tx.run(
    'INSERT INTO agents (agent_id, jkt, jwk, registered_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
    [key.agentId, key.jkt, JSON.stringify(key.publicJwk), now],
  );
}

/** The key of this agent with this thumbprint, if it was registered. */
export async function findAgentKey(
  queries: Queries,
  agentId: string,
  jkt: string | undefined,
): Promise<PublicJwk | undefined> {
  if (jkt === undefined) return undefined;
  const row = await queries.get('SELECT jwk FROM agents WHERE agent_id = $1 AND jkt = $2', [agentId, jkt]);
  return row && publicJwkFrom(JSON.parse(text(row, 'jwk')));
}

export async function isAgentKnown(queries: Queries, agentId: string): Promise<boolean> {
  const row = await queries.get('SELECT 1 AS known FROM agents WHERE agent_id = $1 LIMIT 1', [agentId]);
  return row !== undefined;
}
