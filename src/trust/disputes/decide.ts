import type { DisputeJudgement } from '../../verifier/index.ts';
import type { Dispute, Outcome } from './tables.ts';

/**
 * What follows from all that was submitted. Evidence that does not hold decides nothing; where what holds disagrees, or
 * where this profile has no policy, people decide.
 *
 * @see OA-DSP-01, OA-DSP-07, TSD-ATT-DSP-07
 */
export function decide({ type }: Pick<Dispute, 'type'>, judgements: readonly DisputeJudgement[]): Outcome {
  return { ...findingOver(type, judgements), records: recordsIn(judgements), missing: missingIn(judgements) };
}

function findingOver(
  type: Dispute['type'],
  judgements: readonly DisputeJudgement[],
): Pick<Outcome, 'finding' | 'reason'> {
  const findings = judgements.map(({ finding }) => finding);
  const [first] = findings;
  if (first === undefined) return { finding: 'REVIEW', reason: 'dispute_evidence_missing' };
  if (type !== 'PAYMENT_NOT_AUTHORIZED') return { finding: 'REVIEW', reason: 'dispute_policy_missing' };
  const [clear, ...others] = findings.filter(({ finding }) => finding !== 'REVIEW');
  if (clear === undefined) return first;
  const agree = others.every(({ finding }) => finding === clear.finding);
  return agree ? clear : { finding: 'REVIEW', reason: 'dispute_evidence_disagrees' };
}

function recordsIn(judgements: readonly DisputeJudgement[]): Outcome['records'] {
  return judgements.flatMap(({ records }) =>
    records.map(({ record, verdict }) => ({
      record_id: record.record_id,
      event_type: record.event_type,
      recorder: record.participants[0]?.id ?? '',
      verdict,
    })),
  );
}

/** What no submission has a record of. */
function missingIn(judgements: readonly DisputeJudgement[]): Outcome['missing'] {
  const [first, ...others] = judgements.map(({ missing }) => missing);
  return (first ?? []).filter((event) =>
    others.every((missing) => missing.includes(event)),
  ) as Outcome['missing'];
}
