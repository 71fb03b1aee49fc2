/** ACT names the outcomes of a payment that have to be told apart, and what may be done about each. */
import { describe, expect, test } from 'vitest';
import { type Code, codeEntry, type Retryability } from './index.ts';

type Outcome = readonly [outcome: string, code: Code, retry: Retryability];

const BINDING: readonly Outcome[] = [
  ['identity of the account holder not verified', 'binding_identity_failed', 'after_correction'],
  ['agent not vouched for by its provider', 'agent_attestation_invalid', 'never'],
  ['over what the account allows', 'binding_over_limit', 'after_correction'],
];

const INSTANT: readonly Outcome[] = [
  ['request repeated', 'request_duplicate', 'query_first'],
  ['request identifier used for another', 'request_id_reused', 'new_request'],
  ['request expired', 'request_time_out_of_window', 'new_request'],
  ['agent signature invalid', 'agent_signature_invalid', 'never'],
  ['tool invalid', 'tool_invalid', 'never'],
  ['tool not of this agent', 'tool_agent_mismatch', 'never'],
  ['user declined', 'confirmation_denied', 'never'],
  ['user too late', 'confirmation_expired', 'new_request'],
  ['balance too low', 'balance_insufficient', 'later'],
];

const DELEGATED: readonly Outcome[] = [
  ['IAC expired', 'mandate_expired', 'never'],
  ['IAC revoked', 'mandate_revoked', 'never'],
  ['IAC suspended', 'mandate_suspended', 'later'],
  ['agent not the one of the IAC', 'agent_mismatch', 'never'],
  ['over the single limit', 'amount_over_single_limit', 'after_correction'],
  ['over the total limit', 'amount_over_total_limit', 'after_correction'],
  ['merchant outside', 'merchant_not_allowed', 'never'],
  ['user has to confirm', 'confirmation_required', 'new_request'],
];

const SUB_ACCOUNT: readonly Outcome[] = [
  ['identity not verified', 'sub_account_identity_failed', 'after_correction'],
  ['not opened', 'sub_account_unknown', 'never'],
  ['frozen', 'sub_account_frozen', 'later'],
  ['closed', 'sub_account_closed', 'never'],
  ['key invalid', 'sub_account_key_invalid', 'never'],
];

describe('PSD-PMT-BND-07, PSD-PAY-INS-18, PSD-PAY-DEL-16, PSD-AGT-SUB-10 the outcomes that ACT tells apart', () => {
  const all = [...BINDING, ...INSTANT, ...DELEGATED, ...SUB_ACCOUNT];

  test.each(all)('%s is %s, to be tried again: %s', (_outcome, code, retry) => {
    expect(codeEntry(code).retryability).toBe(retry);
    expect(codeEntry(code).next.length).toBeGreaterThan(0);
  });

  test('each has a code of its own', () => {
    expect(new Set(all.map(([, code]) => code)).size).toBe(all.length);
  });
});
