import type { Queries } from '../../store/index.ts';
import { covers, type ToolLimits } from '../mandate/tool.ts';

/** Writes a tool down before it is asked for. */
export async function saveToolRequest(
  tx: Queries,
  tool: Omit<StoredTool, 'paymentToolRef'> & { readonly keyJkt: string },
): Promise<void> {
  await tx.run(
    'INSERT INTO agent_tools (tool_request_id, delegator, limits, key_jkt) VALUES ($1, $2, $3, $4)',
    [tool.toolRequestId, tool.delegator, JSON.stringify(tool.limits), tool.keyJkt],
  );
}

export async function saveToolRef(tx: Queries, toolRequestId: string, reference: string): Promise<void> {
  await tx.run('UPDATE agent_tools SET payment_tool_ref = $1 WHERE tool_request_id = $2', [
    reference,
    toolRequestId,
  ]);
}

export interface StoredTool {
  readonly toolRequestId: string;
  readonly delegator: string;
  readonly limits: ToolLimits;
  readonly paymentToolRef?: string;
}

export async function findTool(read: Queries, toolRequestId: string): Promise<StoredTool | undefined> {
  const row = await read.get('SELECT * FROM agent_tools WHERE tool_request_id = $1', [toolRequestId]);
  if (row === undefined) return undefined;
  return {
    toolRequestId,
    delegator: String(row.delegator),
    limits: JSON.parse(String(row.limits)) as ToolLimits,
    ...(typeof row.payment_tool_ref === 'string' ? { paymentToolRef: row.payment_tool_ref } : {}),
  };
}

/** A tool bound before to this key, of the same principal, that everything needed fits through. */
export async function findCoveringTool(
  read: Queries,
  { delegator, keyJkt }: { readonly delegator: string; readonly keyJkt: string },
  needed: ToolLimits,
): Promise<string | undefined> {
  const rows = await read.all(
    `SELECT tool_request_id, limits FROM agent_tools
     WHERE delegator = $1 AND payment_tool_ref IS NOT NULL AND (key_jkt IS NULL OR key_jkt = $2)`,
    [delegator, keyJkt],
  );
  const found = rows.find((row) => covers(JSON.parse(String(row.limits)) as ToolLimits, needed));
  return found === undefined ? undefined : String(found.tool_request_id);
}
