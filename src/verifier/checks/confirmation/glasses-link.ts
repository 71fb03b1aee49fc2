import { GLASSES_LINK_SECONDS } from '../../../protocol/limits.ts';
import type { Check } from '../../check.ts';
import type { ConfirmationFacts } from '../../facts/confirmation.ts';

/** OpenACT confirmation, OA-CNF-22: what glasses say counts only while the phone that signs for them hears them. */
export const check: Check<ConfirmationFacts> = {
  requirement: 'OA-CNF-22',
  name: 'link to the glasses',
  run({ claims: { channel, glasses, iat } }) {
    if (channel !== 'GLASSES') return undefined;
    const silent = glasses === undefined ? undefined : iat - glasses.link_seen_at;
    if (silent !== undefined && silent >= 0 && silent <= GLASSES_LINK_SECONDS) return undefined;
    return { code: 'glasses_link_lost', evidence: { rule: silent === undefined ? 'absent' : 'silent' } };
  },
};
