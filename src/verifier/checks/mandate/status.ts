import type { Code } from '../../../protocol/errors/index.ts';
import type { Check } from '../../check.ts';
import type { LiveStatus, OnState } from '../../facts/payment.ts';

const REFUSALS: Readonly<Record<Exclude<LiveStatus, 'Active'>, Code>> = {
  Suspended: 'mandate_suspended',
  Revoked: 'mandate_revoked',
  unknown: 'mandate_unknown',
  unavailable: 'mandate_status_unavailable',
};

/** ACT ADD-IAC-LCM, ADD-IAC-LCM-11: before a final decision the status is asked for, and only Active will do. */
export const check: Check<OnState> = {
  requirement: 'ADD-IAC-LCM-11',
  name: 'mandate status',
  run({ state }) {
    if (state.status === undefined) {
      return {
        obligation: 'status',
        requirement: 'ADD-IAC-LCM-11',
        detail: 'Ask status_reference for the live status of the mandate before the final decision.',
      };
    }
    if (state.status === 'Active') return undefined;
    // A status that the table does not have is no answer.
    return { code: REFUSALS[state.status] ?? 'mandate_status_unavailable' };
  },
};
