import { type CodeTable, row } from './table.ts';

/** Disputes, and the files of evidence that they rest on. */
export const disputeCodes = {
  dispute_record_unverified: row(
    422,
    'TSD-ATT-DSP-05',
    'after_correction',
    'A record of the evidence is not VERIFIED.',
    'correct',
  ),
  dispute_other_trade: row(
    422,
    'OA-DSP-03',
    'after_correction',
    'The evidence is not about one trade, or something stands in it twice.',
    'correct',
  ),
  dispute_bundle_altered: row(
    422,
    'OA-DSP-04',
    'after_correction',
    'The file of evidence is not as it was put together.',
    'correct',
  ),
  dispute_evidence_missing: row(
    422,
    'OA-DSP-05',
    'after_correction',
    'Nobody has shown an anchored record of the payment.',
    'submit_evidence',
  ),
  dispute_within_mandate: row(
    422,
    'OA-DSP-01',
    'never',
    'The payment lies within a mandate that the user has confirmed.',
    'none',
  ),
  dispute_policy_missing: row(422, 'OA-DSP-07', 'never', 'For this kind of dispute people decide.', 'none'),
  dispute_evidence_disagrees: row(
    422,
    'OA-DSP-07',
    'never',
    'What was submitted holds, and does not agree.',
    'none',
  ),
  compensation_refused: row(
    422,
    'OA-DSP-08',
    'after_correction',
    'The evidence does not show a payment of this service outside the mandate.',
    'submit_evidence',
  ),
  compensation_repeated: row(
    409,
    'OA-DSP-08',
    'never',
    'The trade was compensated before, for another finding.',
    'query',
  ),
  finding_mismatch: row(
    422,
    'OA-DSP-10',
    'after_correction',
    'The finding is about another trade, or rests on other evidence.',
    'correct',
  ),
  finding_expired: row(
    401,
    'OA-DSP-11',
    'never',
    'The time to act on the finding is over, or has not begun.',
    'query',
  ),
  dispute_unknown: row(404, 'OA-DSP-06', 'never', 'There is no such dispute.', 'correct'),
  dispute_closed: row(409, 'TSD-ATT-DSP-06', 'never', 'The time for evidence is over.', 'query'),
} as const satisfies CodeTable;
