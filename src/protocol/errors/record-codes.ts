import { type CodeTable, row } from './table.ts';

/** Off-chain records of events (TSD-ATT-OFF). */
export const recordCodes = {
  hash_algorithm_unsupported: row(
    501,
    'OA-REC-02',
    'never',
    'This runtime cannot compute the hash algorithm that is named.',
    'ask_elsewhere',
  ),
  record_not_found: row(404, 'TSD-ATT-SVF-06', 'never', 'There is no such record.', 'correct'),
  backup_damaged: row(422, 'OA-REC-08', 'never', 'The backup of records is damaged or not whole.', 'correct'),
  record_conflict: row(409, 'OA-REC-09', 'never', 'Another record is kept under this record_id.', 'query'),
} as const satisfies CodeTable;
