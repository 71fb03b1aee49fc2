import { ActError } from '../../protocol/errors/index.ts';
import type { Shown } from '../../protocol/generated/types.ts';
import { type ConfirmationService, renderPaymentSummary } from '../confirmation/index.ts';
import { enrolmentMessageId } from '../devices/index.ts';
import type { Cashier, CashierQuestion } from '../psp/index.ts';
import type { Signing } from '../signing/index.ts';

export interface CashierDeps {
  /** The account side that asks its delegators, and the payment service that it asks for. */
  readonly issuerId: string;
  readonly pspId: string;
  readonly confirmations: ConfirmationService;
  readonly signing: Signing;
}

/**
 * The cashier of the payment service: the delegator's inbox, with what is to be paid. It is the same service that asks
 * about mandates and tools, so a confirmation at the cashier is held to the same rules.
 *
 * @see PSD-PAY-INS-07
 */
export function createCashier(deps: CashierDeps): Cashier {
  const { confirmations, signing } = deps;
  return {
    async ask(question, now) {
      const pending = await confirmations.prepare(
        {
          kind: 'payment',
          subjectId: question.paymentId,
          delegator: question.delegator,
          shown: shownFor(deps, question),
          subjectDigest: question.requestDigest,
          agentJkt: question.agentJkt,
          agentJwk: question.agentJwk,
        },
        now,
        question.notAfter,
      );
      const { confirmationId, expiresAt } = pending;
      return { confirmationId, expiresAt, insert: (tx, at) => confirmations.insert(tx, pending, at) };
    },
    async evidence(queries, confirmationId, now) {
      const asked = await confirmations.find(queries, confirmationId, now);
      if (asked === undefined) throw new ActError('internal', { rule: 'confirmation' });
      const { shown, evidence: confirmation, deviceId } = asked;
      if (confirmation === undefined || deviceId === undefined) return undefined;
      return { shown, confirmation, enrolment: await signing.complete(enrolmentMessageId(deviceId)) };
    },
    onDecision: (prepare) => confirmations.register('payment', { prepare }),
  };
}

/** The payment is shown word for word as it was asked for; the summary is written from the same values. */
function shownFor({ issuerId, pspId }: CashierDeps, question: CashierQuestion): Shown {
  const { agentId, agentJkt, payment } = question;
  return {
    kind: 'payment',
    issuer: issuerId,
    psp_id: pspId,
    agent: { agent_id: agentId, jkt: agentJkt },
    summary: renderPaymentSummary(payment, agentId, pspId),
    payment,
  };
}
