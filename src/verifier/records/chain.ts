import type { EventType } from '../../protocol/attestation/index.ts';
import type { AttestationRecord } from '../../protocol/generated/types.ts';
import { REQUEST_TIME_SKEW_SECONDS } from '../../protocol/limits.ts';
import { parseUtcSeconds } from '../../protocol/time/index.ts';
import { toldIntent } from './intent.ts';
import type { RecordPorts } from './ports.ts';
import type { RecordJudgement } from './verdict.ts';
import { verifyRecord } from './verify-record.ts';

/** More than any purchase has; an endless chain is somebody's attack. */
export const CHAIN_MAX_RECORDS = 32;

/** Why a chain goes no further. */
export interface ChainBreak {
  readonly record_id: string;
  /** `cycle`, `too_long`, `order` (such an event does not follow from such a one), `time`, or the member that differs. */
  readonly rule: string;
}

export interface ChainJudgement {
  /** From the record that was asked for to the first one that was reached. */
  readonly records: readonly RecordJudgement[];
  /** Whether every record is VERIFIED, they fit each other, and the first one follows from nothing. */
  readonly holds: boolean;
  readonly broken?: ChainBreak;
}

/** What an event may follow from (spec 16.2). */
const FOLLOWS: Readonly<Record<EventType, readonly EventType[]>> = {
  'act:delegation:intent-created': [],
  'act:delegation:delegation-issued': ['act:delegation:intent-created', 'act:delegation:delegation-issued'],
  'act:delegation:delegation-suspended': ['act:delegation:delegation-issued'],
  'act:delegation:delegation-resumed': ['act:delegation:delegation-issued'],
  'act:delegation:delegation-revoked': ['act:delegation:delegation-issued'],
  'act:delegation:delegation-expired': ['act:delegation:delegation-issued'],
  'act:commerce:decision-logged': ['act:delegation:intent-created', 'act:delegation:delegation-issued'],
  'act:commerce:cart-confirmed': [
    'act:commerce:decision-logged',
    'act:delegation:delegation-issued',
    'act:delegation:intent-created',
  ],
  'act:payment:transaction-completed': ['act:commerce:cart-confirmed'],
  'act:commerce:fulfillment-completed': ['act:payment:transaction-completed'],
};

/** The same in both where both have it, and the intent where both were told it. A mandate that was handed down has another id than the one above it. */
const JOINT = ['order_no', 'trade_no'] as const;

/**
 * Verifies a record and what it followed from, up to the beginning, each one by all five steps.
 *
 * @see TSD-ATT-SVF-21
 */
export async function verifyChain(recordId: string, ports: RecordPorts): Promise<ChainJudgement> {
  const records: RecordJudgement[] = [];
  const seen = new Set<string>();
  let below: AttestationRecord | undefined;
  let intent: string | undefined;
  for (let next: string | undefined = recordId; next !== undefined; ) {
    const rule = seen.has(next) ? 'cycle' : records.length >= CHAIN_MAX_RECORDS ? 'too_long' : undefined;
    if (rule !== undefined) return { records, holds: false, broken: { record_id: next, rule } };
    seen.add(next);
    const judged = await verifyRecord(next, ports);
    records.push(judged);
    const { record } = judged;
    if (judged.verdict !== 'VERIFIED' || record === undefined) return { records, holds: false };
    const misfit = below && misfitOf(below, record, intent);
    if (misfit) return { records, holds: false, broken: { record_id: next, rule: misfit } };
    below = record;
    intent ??= toldIntent(record);
    next = record.upstream_record_ref;
  }
  return { records, holds: true };
}

/** @param intent what the records below were told, whichever of them was */
function misfitOf(
  below: AttestationRecord,
  above: AttestationRecord,
  intent: string | undefined,
): string | undefined {
  if (!FOLLOWS[below.event_type].includes(above.event_type)) return 'order';
  if (isLater(above, below)) return 'time';
  if ((toldIntent(above) ?? intent) !== (intent ?? toldIntent(above))) return 'intent_id';
  return JOINT.find(
    (member) => above[member] !== undefined && below[member] !== undefined && above[member] !== below[member],
  );
}

/** Whoever recorded both has one clock for them; those of two recorders differ by what requests may differ. @see TSD-ATT-SVF-21 */
function isLater(above: AttestationRecord, below: AttestationRecord): boolean {
  const tolerance = recorderOf(above) === recorderOf(below) ? 0 : REQUEST_TIME_SKEW_SECONDS;
  return parseUtcSeconds(above.event_time) > parseUtcSeconds(below.event_time) + tolerance;
}

const recorderOf = ({ participants: [recorder] }: AttestationRecord): string | undefined => recorder?.id;
