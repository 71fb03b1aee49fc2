import type { AnchorClaims, AttestationRecord } from '../../protocol/generated/types.ts';

/** Every member of an anchor that has a counterpart in the record. @see OA-REC-06, TSD-ATT-OCA-26, TSD-ATT-OFF-06 */
const COMMON = [
  'record_id',
  'version',
  'event_type',
  'event_time',
  'intent_id',
  'delegation_id',
  'order_no',
  'trade_no',
  'hash_algorithm',
] as const satisfies readonly (keyof AnchorClaims & keyof AttestationRecord)[];

/** The first member in which anchor and record differ, a member that only one of them has included. */
export function differingMember(
  record: AttestationRecord,
  recomputedHash: string,
  anchor: AnchorClaims,
): string | undefined {
  if (anchor.payload_hash !== recomputedHash) return 'payload_hash';
  return COMMON.find((member) => anchor[member] !== record[member]);
}
