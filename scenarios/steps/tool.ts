/** Payment tools, asked for by hand. */
import type { BindStep } from '../format.ts';
import { Refused } from '../refused.ts';
import { currencyOf, PSP } from '../world/plan.ts';
import { agentSender, digestOfJson, newName, posted, readBy, signedCommand } from './forge.ts';
import { addressOf, agentNameOf, agentOf, filled, type Kept, type Play, type Run, userOf } from './run.ts';
import { decided, withUser } from './user.ts';

const TOOL_DAYS = '+30d';

/** The agent asks for a payment tool, and the user confirms it. */
export const bind: Play<BindStep> = async (run, step) => {
  const {
    delegator = userOf(run, step).delegator,
    currency = currencyOf(run.world.plan),
    limit: max_amount,
  } = step;
  const limits = filled(run, { currency, max_amount, valid_until: TOOL_DAYS });
  const name = agentNameOf(run, step);
  const sender = agentSender(run, name);
  const target = newName('tlr');
  const params = { digest: digestOfJson(limits) };
  const body = {
    delegator_identity: delegator,
    limits,
    agent_attestation: agentOf(run, step).deps.attestation,
    command: await signedCommand(run, sender, { aud: PSP, action: 'tool.request', target, params }),
  };
  const bank = addressOf(run, 'bank');
  if (step.asks) return posted(`${bank}/tools`, body);
  return withUser(run, step, async (going) => {
    const asked = await posted(`${bank}/tools`, body);
    const waits = ({ status }: Kept) => status === 'PENDING_CONFIRMATION';
    const order = { aud: PSP, action: 'tool.read', target };
    const tool = await decided(asked, waits, going, () => readBy(run, name, order, `/tools/${target}`));
    if (tool.status === 'DENIED') throw new Refused('confirmation_denied');
    return tool;
  });
};

/** The last instrument that this user has bound for this agent; `bind` makes one. */
export async function boundTool(run: Run, step: Pick<BindStep, 'user' | 'agent'>): Promise<string> {
  const { read } = run.world.bank.store;
  const row = await read.get(
    `SELECT payment_tool_ref FROM tools
     WHERE delegator = $1 AND agent_id = $2 AND state = 'ACTIVE'
       AND payment_tool_ref NOT IN (SELECT sub_account_id FROM sub_accounts)
     ORDER BY bound_at DESC LIMIT 1`,
    [userOf(run, step).delegator, agentOf(run, step).deps.config.agent_id],
  );
  return String(row?.payment_tool_ref ?? 'tool_that_nobody_bound');
}
