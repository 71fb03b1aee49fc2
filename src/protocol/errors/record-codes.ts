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
} as const satisfies CodeTable;
