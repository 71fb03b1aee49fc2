import { ActError } from '../../../protocol/errors/index.ts';
import type { InstantPaymentAnswer } from '../../../protocol/generated/types.ts';
import { readMessage } from '../../../protocol/messages/index.ts';
import { formatUtcSeconds } from '../../../protocol/time/index.ts';
import { consumeCommand } from '../../../store/index.ts';
import { agentCommand } from '../commands.ts';
import type { PspParts } from '../parts.ts';
import type { Cashier } from '../ports.ts';
import { findSession, findSessionOfAgent, lapseSession, type StoredSession } from './session.ts';

/**
 * Tells the agent, by the key that asked for it, and nobody else, how its payment stands at the cashier: waiting,
 * closed with its code, or paid with the receipts and the evidence of the confirmation.
 *
 * @param target the payment_id, or the id of the request
 * @throws ActError payment_unknown, payment_pending (paid, receipts not signed yet), agent_unknown, command_*
 * @see PSD-PAY-INS-12, OA-QRY-01
 */
export async function readInstant(
  parts: PspParts,
  cashier: Cashier,
  target: string,
  command: string,
): Promise<InstantPaymentAnswer> {
  const { claims, use, now, agentJkt } = await agentCommand(parts, command, 'payment.read');
  if (claims.target !== target) throw new ActError('command_target_mismatch', { rule: 'target' });
  const session = await parts.store.transact(async (tx) => {
    await consumeCommand(tx, use);
    const found = await findSessionOfAgent(tx, claims.iss, target);
    if (found === undefined || keyOf(found) !== agentJkt) return undefined;
    await lapseSession(tx, found.paymentId, now);
    return findSession(tx, found.paymentId);
  });
  if (session === undefined) throw new ActError('payment_unknown');
  return answerFor(parts, cashier, session);
}

/** An agent_id may have several keys, of several users. */
function keyOf({ paymentRequest }: StoredSession): string | undefined {
  return readMessage('paymentRequest', paymentRequest).decoded.header.kid;
}

/** How a payment stands that was just entered. @throws ActError payment_unknown, payment_pending */
export async function showInstant(
  parts: PspParts,
  cashier: Cashier,
  paymentId: string,
): Promise<InstantPaymentAnswer> {
  const session = await findSession(parts.store.read, paymentId);
  if (session === undefined) throw new ActError('payment_unknown');
  return answerFor(parts, cashier, session);
}

async function answerFor(
  parts: PspParts,
  cashier: Cashier,
  session: StoredSession,
): Promise<InstantPaymentAnswer> {
  const { paymentId, confirmationId, state, code, requirement } = session;
  const answer = {
    payment_id: paymentId,
    confirmation_id: confirmationId,
    expires_at: formatUtcSeconds(session.expiresAt),
  };
  if (state === 'WAIT_BUYER_PAY') return { ...answer, status: state };
  const evidence = await cashier.evidence(parts.store.read, confirmationId, parts.clock());
  if (state === 'PAID') {
    const payment = await parts.desk.answerFor(paymentId);
    return { ...answer, ...evidence, status: payment.state, payment };
  }
  const why = code === undefined || requirement === undefined ? {} : { code, requirement };
  return { ...answer, ...why, ...evidence, status: state };
}
