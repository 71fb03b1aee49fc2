import { type CodeTable, row } from './table.ts';

/** Sub-accounts of agents. An insufficient balance has the code of every other account. */
export const subAccountCodes = {
  sub_account_identity_failed: row(
    403,
    'PSD-AGT-SUB-02',
    'after_correction',
    'The identity of the account holder was not verified.',
    'verify_identity',
  ),
  sub_account_unknown: row(
    404,
    'PSD-AGT-SUB-10',
    'never',
    'No such sub-account has been opened.',
    'open_sub_account',
  ),
  sub_account_frozen: row(
    403,
    'PSD-AGT-SUB-07',
    'later',
    'The sub-account is frozen and its key is dead.',
    'ask_user',
  ),
  sub_account_closed: row(403, 'PSD-AGT-SUB-05', 'never', 'The sub-account is closed.', 'open_sub_account'),
  sub_account_key_invalid: row(
    403,
    'PSD-AGT-SUB-06',
    'never',
    'The request is not proved by the key of the sub-account.',
    'sign_again',
  ),
  sub_account_key_reused: row(
    409,
    'OA-SUB-01',
    'after_correction',
    'A sub-account takes no key that is or was another’s.',
    'new_key',
  ),
  sub_account_transition_illegal: row(
    409,
    'PSD-AGT-SUB-09',
    'never',
    'The sub-account cannot go from its state to the one asked for.',
    'query',
  ),
} as const satisfies CodeTable;
