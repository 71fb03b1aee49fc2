import { traced } from '../../http/traced.ts';
import { readMessage } from '../../protocol/messages/index.ts';
import type { Clock, Trace } from '../../protocol/ports.ts';
import { consumeCommand, type Queries } from '../../store/index.ts';
import { identifySender, type Parties, type Sender, type SenderDeps } from '../commands/index.ts';
import { lineOf } from './family.ts';
import { resumeMandate, revokeMandate, suspendMandate } from './lifecycle.ts';
import { type MandateRow, type MandateState, readMandateRow } from './mandate-row.ts';
import { partiesOf } from './read.ts';

export interface LifecycleDeps extends SenderDeps {
  readonly issuerId: string;
  readonly clock: Clock;
  readonly trace?: Trace;
}

export type LifecycleAction = 'mandate.suspend' | 'mandate.resume' | 'mandate.revoke';

export interface LifecycleAnswer {
  readonly delegation_id: string;
  readonly status: MandateState;
}

/** The condition that stands when the delegator states none. */
const OWN_WORD = 'Lifted by the delegator.';

/**
 * Carries out a lifecycle command: sender, right to give it, then in one transaction the command is consumed and the
 * transition made.
 *
 * @throws ActError mandate_unknown, device_unknown, command_*, mandate_transition_illegal, mandate_recovery_condition
 */
export function changeMandate(
  deps: LifecycleDeps,
  action: LifecycleAction,
  delegationId: string,
  command: string,
): Promise<LifecycleAnswer> {
  const checks = ['OA-CMD-06', 'OA-CMD-01', 'OA-CMD-02', 'ADD-IAC-LCM-09'];
  return traced(deps.trace, { from: 'delegator', to: deps.issuerId, message: action, checks }, async () => {
    const now = deps.clock();
    const row = await readMandateRow(deps.store.read, delegationId);
    const expected = { now, audience: deps.issuerId, action, target: delegationId } as const;
    const parties = await speakersOf(deps.store.read, row, command);
    const sender = await identifySender(command, expected, parties, deps);
    const status = await deps.store.transact(async (tx) => {
      await consumeCommand(tx, sender.use);
      return carryOut(tx, action, sender, { delegationId, issuerId: deps.issuerId, now });
    });
    return { delegation_id: delegationId, status };
  });
}

/** An agent may also take back what it handed down, at any depth [OA-DLG-09]. */
async function speakersOf(queries: Queries, row: MandateRow, command: string): Promise<Parties> {
  const { iss } = readMessage('command', command).claims;
  const above = (await lineOf(queries, row)).find(({ agentId }) => agentId === iss);
  if (above === undefined || iss === row.agentId) return partiesOf(row);
  return { ...partiesOf(row), agent: { agentId: iss, publicJwk: above.agentJwk } };
}

function carryOut(
  tx: Queries,
  action: LifecycleAction,
  sender: Sender,
  change: { readonly delegationId: string; readonly issuerId: string; readonly now: number },
): Promise<MandateState> {
  switch (action) {
    case 'mandate.suspend': {
      const condition = sender.params.recovery_condition ?? OWN_WORD;
      return suspendMandate(tx, { ...change, by: 'delegator', condition });
    }
    case 'mandate.resume':
      return resumeMandate(tx, { ...change, by: 'delegator' });
    case 'mandate.revoke':
      return revokeMandate(tx, { ...change, by: sender.role === 'agent' ? 'agent' : 'delegator' });
  }
}
