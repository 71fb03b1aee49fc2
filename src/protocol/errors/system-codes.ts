import { type CodeTable, row } from './table.ts';

/** The server itself and the road to it. */
export const systemCodes = {
  command_missing: row(
    401,
    'OA-CMD-07',
    'after_correction',
    'The call needs a signed command.',
    'sign_again',
  ),
  not_found: row(404, 'OA-HTTP-01', 'never', 'There is nothing at this address.', 'correct'),
  method_not_supported: row(405, 'OA-HTTP-02', 'never', 'The address does not take this method.', 'correct'),
  media_type_unsupported: row(
    415,
    'OA-HTTP-03',
    'after_correction',
    'The content type is not the one taken here.',
    'correct',
  ),
  http_malformed: row(
    400,
    'OA-HTTP-05',
    'after_correction',
    'What was sent is no request that this server can read.',
    'correct',
  ),
  connections_exceeded: row(
    503,
    'OA-HTTP-07',
    'later',
    'The server holds as many connections as it may; try again later.',
    'wait',
  ),
  store_unavailable: row(
    503,
    'OA-LDG-01',
    'query_first',
    'The ledger cannot be reached; nothing was acknowledged.',
    'query',
  ),
  request_rate_exceeded: row(
    429,
    'OA-OPS-02',
    'later',
    'The caller sends more requests than it may; try again later.',
    'wait',
  ),
  shutting_down: row(503, 'OA-OPS-01', 'later', 'The server is shutting down.', 'wait'),
  address_forbidden: row(403, 'OA-NET-01', 'never', 'The address may not be fetched.', 'correct'),
  peer_unreachable: row(503, 'OA-NET-02', 'query_first', 'The other side did not answer.', 'query'),
  peer_answer_invalid: row(
    502,
    'OA-NET-03',
    'query_first',
    'The other side gave an answer that does not fit.',
    'query',
  ),
  internal: row(500, 'OA-HTTP-04', 'query_first', 'The server failed; the outcome may be unknown.', 'query'),
} as const satisfies CodeTable;
