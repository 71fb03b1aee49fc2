import { type CodeTable, row } from './table.ts';

/** Anchors and the log that holds them. */
export const logCodes = {
  anchor_duplicate: row(
    409,
    'TSD-ATT-OCA-22',
    'never',
    'The record is anchored already; the evidence says where.',
    'query',
  ),
  anchor_id_reused: row(
    409,
    'OA-LOG-03',
    'never',
    'Another anchor stands in the log under this record id; the evidence says where.',
    'correct',
  ),
  anchor_not_found: row(
    404,
    'OA-LOG-04',
    'later',
    'Nothing is anchored under this record id in this privacy channel.',
    'query',
  ),
  anchor_time_invalid: row(
    400,
    'OA-LOG-05',
    'after_correction',
    'The anchor is dated before its event, in the future, or too long ago.',
    'sign_again',
  ),
  anchor_submitter_not_allowed: row(
    403,
    'OA-LOG-01',
    'never',
    'The submitter may not anchor this kind of event.',
    'correct',
  ),
  anchor_submitter_unknown: row(
    401,
    'OA-LOG-02',
    'after_correction',
    'No agent provider states that the key of the anchor is the submitter’s.',
    'correct',
  ),
  privacy_channel_missing: row(
    401,
    'OA-LOG-06',
    'after_correction',
    'Anchors are shown to those who name their privacy channel.',
    'correct',
  ),
  log_checkpoint_invalid: row(
    502,
    'OA-LOG-07',
    'never',
    'The checkpoint is not one that the key of the log has signed.',
    'query',
  ),
  log_inclusion_invalid: row(
    502,
    'OA-LOG-08',
    'never',
    'The proof does not show that the anchor stands in the log.',
    'query',
  ),
  log_inconsistent: row(
    502,
    'OA-LOG-09',
    'never',
    'The log of now does not begin with the log of then: it was rewritten or forked.',
    'query',
  ),
  log_size_unknown: row(400, 'OA-LOG-10', 'after_correction', 'The log has never had this size.', 'correct'),
} as const satisfies CodeTable;
