import { type Check, type Verified, verify } from './check.ts';
import { check as agreed } from './checks/interconnect/agreed.ts';
import { check as partner } from './checks/interconnect/partner.ts';
import { check as settlement } from './checks/interconnect/settlement.ts';
import { check as signed } from './checks/interconnect/signed.ts';
import { check as methodAccepted } from './checks/payment/method-accepted.ts';
import { check as payeeOwner } from './checks/payment/payee-owner.ts';
import {
  type InstructionContext,
  type InstructionFacts,
  type InstructionInput,
  type InstructionState,
  readInstruction,
} from './facts/instruction.ts';
import { quoteChecks } from './quote.ts';

/** The order in which an instruction is judged by the service that keeps the payee's account. */
export const instructionChecks: readonly Check<InstructionFacts>[] = [
  signed,
  partner,
  ...quoteChecks,
  agreed,
  methodAccepted,
  settlement,
  payeeOwner,
];

/**
 * Judges what another payment service instructs: to credit a merchant here for an order that its own user pays there.
 * The command that carries it was judged before. Whether the payer may pay is the other service's to judge, and its own
 * money that it owes.
 *
 * @param context.now Unix seconds
 * @param context.audience the service that keeps the payee's account
 */
export function verifyInstruction(
  input: InstructionInput,
  context: InstructionContext,
  state: InstructionState,
): Promise<Verified<InstructionFacts>> {
  return verify(instructionChecks, () => readInstruction(input, context, state));
}
