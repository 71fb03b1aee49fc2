import type { AttestationRecord } from '../../protocol/generated/types.ts';

/**
 * The intent that a record names; undefined where its recorder was told none, and named the process by what it has of it
 * instead: the mandate, or the order.
 *
 * @see OA-REC-03
 */
export function toldIntent({
  intent_id,
  order_no,
  delegation_id,
}: Pick<AttestationRecord, 'intent_id' | 'order_no' | 'delegation_id'>): string | undefined {
  return intent_id === order_no || intent_id === delegation_id ? undefined : intent_id;
}
