/** Whoever acts by hand as an honest agent would also writes down what that agent would: into its own outbox. */
import { claimsOf } from '../../demo/attacks/kit.ts';
import { cartConfirmed, intentCreated, type Process, processUnder } from '../../src/agent/events.ts';
import type { Intent } from '../../src/protocol/generated/types.ts';
import { type Happening, writeEvent } from '../../src/records/index.ts';
import type { MandateStep, PayStep } from '../format.ts';
import { agentOf, type Kept, type Run, userOf } from './run.ts';

type Who = Pick<MandateStep | PayStep, 'agent' | 'user'>;

function write(run: Run, step: Who, event: Happening): Promise<void> {
  return agentOf(run, step).deps.store.transact((tx) => writeEvent(tx, event));
}

function processOf(run: Run, step: Who, intentId: string): Process {
  const { agent_id: agentId } = agentOf(run, step).deps.config;
  return { agentId, intentId, delegator: userOf(run, step).delegator };
}

/** The intent behind a mandate that was asked for member by member: its digest is the one that the mandate names. */
export async function recordIntent(run: Run, step: MandateStep, iac: Kept, at: number): Promise<void> {
  const { intent_id: intentId, source_isr_digest: digest } = iac;
  if (typeof intentId !== 'string' || typeof digest !== 'string') return;
  const event = await intentCreated(processOf(run, step, intentId), iac as unknown as Intent, at);
  await write(run, step, { ...event, event_body: { ...event.event_body, intent_digest: digest } });
}

/** @param request that was paid; at act:L1 it names the intent */
export async function recordCart(
  run: Run,
  step: PayStep,
  { quote, mandate, request }: Record<'quote' | 'request', string> & { readonly mandate: string | undefined },
  at: number,
): Promise<void> {
  const { agent_id: agentId } = agentOf(run, step).deps.config;
  if (mandate !== undefined) {
    return write(run, step, await cartConfirmed(processUnder(agentId, mandate), { quote, now: at }));
  }
  const process = processOf(run, step, String(claimsOf(request).intent_id));
  const { amount, currency, pay_before } = claimsOf(quote);
  const intent = {
    delegation_mode: 'SPECIFIED',
    validity_start_time: pay_before,
    validity_end_time: pay_before,
    max_total_amount: Number(amount),
    currency,
  } as unknown as Intent;
  await write(run, step, await intentCreated(process, intent, at));
  await write(run, step, await cartConfirmed(process, { quote, now: at }));
}
