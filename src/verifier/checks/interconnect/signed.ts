import type { Check } from '../../check.ts';
import type { InstructionFacts } from '../../facts/instruction.ts';

/** OpenACT interconnection, OA-ICN-02: the command that came with the instruction was signed over it. */
export const check: Check<Pick<InstructionFacts, 'digest' | 'signedDigest'>> = {
  requirement: 'OA-ICN-02',
  name: 'instruction signed',
  run({ digest, signedDigest }) {
    return digest === signedDigest ? undefined : { code: 'interconnect_instruction_altered' };
  },
};
