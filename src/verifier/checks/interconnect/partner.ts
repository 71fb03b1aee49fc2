import type { Check } from '../../check.ts';
import type { InstructionFacts } from '../../facts/instruction.ts';

/** OpenACT interconnection, OA-ICN-01: money is cleared only with payment services that are configured as partners. */
export const check: Check<InstructionFacts> = {
  requirement: 'OA-ICN-01',
  name: 'clearing partner',
  run({ partners, sender }) {
    if (partners.includes(sender)) return undefined;
    return { code: 'interconnect_partner_unknown', evidence: { psp_id: sender } };
  },
};
