import type {
  AttestationRecord,
  CartConfirmedBody,
  DecisionLoggedBody,
  DelegationExpiredBody,
  DelegationIssuedBody,
  DelegationResumedBody,
  DelegationRevokedBody,
  DelegationSuspendedBody,
  FulfillmentCompletedBody,
  IntentCreatedBody,
  RecordParticipant,
  TransactionCompletedBody,
} from '../generated/types.ts';

/** What each registered event says. @see TSD-ATT-EVT */
export interface EventBodies {
  'act:delegation:intent-created': IntentCreatedBody;
  'act:delegation:delegation-issued': DelegationIssuedBody;
  'act:delegation:delegation-suspended': DelegationSuspendedBody;
  'act:delegation:delegation-resumed': DelegationResumedBody;
  'act:delegation:delegation-revoked': DelegationRevokedBody;
  'act:delegation:delegation-expired': DelegationExpiredBody;
  'act:commerce:decision-logged': DecisionLoggedBody;
  'act:commerce:cart-confirmed': CartConfirmedBody;
  'act:payment:transaction-completed': TransactionCompletedBody;
  'act:commerce:fulfillment-completed': FulfillmentCompletedBody;
}

export type EventType = keyof EventBodies;
export type HashAlgorithm = AttestationRecord['hash_algorithm'];

/** The five identifiers that records of one process are joined by. @see TSD-ATT-OFF-05, TSD-ATT-OFF-12, TSD-ATT-OFF-13 */
export interface Correlation {
  readonly intent_id: string;
  readonly delegation_id?: string;
  readonly order_no?: string;
  readonly trade_no?: string;
  readonly upstream_record_ref?: string;
}

/**
 * An event as its transaction writes it down: all that a record says but its salt, its hash, its time and its
 * signatures, which follow after the commit.
 */
export interface RecordedEvent<T extends EventType = EventType> {
  readonly record_id: string;
  readonly event_type: T;
  /** ISO 8601 UTC. */
  readonly event_time: string;
  readonly correlation: Correlation;
  /** Whoever records the event stands first, and nobody stands twice. @see TSD-ATT-OFF-25 */
  readonly participants: readonly [RecordParticipant, ...RecordParticipant[]];
  readonly event_body: EventBodies[T];
}
