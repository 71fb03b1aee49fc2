import type { Check } from '../../check.ts';
import type { ConfirmationFacts } from '../../facts/confirmation.ts';

/** OpenACT confirmation, OA-CNF-23: glasses confirm only for the wearer whose voice was matched. */
export const check: Check<ConfirmationFacts> = {
  requirement: 'OA-CNF-23',
  name: 'voice of the wearer',
  run({ claims: { channel, glasses } }) {
    if (channel !== 'GLASSES' || glasses?.wearer !== 'NOT_MATCHED') return undefined;
    return { code: 'wearer_voice_mismatch' };
  },
};
