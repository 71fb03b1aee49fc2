import type { EventName } from '../protocol/attestation/index.ts';
import { digestOfJws, digestOfObject } from '../protocol/digest/index.ts';
import type { IacPayload, Intent, TransactionConfirmation } from '../protocol/generated/types.ts';
import type { JsonValue } from '../protocol/json/index.ts';
import { readMessage } from '../protocol/messages/index.ts';
import { amountFromNumber, formatAmount } from '../protocol/money/index.ts';
import type { Happening } from '../records/index.ts';
import type { DecisionRecord } from './decision/record.ts';

/** For whom and under what the agent acts. */
export interface Process {
  readonly agentId: string;
  readonly intentId: string;
  readonly delegator?: string;
  /** Absent at act:L1. */
  readonly mandate?: { readonly issuer: string; readonly delegationId: string };
}

/** @see OA-REC-03 */
export function processUnder(agentId: string, mandate: string): Process {
  const { iss: issuer, jti: delegationId, iac, sub } = readMessage('mandate', mandate).claims;
  return {
    agentId,
    intentId: iac.intent_id ?? delegationId,
    delegator: sub,
    mandate: { issuer, delegationId },
  };
}

function aboutOf({ agentId, intentId, delegator, mandate }: Process) {
  const represented = delegator === undefined ? {} : { represented: delegator };
  return {
    correlation: {
      intent_id: intentId,
      ...(mandate === undefined ? {} : { delegation_id: mandate.delegationId }),
    },
    self: { id: agentId, role: 'PAYER_AGENT', ...represented },
  } as const;
}

/** What lets the agent look for offers: the mandate, or at act:L1 what the user wants. */
function authorityName({ agentId, intentId, mandate }: Process): EventName {
  return mandate === undefined
    ? { event_type: 'act:delegation:intent-created', recorder: agentId, subject: [intentId] }
    : {
        event_type: 'act:delegation:delegation-issued',
        recorder: mandate.issuer,
        subject: [mandate.delegationId],
      };
}

/** The user has agreed to the structured intent; its words stay here. @see TSD-ATT-EVT-07, TSD-ATT-OFF-29 */
export async function intentCreated(
  process: Process,
  intent: Intent,
  now: number,
): Promise<Happening<'act:delegation:intent-created'>> {
  const { correlation, self } = aboutOf(process);
  return {
    event_type: 'act:delegation:intent-created',
    at: now,
    subject: [process.intentId],
    correlation,
    participants: [self],
    event_body: {
      intent_digest: await digestOfObject(intent as unknown as JsonValue),
      delegation_mode: intent.delegation_mode,
      validity_start_time: intent.validity_start_time,
      validity_end_time: intent.validity_end_time,
      max_total_amount: formatAmount(amountFromNumber(intent.max_total_amount, intent.currency)),
      currency: intent.currency,
    },
  };
}

export interface Logged {
  readonly decisionId: string;
  readonly record: DecisionRecord;
  readonly now: number;
}

/** The agent has compared what it was offered, whatever came of it. @see TSD-ATT-EVT-13 */
export async function decisionLogged(
  process: Process,
  { decisionId, record, now }: Logged,
): Promise<Happening<'act:commerce:decision-logged'>> {
  const { correlation, self } = aboutOf(process);
  const chosen = record.candidates.find(({ outcome }) => outcome === 'chosen');
  return {
    event_type: 'act:commerce:decision-logged',
    at: now,
    subject: [decisionId],
    correlation,
    participants: [self],
    upstream: authorityName(process),
    event_body: {
      decision_digest: await digestOfObject(JSON.parse(JSON.stringify(record)) as JsonValue),
      sellers_asked: record.sellers.length,
      offers: record.candidates.length,
      outcome: chosen === undefined ? 'NONE' : 'CHOSEN',
      ...(chosen === undefined
        ? {}
        : { counterparty: chosen.merchant, amount: chosen.amount, currency: chosen.currency }),
    },
  };
}

export interface Confirmed {
  readonly quote: string;
  readonly decisionId?: string;
  /** Absent for a bill on access, whose quote says all. */
  readonly confirmation?: TransactionConfirmation;
  readonly now: number;
}

/** What exactly may be paid now: an order, or a bill on access. @see TSD-ATT-EVT-14 */
export async function cartConfirmed(
  process: Process,
  { quote, decisionId, confirmation, now }: Confirmed,
): Promise<Happening<'act:commerce:cart-confirmed'>> {
  const { correlation, self } = aboutOf(process);
  const { claims } = readMessage('quote', quote);
  const quoteDigest = await digestOfJws(quote);
  return {
    event_type: 'act:commerce:cart-confirmed',
    at: now,
    subject: [quoteDigest],
    correlation: { ...correlation, order_no: claims.out_trade_no },
    participants: [self, { id: claims.iss, role: 'MERCHANT' }],
    upstream:
      decisionId === undefined
        ? authorityName(process)
        : {
            event_type: 'act:commerce:decision-logged',
            recorder: process.agentId,
            subject: [decisionId],
          },
    event_body: {
      counterparty: claims.iss,
      quote_digest: quoteDigest,
      ...(confirmation === undefined
        ? {}
        : {
            transaction_confirmation_digest: await digestOfObject(
              JSON.parse(JSON.stringify(confirmation)) as JsonValue,
            ),
          }),
      amount: claims.amount,
      payer_amount: claims.payer_amount,
      currency: claims.currency,
      pay_before: claims.pay_before,
      ...(claims.resource_id === undefined ? {} : { resource_id: claims.resource_id }),
    },
  };
}

/** Of an order under a mandate, or at act:L1 under none. */
export function processOf(
  agentId: string,
  authority: {
    readonly intentId: string;
    readonly iac: IacPayload;
    readonly granted?: { readonly mandate: string };
  },
): Process {
  const { intentId, iac, granted } = authority;
  if (granted !== undefined) return processUnder(agentId, granted.mandate);
  return { agentId, intentId, delegator: iac.delegator_identity };
}
