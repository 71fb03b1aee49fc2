import type { Check } from '../../check.ts';
import type { InstructionFacts } from '../../facts/instruction.ts';

/**
 * OpenACT interconnection, OA-ICN-03: what is instructed is what the merchant offers, to the last unit: no discount that
 * the other service grants its user takes anything from the merchant.
 */
export const check: Check<InstructionFacts> = {
  requirement: 'OA-ICN-03',
  name: 'instruction agrees with quote',
  run({ instruction, amount, quote }) {
    const { claims } = quote;
    const agreement = {
      out_trade_no: instruction.out_trade_no === claims.out_trade_no,
      merchant: instruction.merchant === claims.iss,
      currency: instruction.currency === claims.currency,
      amount: amount.minor === quote.payerAmount.minor,
    };
    const differing = Object.entries(agreement).filter(([, agrees]) => !agrees);
    if (differing.length === 0) return undefined;
    return {
      code: 'interconnect_instruction_mismatch',
      evidence: { members: differing.map(([member]) => member).join(' ') },
    };
  },
};
