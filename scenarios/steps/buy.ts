/** The agent's own road, through its public library, with the user at the device. */
import { createHash } from 'node:crypto';
import { claimsOf } from '../../demo/attacks/kit.ts';
import type { TaskView } from '../../src/agent/index.ts';
import type { ConversationHistory, Shown } from '../../src/protocol/generated/types.ts';
import type { JsonValue } from '../../src/protocol/json/index.ts';
import type { BuyStep, DelegateStep, TapStep, WalletStep } from '../format.ts';
import { Refused } from '../refused.ts';
import { newName } from './forge.ts';
import { refusedResult } from './outcome.ts';
import { quoted } from './pay.ts';
import { agentOf, filled, type Kept, keptOf, type Play, type Run, userOf } from './run.ts';
import { decided, type Going, withUser } from './user.ts';

type Wish = Pick<BuyStep, 'say' | 'answers' | 'user' | 'agent'> & Pick<Partial<DelegateStep>, 'keeps'>;

/** What the user says and answers; no question may stay open. */
async function told(run: Run, step: Wish, level?: 'act:L1'): Promise<TaskView> {
  const { agent } = agentOf(run, step);
  const { delegator: delegatorIdentity } = userOf(run, step);
  const said = step.say ?? '';
  run.say(`“${said}”`);
  const words = step.keeps === undefined ? said : referenceTo(run, said, step.keeps);
  let task = await agent.draft(words, { delegatorIdentity, ...(level === undefined ? {} : { level }) });
  if (step.answers !== undefined) {
    task = await agent.answer(task.task_id, filled(run, step.answers) as JsonValue);
  }
  const [open] = task.questions;
  if (open !== undefined) throw new Error(`the agent still asks for ${open.field}: ${open.question}`);
  return task;
}

/** The platform hands in the digest of what was said, and where it keeps it. */
function referenceTo({ world }: Run, said: string, kept: string): ConversationHistory {
  const context_ref = newName('ctx');
  world.words.set(context_ref, kept);
  const user_intent_raw_digest = createHash('sha256').update(JSON.stringify(said)).digest('base64url');
  return { user_intent_raw_digest, context_ref, input_mode: ['TEXT'] };
}

/** The user agrees to the summary and confirms on the device. */
export async function authorised(run: Run, step: Wish, taskId: string, going: Going): Promise<TaskView> {
  const { agent } = agentOf(run, step);
  const waits = ({ status }: TaskView) => status === 'AWAITING_CONFIRMATION';
  const task = await decided(await agent.confirm(taskId), waits, going, () => agent.read(taskId));
  if (task.status === 'REFUSED') throw new Refused(task.code ?? 'confirmation_denied');
  return task;
}

let purchases = 0;

async function bought(run: Run, step: BuyStep, taskId: string, going: Going): Promise<Kept> {
  const { agent } = agentOf(run, step);
  purchases += 1;
  const purchaseId = `p${purchases}`;
  let task = await agent.buy(taskId, purchaseId);
  while (task.status === 'WAIT_BUYER_PAY' && going()) task = await agent.buy(taskId, purchaseId);
  const { result } = task;
  if (task.status !== 'DONE' || result === undefined) {
    throw refusedResult(task);
  }
  const bundle = await agent.bundle(taskId, purchaseId);
  return { ...result, task_id: taskId, bundle, shown_as: shownAs(bundle) };
}

/** What the cashier called the seller, where the user was asked there. */
function shownAs(bundle: string): string | undefined {
  const { shown } = JSON.parse(bundle) as { shown?: Shown };
  return shown?.payment?.merchant_name;
}

export const buy: Play<BuyStep> = async (run, step) => {
  if (step.under !== undefined) {
    const taskId = String(keptOf(run, step.under).task_id);
    return withUser(run, step, (going) => bought(run, step, taskId, going));
  }
  const taskId = await instantTask(run, step);
  return withUser(run, step, (going) => bought(run, step, taskId, going));
};

/** Whether the user will confirm the payment is another question than whether the agent may act at all. */
async function instantTask(run: Run, step: Wish): Promise<string> {
  const task = await told(run, step, 'act:L1');
  const { user } = step;
  await withUser(run, user === undefined ? {} : { user }, (going) =>
    authorised(run, step, task.task_id, going),
  );
  return task.task_id;
}

/** The agent's own code, and what a till has offered for it. */
export const wallet: Play<WalletStep> = async (run, raw) => {
  const step = { ...raw, pays: filled(run, raw.pays) };
  const { agent } = agentOf(run, step);
  const taskId = String(keptOf(run, step.under).task_id);
  const { pays } = step;
  if (pays === undefined) return { ...(await agent.showCode(taskId)) };
  return withUser(run, step, async (going) => {
    let task = await agent.payCode(taskId, pays);
    while (task.status === 'WAIT_BUYER_PAY' && going()) task = await agent.payCode(taskId, pays);
    if (task.status !== 'DONE' || task.result === undefined) throw refusedResult(task);
    return { ...task.result, task_id: taskId };
  });
};

/** A shop's order that a tag or a code has carried to the agent. */
export const tap: Play<TapStep> = async (run, step) => {
  const { agent } = agentOf(run, step);
  const taskId = step.under === undefined ? await instantTask(run, step) : taskOf(run, step.under);
  const { quote } = await quoted(run, step);
  const order = { quote, trigger: step.by };
  return withUser(run, step, async (going) => {
    let task = await agent.payCarried(taskId, order);
    while (task.status === 'WAIT_BUYER_PAY' && going()) task = await agent.payCarried(taskId, order);
    const { result } = task;
    if (task.status !== 'DONE' || result === undefined) throw refusedResult(task);
    const bundle = await agent.bundle(taskId, result.purchase_id);
    const { trigger } = claimsOf((JSON.parse(bundle) as { payment_request: string }).payment_request);
    return { ...result, task_id: taskId, trigger };
  });
};

const taskOf = (run: Run, kept: string): string => String(keptOf(run, kept).task_id);

export const delegate: Play<DelegateStep> = async (run, step) => {
  const task = await told(run, step);
  const { task_id, delegation_id = '' } = await withUser(run, step, (going) =>
    authorised(run, step, task.task_id, going),
  );
  return { task_id, delegation_id, ...(await writtenDown(run, step, delegation_id, task_id)) };
};

/** What the agent's own files hold of it: a hijacker finds it there. */
async function writtenDown(run: Run, step: Wish, delegationId: string, taskId: string): Promise<Kept> {
  const { read } = agentOf(run, step).deps.store;
  const row = await read.get('SELECT mandate, iac FROM agent_mandates WHERE delegation_id = $1', [
    delegationId,
  ]);
  const tool = await read.get(
    `SELECT payment_tool_ref FROM agent_tools
     WHERE tool_request_id = (SELECT tool_request_id FROM agent_tasks WHERE task_id = $1)`,
    [taskId],
  );
  const iac = JSON.parse(String(row?.iac)) as Kept;
  return {
    mandate: String(row?.mandate),
    payment_tool_ref: String(tool?.payment_tool_ref),
    validity_end_time: iac.validity_end_time,
    delegation_mode: iac.delegation_mode,
    allowed_merchants: (iac.ext as { commerce?: Kept } | undefined)?.commerce?.allowed_merchants,
  };
}
